/// Series of slices as volumes: which files belong together, their order, and their spacing.
package penumbra.dicom.series;
