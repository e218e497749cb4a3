/// Runs: recipes applied to whole data sets, with a journal, a manifest, and commands to verify
/// them.
@org.jspecify.annotations.NullMarked
package penumbra.datasets.run;
