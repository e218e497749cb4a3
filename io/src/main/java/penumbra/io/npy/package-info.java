/// Reads and writes NumPy arrays, and reads archives of them.
package penumbra.io.npy;
