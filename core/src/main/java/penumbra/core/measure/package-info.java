/// Figures about arrays: extremes, statistics, percentiles, histograms.
package penumbra.core.measure;
