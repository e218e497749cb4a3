/// What a terminal shows and what a pipe gets: output, progress, help, and exit codes.
package penumbra.cli.console;
