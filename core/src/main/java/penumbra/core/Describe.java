package penumbra.core;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/// The meaning of a filter's parameter, for help texts and forms.
///
/// ```
/// record Gaussian(@Describe(value = "Standard deviation.", unit = "elements", min = 0) ...
/// ```
///
/// On a type, it describes all record components of that type that are not described themselves.
/// The bounds are only documentation; the record's constructor checks them.
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.RECORD_COMPONENT, ElementType.TYPE})
public @interface Describe {
  /// One or two short sentences.
  String value();

  /// The unit of the value, such as `elements`; empty for a name or a number without a unit.
  String unit() default "";

  /// The smallest number allowed.
  double min() default Double.NEGATIVE_INFINITY;

  /// The largest number allowed.
  double max() default Double.POSITIVE_INFINITY;
}
