/// The command line `penumbra`: one file per command, listed in [penumbra.cli.Commands].
package penumbra.cli;
