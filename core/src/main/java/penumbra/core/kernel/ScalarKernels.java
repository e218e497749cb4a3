package penumbra.core.kernel;

/// Scalar loops: the reference for all other kernels, and the fallback if there are none.
final class ScalarKernels implements LineKernels {
  @Override
  public String label() {
    return "scalar";
  }

  @Override
  public void sweep(
      Term term,
      int terms,
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
    for (int i = k; i < k + terms; i++) {
      double[] first = i == k ? start : out;
      int firstFrom = i == k ? from : at;
      double firstWeight = i == k ? weight : 1;
      int a = offsets[i] + shift;
      int b = offsets[offsets.length - 1 - i] + shift;
      switch (term) {
        case SUM ->
            ScalarSweeps.sum(taps, a, b, weights[i], first, firstFrom, firstWeight, out, at, n);
        case DIFFERENCE ->
            ScalarSweeps.difference(
                taps, a, b, weights[i], first, firstFrom, firstWeight, out, at, n);
        case TAP ->
            ScalarSweeps.tap(taps, a, weights[i], first, firstFrom, firstWeight, out, at, n);
      }
    }
  }

  @Override
  public void sweep(
      Term term,
      int terms,
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
    for (int i = k; i < k + terms; i++) {
      float[] first = i == k ? start : out;
      int firstFrom = i == k ? from : at;
      float firstWeight = i == k ? weight : 1;
      int a = offsets[i] + shift;
      int b = offsets[offsets.length - 1 - i] + shift;
      switch (term) {
        case SUM ->
            ScalarSweeps.sum(taps, a, b, weights[i], first, firstFrom, firstWeight, out, at, n);
        case DIFFERENCE ->
            ScalarSweeps.difference(
                taps, a, b, weights[i], first, firstFrom, firstWeight, out, at, n);
        case TAP ->
            ScalarSweeps.tap(taps, a, weights[i], first, firstFrom, firstWeight, out, at, n);
      }
    }
  }

  @Override
  public void twinSweep(
      double[] taps,
      int[] offsets,
      int shift,
      double[] first,
      double[] second,
      double[] out,
      int at,
      double[] other,
      int otherAt,
      int n) {
    int middle = offsets.length / 2;
    int from = offsets[middle] + shift;
    sweep(
        Term.SUM,
        TWIN_TERMS,
        taps,
        offsets,
        shift,
        first,
        0,
        taps,
        from,
        first[middle],
        out,
        at,
        n);
    sweep(
        Term.SUM,
        TWIN_TERMS,
        taps,
        offsets,
        shift,
        second,
        0,
        taps,
        from,
        second[middle],
        other,
        otherAt,
        n);
  }

  @Override
  public void scale(double[] in, int from, double weight, double[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = in[from + x] * weight;
    }
  }

