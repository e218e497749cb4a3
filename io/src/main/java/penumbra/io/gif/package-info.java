/// GIF, out.
package penumbra.io.gif;
