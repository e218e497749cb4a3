/// Zip and tar archives, read in place.
package penumbra.io.archive;
