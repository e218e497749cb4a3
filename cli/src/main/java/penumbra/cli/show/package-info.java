/// The commands that draw: plots and animations.
package penumbra.cli.show;
