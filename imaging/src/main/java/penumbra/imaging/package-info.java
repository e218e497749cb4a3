/// The catalogue of operations, and what is done with files: filtering batches of them, telling
/// about them, plotting them.
package penumbra.imaging;
