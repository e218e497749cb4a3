package penumbra.imaging.job;

/// Something to say about the values of a result.
///
/// @param kind what it is about
/// @param sentence it, without a full stop
public record ValueRemark(Kind kind, String sentence) {
  /// What remarks are about.
  public enum Kind {
    /// Values that are infinite or not numbers.
    NOT_FINITE,
    /// Numbers that look like grey levels of 8 bits, given for an image of another depth.
    EIGHT_BITS
  }
}
