package penumbra.cli.option;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import penumbra.core.Execution;
import penumbra.core.Precision;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.TypeConversionException;

/// The option on how exactly filters compute.
public final class PrecisionOption {
  @Option(
      names = "--precision",
      paramLabel = "HOW",
      defaultValue = "exact",
      converter = PrecisionConverter.class,
      completionCandidates = PrecisionNames.class,
      description =
          "exact: SciPy's bits, in double precision. fast: single precision if results"
              + " are float32 or integers of up to 16 bits. It is faster and does not always"
              + " give the same bits. The error of correlations is at most 2^-22 (2 + taps / 2)"
              + " M, where taps is the number of weights over all axes, and M is the result for"
              + " the absolute values of input and weights. Default: ${DEFAULT-VALUE}")
  private Precision precision = Precision.EXACT;

  /// That exactly, on the threads of `threads`.
  public Execution execution(Execution threads) {
    return threads.withPrecision(precision);
  }

  /// Reads a precision as users write it, in any case.
  public static final class PrecisionConverter implements ITypeConverter<Precision> {
    @Override
    public Precision convert(String text) {
      for (Precision precision : Precision.values()) {
        if (precision.name().equalsIgnoreCase(text)) {
          return precision;
        }
      }
      throw new TypeConversionException(
          "it must be one of "
              + String.join(", ", PrecisionNames.all())
              + ", but is '"
              + text
              + "'");
    }
  }

  /// The precisions as users write them, for the shell to complete.
  public static final class PrecisionNames implements Iterable<String> {
    static List<String> all() {
      return Arrays.stream(Precision.values())
          .map(precision -> precision.name().toLowerCase(Locale.ROOT))
          .toList();
    }

    @Override
    public Iterator<String> iterator() {
      return all().iterator();
    }
  }
}
