package penumbra.core.kernel;

/// Plain loops: the reference for all others, and what runs where there are none.
final class ScalarKernels implements LineKernels {
  @Override
  public String label() {
    return "scalar";
  }

  @Override
  public void sweep(
      Term term,
      boolean four,
      double[] taps,
      int[] offsets,
      int shift,
      double[] weights,
      int k,
      double[] start,
      int from,
      double weight,
      double[] out,
      int at,
      int n) {
    int last = four ? k + TERMS : k + 1;
    double[] first = start;
    int firstFrom = from;
    double firstWeight = weight;
    for (int i = k; i < last; i++) {
      int a = offsets[i] + shift;
      int b = offsets[offsets.length - 1 - i] + shift;
      double w = weights[i];
      switch (term) {
        case SUM -> {
          for (int x = 0; x < n; x++) {
            out[at + x] = first[firstFrom + x] * firstWeight + (taps[a + x] + taps[b + x]) * w;
          }
        }
        case DIFFERENCE -> {
          for (int x = 0; x < n; x++) {
            out[at + x] = first[firstFrom + x] * firstWeight + (taps[a + x] - taps[b + x]) * w;
          }
        }
        case TAP -> {
          for (int x = 0; x < n; x++) {
            out[at + x] = first[firstFrom + x] * firstWeight + taps[a + x] * w;
          }
        }
      }
      first = out;
      firstFrom = at;
      firstWeight = 1;
    }
  }

  @Override
  public void sweep(
      Term term,
      boolean four,
      float[] taps,
      int[] offsets,
      int shift,
      float[] weights,
      int k,
      float[] start,
      int from,
      float weight,
      float[] out,
      int at,
      int n) {
    int last = four ? k + TERMS : k + 1;
    float[] first = start;
    int firstFrom = from;
    float firstWeight = weight;
    for (int i = k; i < last; i++) {
      int a = offsets[i] + shift;
      int b = offsets[offsets.length - 1 - i] + shift;
      float w = weights[i];
      switch (term) {
        case SUM -> {
          for (int x = 0; x < n; x++) {
            out[at + x] =
                Math.fma(taps[a + x] + taps[b + x], w, first[firstFrom + x] * firstWeight);
          }
        }
        case DIFFERENCE -> {
          for (int x = 0; x < n; x++) {
            out[at + x] =
                Math.fma(taps[a + x] - taps[b + x], w, first[firstFrom + x] * firstWeight);
          }
        }
        case TAP -> {
          for (int x = 0; x < n; x++) {
            out[at + x] = Math.fma(taps[a + x], w, first[firstFrom + x] * firstWeight);
          }
        }
      }
      first = out;
      firstFrom = at;
      firstWeight = 1;
    }
  }

  @Override
  public void scale(double[] in, int from, double weight, double[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = in[from + x] * weight;
    }
  }

  @Override
  public void scale(float[] in, int from, float weight, float[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = in[from + x] * weight;
    }
  }

  @Override
  public void widen(byte[] in, float[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = in[x] & 0xFF;
    }
  }

  @Override
  public void widen(byte[] in, double[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = in[x] & 0xFF;
    }
  }

  @Override
  public void widen(short[] in, float[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = in[x] & 0xFFFF;
    }
  }

  @Override
  public void widen(short[] in, double[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = in[x] & 0xFFFF;
    }
  }

  @Override
  public void truncate(double[] line, int at, int n) {
    for (int x = 0; x < n; x++) {
      line[at + x] = (int) line[at + x] & 0xFF;
    }
  }

  @Override
  public int above(float[] line, int at, float value, int[] found, int n) {
    int count = 0;
    for (int x = 0; x < n; x++) {
      found[count] = x;
      count += line[at + x] > value ? 1 : 0;
    }
    return count;
  }

  @Override
  public void narrow(float[] in, int at, byte[] out, int n) {
    for (int x = 0; x < n; x++) {
      // The cast makes 0 of NaN.
      out[x] = (byte) (int) Math.rint(Math.clamp(in[at + x], 0f, 255f));
    }
  }
}
