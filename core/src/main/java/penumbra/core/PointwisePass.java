package penumbra.core;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;

/// Several pointwise filters in one pass over memory, block by block. Between two filters a block
/// is in a buffer, in the result type of the first of them. So the result has the same bits as if
/// each filter had made an array.
final class PointwisePass {
  private static final int LEAST_BLOCKS = 16;

  private PointwisePass() {}

  /// A new array of the last filter's type with the input's shape.
  static NdArray run(NdArray input, List<PointwiseFilter> filters, Execution execution) {
    DType type = input.type();
    for (PointwiseFilter filter : filters) {
      type = filter.resultType(type);
    }
    MemorySegment source = input.segment();
    MemorySegment target = execution.allocate(type, input.size());
    execution.strips(
        Math.toIntExact(Math.ceilDiv(input.size(), PointwiseFilter.Step.MOST)),
        LEAST_BLOCKS,
        () -> {
          PointwiseFilter.Step step = oneAfterTheOther(filters, input.type());
          return (first, last) -> {
            for (int block = first; block < last; block++) {
              long from = (long) block * PointwiseFilter.Step.MOST;
              int n = (int) Math.min(PointwiseFilter.Step.MOST, input.size() - from);
              step.apply(source, from, target, from, n);
            }
          };
        });
    return NdArray.of(type, target, input.shape());
  }

  private static PointwiseFilter.Step oneAfterTheOther(List<PointwiseFilter> filters, DType input) {
    List<PointwiseFilter.Step> steps = new ArrayList<>();
    List<MemorySegment> between = new ArrayList<>();
    DType type = input;
    for (PointwiseFilter filter : filters) {
      steps.add(filter.step(type));
      type = filter.resultType(type);
      if (steps.size() < filters.size()) {
        between.add(NdArray.allocate(type, PointwiseFilter.Step.MOST));
      }
    }
    int last = steps.size() - 1;
    return (source, from, target, to, n) -> {
      MemorySegment block = source;
      long at = from;
      for (int i = 0; i < last; i++) {
        steps.get(i).apply(block, at, between.get(i), 0, n);
        block = between.get(i);
        at = 0;
      }
      steps.get(last).apply(block, at, target, to, n);
    };
  }
}
