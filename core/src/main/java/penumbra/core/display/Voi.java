package penumbra.core.display;

/// Which grey values are of interest, and how light each of them is shown: the VOI step of DICOM's
/// grey-scale pipeline.
///
/// ```
/// Voi lung = Window.linear(-600, 1500);
/// ```
public sealed interface Voi permits Window, VoiTable, GreyRange {
  /// Turns the first `n` values of `line` into how light they are, from 0, black, to 1, white, in
  /// place. NaN stays NaN.
  void lighten(double[] line, int n);

  /// The value at which, and below which, all is black.
  double black();

  /// The value at which, or above which, all is white.
  double white();

  /// What it does, as the part of a sentence: `the window with center 40 and width 400 ...`.
  String describe();
}
