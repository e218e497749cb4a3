/// Filters that change where pixels are: crop, pad and resize.
package penumbra.core.filter.geometry;
