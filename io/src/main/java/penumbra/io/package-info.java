/// Reads and writes image and array files.
package penumbra.io;
