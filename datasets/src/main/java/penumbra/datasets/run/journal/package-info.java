/// The records of a run about each image, and the tables made from them.
package penumbra.datasets.run.journal;
