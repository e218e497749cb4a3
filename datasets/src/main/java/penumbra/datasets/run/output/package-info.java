/// The targets of results: written and hashed in one pass, or only hashed.
package penumbra.datasets.run.output;
