package penumbra.core.engine;

/// A correlation along one axis; its result is stored in the output type before the next pass.
///
/// @param axis the axis, 0 first
/// @param kernel the weights
public record Pass(int axis, LineKernel kernel) {}
