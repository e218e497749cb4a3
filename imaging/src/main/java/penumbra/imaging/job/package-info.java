/// The work on one image: it is read, filtered, rendered for a format, and written.
@org.jspecify.annotations.NullMarked
package penumbra.imaging.job;
