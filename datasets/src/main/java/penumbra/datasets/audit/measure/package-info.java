/// The measurements of each image for an audit, and the comparison of images.
package penumbra.datasets.audit.measure;
