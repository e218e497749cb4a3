/// JPEG, in and out.
package penumbra.io.jpeg;
