/// The commands that change images: `filter`, its chains, `convert`, and the list of operations.
package penumbra.cli.operation;
