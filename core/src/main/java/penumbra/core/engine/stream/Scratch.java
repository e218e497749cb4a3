package penumbra.core.engine.stream;

/// One thread's buffers for conversions, which grow as needed.
final class Scratch {
  private byte[] bytes = {};
  private short[] shorts = {};
  private float[] floats = {};
  private double[] doubles = {};

  byte[] bytes(int n) {
    if (bytes.length < n) {
      bytes = new byte[n];
    }
    return bytes;
  }

  short[] shorts(int n) {
    if (shorts.length < n) {
      shorts = new short[n];
    }
    return shorts;
  }

  float[] floats(int n) {
    if (floats.length < n) {
      floats = new float[n];
    }
    return floats;
  }

  double[] doubles(int n) {
    if (doubles.length < n) {
      doubles = new double[n];
    }
    return doubles;
  }
}
