package penumbra.imaging;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.catalogue.FilterDescription;
import penumbra.core.Chain;
import penumbra.core.DType;
import penumbra.core.Filter;
import penumbra.core.Polarity;
import penumbra.core.Radiograph;
import penumbra.core.display.GreyPresentation;
import penumbra.core.display.GreyRange;
import penumbra.core.display.Voi;
import penumbra.core.display.VoiTable;
import penumbra.core.display.Window;
import penumbra.core.filter.FourierGaussian;
import penumbra.core.filter.FourierGaussianMultiplier;
import penumbra.core.filter.Gaussian;
import penumbra.io.format.CodedTerm;
import penumbra.io.format.Derivation;
import penumbra.io.format.GreyValues;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ValueScale;

/// Describes how results were made, in words and for programs, for formats that store it.
public final class Derivations {
  private static final CodedTerm GAUSSIAN_BLUR = CodedTerm.dicom("113088", "Gaussian blur");
  private static final CodedTerm SMOOTHING = CodedTerm.dicom("113087", "Smoothing");

  private Derivations() {}

  /// The derivation of the results of `filter` from `source`, which was read with `options`. A
  /// filter that is not in the [penumbra.catalogue.Catalogue] is described by its record.
  public static Derivation of(Filter filter, ReadOptions options, Radiograph source) {
    DerivationSteps steps = DerivationSteps.of(filter);
    boolean levels = filter.keepsGreyLevels();
    return new Derivation(
        steps.name(),
        steps.description(options.values()),
        steps.recipe(options.values()),
        PenumbraVersion.current(),
        levels ? scale(options.values()) : scale(filter, options.values()),
        levels ? window(options, source) : Optional.empty(),
        code(filter),
        options.frame());
  }

  /// A sentence about what such an object cannot state about the results of `filter`, to be shown
  /// before work starts; empty if the filter declares everything.
  public static Optional<String> unknown(Filter filter) {
    if (filter.polarity() != Polarity.UNKNOWN) {
      return Optional.empty();
    }
    List<Filter> filters =
        filter instanceof Chain(List<Filter> several) ? several : List.of(filter);
    return filters.stream()
        .filter(one -> one.polarity() == Polarity.UNKNOWN)
        .findFirst()
        .map(one ->
            FilterDescription.of(one).name()
                + " does not say which of its results are light, nor whether they are on the scale of"
                + " its input");
  }

  /// The derivation by a conversion of the values of `source`, which was read with `options`.
  public static Derivation ofValues(ReadOptions options, Radiograph source) {
    return new Derivation(
        "convert",
        "convert: " + options.values() + " values",
        DerivationSteps.recipe("convert", options.values(), Map.of()),
        PenumbraVersion.current(),
        scale(options.values()),
        window(options, source),
        Optional.empty(),
        options.frame());
  }

  /// The derivation by a conversion of `source` to a picture.
  public static Derivation ofPicture(ReadOptions options, RenderedPicture shown) {
    String how = shown.through().orElse("As they are.");
    return new Derivation(
        "convert",
        "convert: display values. " + how,
        DerivationSteps.recipe("convert", GreyValues.DISPLAY, Map.of("shown", how)),
        PenumbraVersion.current(),
        ValueScale.OWN,
        Optional.of(window(new GreyRange(0, shown.picture().type().max()))),
        Optional.empty(),
        options.frame());
  }

  private static ValueScale scale(GreyValues values) {
    return switch (values) {
      case MODALITY -> ValueScale.MODALITY;
      case STORED -> ValueScale.STORED;
      case DISPLAY -> ValueScale.OWN;
    };
  }

  /// The window for results that are not on the scale of their source.
  private static ValueScale scale(Filter filter, GreyValues values) {
    return filter.polarity().follows() && values != GreyValues.DISPLAY
        ? ValueScale.FOLLOWING
        : ValueScale.OWN;
  }

  /// The requested window for values on the scale of `source`; empty if its file's own windows or
  /// tables apply.
  private static Optional<Window> window(ReadOptions options, Radiograph source) {
    if (source.presentation().isEmpty()) {
      DType type = source.pixels().type();
      boolean levels = type == DType.UINT8 || options.values() == GreyValues.DISPLAY;
      return levels && type.isInteger()
          ? Optional.of(window(new GreyRange(0, type.max())))
          : Optional.empty();
    }
    return source.presentation().get() instanceof GreyPresentation(Voi voi, _, _)
        ? switch (voi) {
          case GreyRange range -> Optional.of(window(range));
          case Window window -> options.window().map(_ -> window);
          case VoiTable _ -> Optional.empty();
        }
        : Optional.empty();
  }

  /// The window that is equivalent to `range`.
  public static Window window(GreyRange range) {
    double stretch = range.max() - range.min();
    double middle = range.min() + stretch / 2;
    boolean whole = range.min() == Math.rint(range.min()) && range.max() == Math.rint(range.max());
    if (whole) {
      return Window.linear(middle + 0.5, stretch + 1);
    }
    return new Window(middle, stretch > 0 ? stretch : 1, Window.Function.LINEAR_EXACT);
  }

  private static Optional<CodedTerm> code(Filter filter) {
    return switch (filter) {
      case Gaussian gaussian when gaussian.keepsGreyLevels() -> Optional.of(GAUSSIAN_BLUR);
      case FourierGaussian _, FourierGaussianMultiplier _ -> Optional.of(SMOOTHING);
      default -> Optional.empty();
    };
  }
}
