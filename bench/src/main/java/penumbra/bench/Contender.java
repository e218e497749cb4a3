package penumbra.bench;

/// The libraries that are compared.
enum Contender {
  FAST("Penumbra FAST"),
  EXACT("Penumbra EXACT"),
  OPENCV("OpenCV"),
  IMAGEJ("ImageJ"),
  BOOFCV("BoofCV"),
  SCIPY("SciPy");

  private final String label;

  Contender(String label) {
    this.label = label;
  }

  String label() {
    return label;
  }

  /// Whether it is measured on one thread and on two, rather than as it runs by default.
  boolean threadsAreChosen() {
    return this == FAST || this == EXACT || this == OPENCV;
  }
}
