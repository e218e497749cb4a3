package penumbra.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a filter does, in one line for lists and help texts.
///
/// ```
/// @Summary("Smooth with a Gaussian, or take a derivative of the smoothed array.")
/// public record Gaussian(...) implements Filter {}
/// ```
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Summary {
  /// The line, an imperative sentence with a full stop at its end.
  String value();
}