  @Override
  public void twinSweep(
      float[] taps,
      int[] offsets,
      int shift,
      float[] first,
      float[] second,
      float[] out,
      int at,
      float[] other,
      int otherAt,
      int n) {
    int middle = offsets.length / 2;
    int from = offsets[middle] + shift;
    sweep(
        Term.SUM,
        TWIN_TERMS,
        taps,
        offsets,
        shift,
        first,
        0,
        taps,
        from,
        first[middle],
        out,
        at,
        n);
    sweep(
        Term.SUM,
        TWIN_TERMS,
        taps,
        offsets,
        shift,
        second,
        0,
        taps,
        from,
        second[middle],
        other,
        otherAt,
        n);
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
  public void gradient(
      float[] lines, int above, int here, int below, float centre, float[] dx, float[] dy, int n) {
    for (int x = 0; x < n; x++) {
      float a = lines[above + x - 1];
      float c = lines[below + x - 1];
      float aNext = lines[above + x + 1];
      float cNext = lines[below + x + 1];
      float along = lines[here + x + 1] - lines[here + x - 1];
      dx[x] = Math.fma(centre, along, (aNext - a) + (cNext - c));
      float down = lines[below + x] - lines[above + x];
      dy[x] = Math.fma(centre, down, (c - a) + (cNext - aNext));
    }
  }

  @Override
  public void gradientAndMagnitudes(
      float[] lines,
      int above,
      int here,
      int below,
      float centre,
      boolean squared,
      float[] dx,
      float[] dy,
      float[] out,
      int at,
      int n) {
    gradient(lines, above, here, below, centre, dx, dy, n);
    magnitudes(squared, dx, dy, out, at, n);
  }

  @Override
  public void magnitudes(boolean squared, float[] dx, float[] dy, float[] out, int at, int n) {
    for (int x = 0; x < n; x++) {
      out[at + x] = squared ? dx[x] * dx[x] + dy[x] * dy[x] : Math.abs(dx[x]) + Math.abs(dy[x]);
    }
  }

  @Override
  public void hypotenuse(float[] a, float[] b, int n) {
    for (int x = 0; x < n; x++) {
      a[x] = (float) Math.sqrt(a[x] * a[x] + b[x] * b[x]);
    }
  }

  @Override
  public int ridges(
      float[] magnitude,
      int above,
      int here,
      int below,
      float[] dx,
      float[] dy,
      float low,
      int[] found,
      int n) {
    int count = 0;
    for (int x = 0; x < n; x++) {
      float m = magnitude[here + x];
      if (!(m > low)) {
        continue;
      }
      float t = Math.abs(dx[x]) * TAN_22;
      boolean horizontal = Math.abs(dy[x]) < t;
      boolean vertical = Math.abs(dy[x]) - (Math.abs(dx[x]) + Math.abs(dx[x])) > t;
      int side = (dx[x] < 0) != (dy[x] < 0) ? -1 : 1;
      float before = magnitude[horizontal ? here + x - 1 : vertical ? above + x : above + x - side];
      float behind = magnitude[horizontal ? here + x + 1 : vertical ? below + x : below + x + side];
      if (m > before && (m > behind || ((horizontal || vertical) && m == behind))) {
        found[count++] = x;
      }
    }
    return count;
  }

  @Override
  public int ridges(
      double[] magnitude,
      int above,
      int here,
      int below,
      double[] dx,
      double[] dy,
      double low,
      int[] found,
      int n) {
    int count = 0;
    for (int x = 0; x < n; x++) {
      double m = magnitude[here + x];
      if (!(m > low)) {
        continue;
      }
      double t = Math.abs(dx[x]) * TAN_22;
      boolean horizontal = Math.abs(dy[x]) < t;
      boolean vertical = Math.abs(dy[x]) > Math.abs(dx[x]) * (2.0 + TAN_22);
      int side = (dx[x] < 0) != (dy[x] < 0) ? -1 : 1;
      double before =
          magnitude[horizontal ? here + x - 1 : vertical ? above + x : above + x - side];
      double behind =
          magnitude[horizontal ? here + x + 1 : vertical ? below + x : below + x + side];
      if (m > before && (m > behind || ((horizontal || vertical) && m == behind))) {
        found[count++] = x;
      }
    }
    return count;
  }

  @Override
  public void narrow(float[] in, int at, byte[] out, int n) {
    for (int x = 0; x < n; x++) {
      // The cast converts NaN to 0.
      out[x] = (byte) (int) Math.rint(Math.clamp(in[at + x], 0f, 255f));
    }
  }

  /// Compares whole words of eight or four numbers at a time. A number is above the bound if adding
  /// the bound's difference to a carry produces a carry (after Warren, "Hacker's Delight", section
  /// 2-18, where no carry leaves its element).
  @Override
  public void above(long[] words, int n, int bits, boolean isSigned, int bound, boolean keeps) {
    long ones = bits == Byte.SIZE ? 0x0101010101010101L : 0x0001000100010001L;
    long high = ones << (bits - 1);
    long low = ~high;
    long flip = isSigned ? high : 0;
    long beyond = bound + (isSigned ? 1L << (bits - 1) : 0);
    long lack = ((1L << bits) - 1 - beyond) * ones;
    long keep = keeps ? 0 : -1;
    for (int i = 0; i < n; i++) {
      long word = words[i] ^ flip;
      long carryIn = (word & low) + (lack & low);
      long above = ((word & lack) | ((word | lack) & carryIn)) & high;
      long mask = (above << 1) - (above >>> (bits - 1));
      words[i] = (words[i] | keep) & mask;
    }
  }
}
