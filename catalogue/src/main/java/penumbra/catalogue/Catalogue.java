package penumbra.catalogue;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.Failure;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.display.Window;
import penumbra.core.filter.Canny;
import penumbra.core.filter.FourierGaussian;
import penumbra.core.filter.FourierGaussianMultiplier;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.GaussianGradientMagnitude;
import penumbra.core.filter.GaussianLaplace;
import penumbra.core.filter.Laplace;
import penumbra.core.filter.Prewitt;
import penumbra.core.filter.PrewittMagnitude;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;
import penumbra.core.filter.geometry.CentreCrop;
import penumbra.core.filter.geometry.Crop;
import penumbra.core.filter.geometry.Letterbox;
import penumbra.core.filter.geometry.Pad;
import penumbra.core.filter.geometry.Resize;
import penumbra.core.filter.intensity.Clahe;
import penumbra.core.filter.intensity.ImageNet;
import penumbra.core.filter.intensity.MapRange;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.intensity.Standardize;
import penumbra.core.filter.intensity.Threshold;
import penumbra.core.filter.intensity.Windowing;

/// Every filter that users can name: Penumbra's own, each on one line with its stable name and the
/// filter with the parameters that count where none are given, then those of others, which an
/// [OperationProvider] brings.
///
/// ```
/// Filter filter = Catalogue.operation("gaussian").build(Map.of("sigma", "2"));
/// ```
public final class Catalogue {
  private static final List<Operation> OWN =
      List.of(
          Operation.of("gaussian", Gaussian.of(1)),
          Operation.of("gaussian-laplace", GaussianLaplace.of(1)),
          Operation.of("gaussian-gradient-magnitude", GaussianGradientMagnitude.of(1)),
          Operation.of("laplace", Laplace.standard()),
          Operation.of("sobel", Sobel.along(-1)),
          Operation.of("prewitt", Prewitt.along(-1)),
          Operation.of("sobel-magnitude", SobelMagnitude.standard()),
          Operation.of("prewitt-magnitude", PrewittMagnitude.standard()),
          Operation.of("fourier-gaussian", FourierGaussian.of(1)),
          Operation.of("fourier-gaussian-multiplier", FourierGaussianMultiplier.of(1)),
          Operation.of("canny", Canny.of(50, 100)).onAnyScale("min-val", "max-val"),
          Operation.of("threshold", Threshold.keep(150)).onAnyScale("value"),
          Operation.of("normalize", Normalize.toRange(0, 255)),
          Operation.of("map-range", MapRange.of(0, 255, 0, 1))
              .onAnyScale("from-lower", "from-upper"),
          Operation.of("standardize", Standardize.byImage()),
          Operation.of("imagenet", ImageNet.of(255)).onAnyScale("upper"),
          Operation.of("clahe", Clahe.of(2).withWhite(255)).onAnyScale("white"),
          Operation.of("resize", Resize.to(224, 224)),
          Operation.of("letterbox", Letterbox.into(224, 224)),
          Operation.of("centre-crop", CentreCrop.of(224, 224)),
          Operation.of("crop", new Crop(0, 0, 224, 224)),
          Operation.of("pad", Pad.by(16, Boundary.zero())),
          Operation.of("window", Windowing.of(Window.linear(128, 256)).toPicture(DType.UINT8))
              .onAnyScale("center", "width"));

  private static volatile @Nullable OperationList list;

  private Catalogue() {}

  /// Loaded at the first question; who asks next after a failure gets it again.
  private static OperationList list() {
    OperationList known = list;
    if (known == null) {
      known = new OperationList(OWN);
      known.addServices();
      list = known;
    }
    return known;
  }

  /// All operations, in the order in which lists show them.
  public static List<Operation> operations() {
    return list().all();
  }

  /// The names of all operations, in the same order.
  public static List<String> names() {
    return list().names();
  }

  /// The operation whose filters are records of the kind of `filter`, if there is one.
  public static Optional<Operation> find(Filter filter) {
    return list().of(filter);
  }

  /// The operation of that name.
  public static Operation operation(String name) {
    return list()
        .named(name)
        .orElseThrow(() ->
            InvalidInputException.of(
                Failure.Kind.UNKNOWN_OPERATION,
                "an operation",
                "must be one of the catalogue's",
                "'" + name + "'",
                Spelling.nearest(name, names())
                    .map(near -> "did you mean '" + near + "'?")
                    .orElse("choose one of its names")));
  }
}
