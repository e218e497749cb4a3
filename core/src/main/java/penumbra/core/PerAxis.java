package penumbra.core;

import java.util.Arrays;
import java.util.List;

/// A parameter that is the same for every axis, or has one value per axis.
///
/// @param values one value for all axes, or as many as the array has axes, axis 0 first
public record PerAxis<T>(List<T> values) {
  public PerAxis {
    values = List.copyOf(values);
    InvalidInputException.require(
        !values.isEmpty(), "a parameter per axis", "must have a value", "empty", "give one value");
  }

  /// One value for all axes, or one for each.
  @SafeVarargs
  @SuppressWarnings("varargs") // the list is copied before anyone can see it
  public static <T> PerAxis<T> of(T... values) {
    return new PerAxis<>(Arrays.asList(values));
  }

  /// The value for `axis` of an array of `rank` axes; `name` is the parameter's, for the message.
  public T at(int axis, int rank, String name) {
    if (values.size() != 1 && values.size() != rank) {
      throw InvalidInputException.of(
          name,
          "must have one value or one for each of the " + rank + " axes",
          this,
          "give 1 or " + rank + " values");
    }
    return values.size() == 1 ? values.getFirst() : values.get(axis);
  }

  /// The values, separated by commas.
  @Override
  public String toString() {
    return String.join(",", values.stream().map(String::valueOf).toList());
  }
}
