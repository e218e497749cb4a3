/// Writes GIF.
package penumbra.io.gif;
