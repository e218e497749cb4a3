package penumbra.core.display;

/// Which grey values are of interest, and how light each of them is shown: the VOI step of DICOM's
/// grey-scale pipeline.
///
/// ```
/// Voi lung = Window.linear(-600, 1500);
/// ```
public sealed interface Voi permits Window, VoiTable, GreyRange {
  /// Replaces the first `n` values of `line` by their lightness, from 0 (black) to 1 (white). NaN
  /// stays NaN.
  void lighten(double[] line, int n);

  /// The value at and below which everything is black.
  double black();

  /// The value at or above which everything is white.
  double white();

  /// A description, as part of a sentence: `the window with center 40 and width 400 ...`.
  String describe();
}
