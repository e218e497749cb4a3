package penumbra.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// Where a filter comes from: the publication, the standard, or the function of another program
/// that defines it, so that readers can look it up. The catalogue shows it.
///
/// ```
/// @Reference("DICOM PS3.3, section C.11.2.1.")
/// public record Windowing(...) implements Filter {}
/// ```
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Reference {
  /// Author, title and year, with the DOI where there is one; ends with a full stop.
  String value();
}
