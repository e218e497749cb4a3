package penumbra.figure;

/// One cell of a [Figure]: a picture ([ImagePanel]) or a plot of densities ([DensityPanel]).
public sealed interface Panel permits ImagePanel, DensityPanel {
  /// Over the panel; empty for none. Long titles are wrapped and shrunk to two lines.
  String title();

  /// Below the panel, smaller; empty for none.
  String caption();
}
