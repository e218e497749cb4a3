package penumbra.datasets.table;

import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;
import java.util.regex.Pattern;
import penumbra.core.InvalidInputException;

/// A column of a [Table]: its name, its type, and how to get a row's value.
///
/// ```
/// Column<FileFacts> mean = Column.number("mean", facts -> facts.statistics().mean());
/// ```
///
/// A value may be missing, which is `NULL` to other programs; NaN is a number.
///
/// @param <R> the type from which a row is made
/// @param name lower-case letters, digits and underscores, so that SQL needs no quotes
/// @param type the type
/// @param text the value as in CSV, without quotes; empty if it is missing
public record Column<R>(String name, Type type, Function<R, Optional<String>> text) {
  private static final Pattern NAME = Pattern.compile("[a-z_][a-z0-9_]*");

  /// The types of values.
  public enum Type {
    TEXT("VARCHAR"),
    /// Integers of 64 bits.
    WHOLE("BIGINT"),
    /// Floating-point numbers of 64 bits.
    NUMBER("DOUBLE"),
    /// True or false.
    FLAG("BOOLEAN"),
    /// A list of integers, such as a histogram's counts.
    WHOLES("BIGINT[]");

    private final String sql;

    Type(String sql) {
      this.sql = sql;
    }

    /// Its name in DuckDB.
    String sql() {
      return sql;
    }
  }

  public Column {
    if (!NAME.matcher(name).matches()) {
      throw InvalidInputException.of(
          "the name of a column",
          "must be small letters, digits and underscores",
          "'" + name + "'",
          "write it like mean_of_edges");
    }
  }

  /// A column of text; empty text is not missing.
  public static <R> Column<R> text(String name, Function<R, String> value) {
    return new Column<>(name, Type.TEXT, row -> Optional.of(value.apply(row)));
  }

  /// A column of text that may be missing.
  public static <R> Column<R> optionalText(String name, Function<R, Optional<String>> value) {
    return new Column<>(name, Type.TEXT, value);
  }

  /// A column of integers.
  public static <R> Column<R> whole(String name, ToLongFunction<R> value) {
    return new Column<>(
        name, Type.WHOLE, row -> Optional.of(Long.toString(value.applyAsLong(row))));
  }

  /// A column of integers that may be missing.
  public static <R> Column<R> optionalWhole(String name, Function<R, Optional<Long>> value) {
    return new Column<>(name, Type.WHOLE, row -> value.apply(row).map(number -> number.toString()));
  }

  /// A column of numbers.
  public static <R> Column<R> number(String name, ToDoubleFunction<R> value) {
    return new Column<>(name, Type.NUMBER, row -> Optional.of(number(value.applyAsDouble(row))));
  }

  /// A column of numbers that may be missing.
  public static <R> Column<R> optionalNumber(String name, Function<R, Optional<Double>> value) {
    return new Column<>(name, Type.NUMBER, row -> value.apply(row).map(Column::number));
  }

  /// A column of booleans.
  public static <R> Column<R> flag(String name, Function<R, Boolean> value) {
    return new Column<>(name, Type.FLAG, row -> Optional.of(value.apply(row).toString()));
  }

  /// A column of lists of integers that may be missing.
  public static <R> Column<R> optionalWholes(String name, Function<R, Optional<long[]>> value) {
    return new Column<>(name, Type.WHOLES, row -> value.apply(row).map(Column::list));
  }

  /// The shortest text that parses to the number, in the syntax of DuckDB, pandas and R.
  private static String number(double value) {
    if (Double.isNaN(value)) {
      return "nan";
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "inf" : "-inf";
    }
    return Double.toString(value);
  }

  private static String list(long[] values) {
    StringBuilder text = new StringBuilder("[");
    for (int i = 0; i < values.length; i++) {
      text.append(i == 0 ? "" : ", ").append(values[i]);
    }
    return text.append(']').toString();
  }
}
