/// What a run remembers of each image, and the tables made from it.
package penumbra.datasets.run.journal;
