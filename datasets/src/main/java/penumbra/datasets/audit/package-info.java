/// Defects of a data set, found before a model is trained on it.
package penumbra.datasets.audit;
