/// Options that several commands share.
package penumbra.cli.option;
