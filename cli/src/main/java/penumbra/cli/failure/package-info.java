/// Errors as lines: what failed, where, and which option helps.
package penumbra.cli.failure;
