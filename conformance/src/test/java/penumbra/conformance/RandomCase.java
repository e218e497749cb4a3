package penumbra.conformance;

import java.util.ArrayList;
import java.util.List;
import penumbra.core.Boundary;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.OutputType;

/// An input, a boundary and an output type, drawn at random.
///
/// @param input what is filtered
/// @param boundary what lies outside
/// @param outputType the type of the result
record RandomCase(GeneratedInput input, Boundary boundary, DType outputType) {
  private static final DType[] TYPES = {
    DType.UINT8,
    DType.UINT8,
    DType.INT8,
    DType.UINT16,
    DType.INT16,
    DType.UINT32,
    DType.INT32,
    DType.INT64,
    DType.FLOAT32,
    DType.FLOAT32,
    DType.FLOAT64,
    DType.FLOAT64
  };

  /// Any type into any other, one to three axes, short ones often.
  static RandomCase draw(SplitMix64 random) {
    int rank = 1 + random.below(3);
    List<Integer> shape = new ArrayList<>();
    for (int axis = 0; axis < rank; axis++) {
      shape.add(random.below(4) == 0 ? 1 + random.below(2) : 1 + random.below(rank == 3 ? 8 : 21));
    }
    DType type = random.oneOf(TYPES);
    GeneratedInput.Flavour flavour =
        type.isInteger()
            ? random.oneOf(
                GeneratedInput.Flavour.FULL,
                GeneratedInput.Flavour.LOW,
                GeneratedInput.Flavour.IMAGE)
            : random.oneOf(GeneratedInput.Flavour.values());
    return new RandomCase(
        new GeneratedInput(type, shape, flavour), boundary(random), random.oneOf(TYPES));
  }

  /// Any boundary.
  static Boundary boundary(SplitMix64 random) {
    return random.oneOf(
        new Boundary.Reflect(),
        new Boundary.Constant(0),
        new Boundary.Constant(7.5),
        new Boundary.Nearest(),
        new Boundary.Mirror(),
        new Boundary.Wrap());
  }

  NdArray array() {
    return input.array();
  }

  int rank() {
    return input.shape().size();
  }

  OutputType output() {
    return OutputType.of(outputType);
  }

  @Override
  public String toString() {
    return input.name() + " " + boundary + " -> " + outputType.label();
  }
}
