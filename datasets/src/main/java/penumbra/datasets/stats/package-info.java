/// Statistics of whole data sets: per image, per class and split, and pooled.
package penumbra.datasets.stats;
