/// Filters that change the values of pixels and not where they are: ranges, windows, contrast.
package penumbra.core.filter.intensity;
