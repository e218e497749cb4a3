/// Series of slices as volumes: which files belong together, in which order, how far apart.
package penumbra.dicom.series;
