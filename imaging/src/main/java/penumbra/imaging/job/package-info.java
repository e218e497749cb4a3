/// What is done with one image: it is read, filtered, rendered for a format, and written.
@org.jspecify.annotations.NullMarked
package penumbra.imaging.job;
