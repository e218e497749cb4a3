/// NumPy arrays, in and out, and archives of them, in.
package penumbra.io.npy;
