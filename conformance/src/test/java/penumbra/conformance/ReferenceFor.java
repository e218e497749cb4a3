package penumbra.conformance;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import penumbra.core.Filter;

/// Marks a test that compares a filter with its slow twin, which is written from the definition;
/// these are the filter's rows in the conformance table, where no other program has the filter.
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
@interface ReferenceFor {
  /// The filter.
  Class<? extends Filter> value();
}
