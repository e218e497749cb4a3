package penumbra.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// What a filter's parameter means, for those who meet it in a help text or a form.
///
/// ```
/// record Gaussian(@Describe(value = "Standard deviation.", unit = "elements", min = 0) ...
/// ```
///
/// On a type, it describes all record components of that type that are not described themselves.
/// The bounds are told, not checked, here: the record's constructor checks them.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Describe {
  /// One or two short sentences.
  String value();

  /// What the value is counted in, such as `elements`; empty where it is a name or a bare number.
  String unit() default "";

  /// The smallest number allowed.
  double min() default Double.NEGATIVE_INFINITY;

  /// The largest number allowed.
  double max() default Double.POSITIVE_INFINITY;
}
