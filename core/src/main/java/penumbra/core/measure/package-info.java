/// Measurements of arrays: extremes, statistics, percentiles, histograms, entropy.
package penumbra.core.measure;
