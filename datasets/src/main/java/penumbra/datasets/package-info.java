/// Filters and conversions of many files: their sources, targets and outcomes.
package penumbra.datasets;
