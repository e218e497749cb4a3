/// PNG, in and out.
package penumbra.io.png;
