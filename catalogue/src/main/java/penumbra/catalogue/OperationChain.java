package penumbra.catalogue;

import static penumbra.core.InvalidInputException.require;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;
import penumbra.core.Chain;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.GeometricFilter;
import penumbra.core.GreyScale;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.filter.intensity.ImageNet;

/// Operations applied one after the other, each to the result of the one before.
///
/// ```
/// var smooth = new OperationCall(Catalogue.operation("gaussian"), Map.of("sigma", "2mm"));
/// var edges = new OperationCall(Catalogue.operation("sobel-magnitude"), Map.of());
/// Filter filter = new OperationChain(List.of(smooth, edges)).on(scan);
/// ```
///
/// A recipe with these steps gives the same results, bit for bit. After an operation that moves
/// pixels or adds axes the spacing is unknown, so that no length in millimetres can be wrong.
///
/// @param calls the operations in order, at least one
public record OperationChain(List<OperationCall> calls) implements Filtering {
  public OperationChain {
    calls = List.copyOf(calls);
    require(!calls.isEmpty(), "a chain", "must have an operation", "empty", "name one");
  }

  /// One filter for all operations; if there is only one operation, its own filter.
  @Override
  public Filter on(Radiograph image) {
    if (calls.size() == 1) {
      return calls.getFirst().on(image);
    }
    List<Filter> filters = new ArrayList<>();
    boolean shares = calls.stream().anyMatch(call -> !call.shares().isEmpty());
    walk(
        shares ? GreyScales.told(image) : image,
        (call, seen) -> {
          Filter filter = filter(call, seen);
          filters.add(filter);
          return filter;
        });
    return new Chain(filters);
  }

  @Override
  public boolean needsScale() {
    return calls.stream().anyMatch(OperationCall::needsScale);
  }

  @Override
  public List<String> doubts(Radiograph image) {
    List<String> doubts = new ArrayList<>();
    List<Filter> filters = new ArrayList<>();
    walk(
        image,
        (call, seen) -> {
          // Where an operation has lost the scale, the levels of the image say nothing any more.
          if (filters.isEmpty() || seen.scale().isPresent()) {
            doubts.addAll(call.doubts(seen));
          }
          Filter filter = filter(call, seen);
          filters.add(filter);
          return filter;
        });
    return doubts;
  }

  /// Takes each call to what is known of its image: after an operation that moves pixels the
  /// spacing is unknown, and each has its own scale of results.
  private void walk(Radiograph image, BiFunction<OperationCall, Radiograph, Filter> step) {
    Radiograph seen = image;
    DType type = image.pixels().type();
    for (OperationCall call : calls) {
      Filter filter = step.apply(call, seen);
      boolean moves = filter instanceof GeometricFilter || filter instanceof ImageNet;
      try {
        Optional<GreyScale> scale = filter.scale(seen.scale(), type);
        seen = (moves ? withoutSpacing(seen) : seen).withScale(scale);
        @Nullable DType result = filter.resultType(type);
        type = result == null ? DType.FLOAT64 : result;
      } catch (InvalidInputException rule) {
        throw named(call.operation().name(), rule);
      }
    }
  }

  /// The filter of an image whose elements are a millimetre apart; of a chain without lengths that
  /// of every image.
  public Filter bare() {
    return calls.size() == 1
        ? calls.getFirst().bare()
        : new Chain(calls.stream().map(OperationCall::bare).toList());
  }

  private static Filter filter(OperationCall call, Radiograph seen) {
    try {
      return call.onKnownScale(seen);
    } catch (InvalidInputException rule) {
      throw named(call.operation().name(), rule);
    }
  }

  private static Radiograph withoutSpacing(Radiograph image) {
    return new Radiograph(
        image.pixels(),
        image.source(),
        image.decodingSteps(),
        List.of(),
        image.presentation(),
        Optional.empty(),
        image.scale());
  }

  /// The error of `filter` for `input`. If there are several operations, it names the first one
  /// that fails when they are applied one by one.
  public static RuntimeException named(Filter filter, NdArray input, InvalidInputException rule) {
    if (filter instanceof Chain(List<Filter> filters)) {
      NdArray made = input;
      for (Filter step : filters) {
        try {
          made = step.apply(made, Execution.ofThreads(1));
        } catch (InvalidInputException own) {
          return named(FilterDescription.of(step).name(), own);
        }
      }
    }
    return rule;
  }

  private static IllegalArgumentException named(String operation, InvalidInputException rule) {
    return new IllegalArgumentException(operation + ": " + rule.getMessage(), rule);
  }
}
