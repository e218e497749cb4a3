/// The command line `penumbra`: the commands about Penumbra itself, and the list of all:
/// [penumbra.cli.Commands].
package penumbra.cli;
