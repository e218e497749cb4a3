package penumbra.core.engine.stream;

/// A correlation along one axis; its result is stored in the output type before the next pass.
///
/// @param axis the axis, 0 first
/// @param kernel the weights
public record KernelPass(int axis, LineKernel kernel) {}
