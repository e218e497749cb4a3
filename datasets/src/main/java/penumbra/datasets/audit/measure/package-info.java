/// What an audit measures of each image, and how it compares images.
package penumbra.datasets.audit.measure;
