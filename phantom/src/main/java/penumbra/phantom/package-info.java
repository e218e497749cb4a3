/// Simulated chest radiographs with their ground truth, for demonstrations and tests without real
/// patients' images.
package penumbra.phantom;
