/// Runs: a recipe over whole data sets, with a journal, a manifest, and proofs of both.
@org.jspecify.annotations.NullMarked
package penumbra.datasets.run;
