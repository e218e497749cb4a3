package penumbra.report.bench;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.catalogue.Catalogue;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.measure.Histogram;
import penumbra.core.measure.Statistics;

/// The work that is timed: steps on an input.
///
/// @param steps one, or several that run one after the other
/// @param input what they run on
/// @param isPrecise whether [Execution#precision] can change the computation
/// @param action runs the steps
record Workload(List<Step> steps, NdArray input, boolean isPrecise, Action action) {
  /// The grey levels of 8-bit pictures.
  private static final int LEVELS = 256;

  Workload {
    steps = List.copyOf(steps);
  }

  /// Runs the steps and returns the result.
  @FunctionalInterface
  interface Action {
    Object run(NdArray input, Execution execution);
  }

  /// An operation with those parameters that differ from the defaults.
  ///
  /// @param operation as users name it
  /// @param parameters as users write them
  record Step(String operation, Map<String, String> parameters) {
    /// An operation with its parameters as alternating names and values.
    static Step of(String operation, String... parameters) {
      Map<String, String> map = new LinkedHashMap<>();
      for (int i = 0; i < parameters.length; i += 2) {
        map.put(parameters[i], parameters[i + 1]);
      }
      return new Step(operation, map);
    }

    Filter filter() {
      return Catalogue.operation(operation).build(parameters);
    }
  }

  /// All workloads, on a picture of 8 bits and on the same picture in float32.
  static List<Workload> on(NdArray picture) {
    NdArray floats = picture.as(DType.FLOAT32);
    return List.of(
        filter(floats, Step.of("gaussian", "sigma", "1")),
        filter(floats, Step.of("gaussian", "sigma", "2")),
        filter(floats, Step.of("gaussian", "sigma", "10")),
        filter(picture, Step.of("gaussian", "sigma", "1", "output-type", "same")),
        filter(floats, Step.of("gaussian-laplace", "sigma", "1")),
        filter(picture, Step.of("gaussian-laplace", "sigma", "1")),
        filter(floats, Step.of("gaussian-gradient-magnitude", "sigma", "2")),
        filter(picture, Step.of("gaussian-gradient-magnitude", "sigma", "2")),
        filter(picture, Step.of("sobel-magnitude")),
        chain(
            picture,
            Step.of("sobel-magnitude"),
            Step.of("normalize", "mode", "maximum", "upper", "255")),
        filter(picture, canny("0")),
        filter(picture, canny("1.4")),
        measure(
            picture,
            Step.of("histogram", "bins", String.valueOf(LEVELS)),
            (input, execution) -> Histogram.of(input, 0, LEVELS - 1, LEVELS, execution)),
        measure(picture, Step.of("statistics"), Statistics::of),
        filter(picture, Step.of("threshold", "value", "150", "mode", "keep")),
        measure(floats, Step.of("copy"), Workload::copy));
  }

  private static Step canny(String sigma) {
    return Step.of("canny", "min-val", "50", "max-val", "150", "sigma", sigma, "norm", "l1");
  }

  private static Workload filter(NdArray input, Step step) {
    return new Workload(List.of(step), input, true, step.filter()::apply);
  }

  private static Workload chain(NdArray input, Step first, Step second) {
    return new Workload(
        List.of(first, second), input, true, first.filter().then(second.filter())::apply);
  }

  private static Workload measure(NdArray input, Step step, Action action) {
    return new Workload(List.of(step), input, false, action);
  }

  /// The lower bound: the memory traffic that every filter of this type needs.
  private static NdArray copy(NdArray input, Execution execution) {
    var target = execution.allocate(input.type(), input.size());
    return NdArray.of(input.type(), target.copyFrom(input.segment()), input.shape());
  }

  /// The type of the elements of the result of [#action].
  static DType typeOf(Object result) {
    return switch (result) {
      case NdArray array -> array.type();
      case Histogram _ -> DType.INT64;
      case Statistics _ -> DType.FLOAT64;
      default -> throw new IllegalArgumentException("no type is known for " + result);
    };
  }

  /// The operations' names.
  String name() {
    return steps.stream().map(Step::operation).collect(Collectors.joining(", "));
  }

  /// The parameters of all steps, `sigma 0, norm l1` for instance.
  String parameters() {
    return steps.stream()
        .flatMap(step -> step.parameters().entrySet().stream())
        .map(parameter -> parameter.getKey() + " " + parameter.getValue())
        .collect(Collectors.joining(", "));
  }
}
