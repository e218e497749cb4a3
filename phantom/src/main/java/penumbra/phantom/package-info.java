/// Simulated chest radiographs with their ground truth, for demonstrations and tests that must not
/// depend on anybody's pictures.
package penumbra.phantom;
