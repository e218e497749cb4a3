package example.core;

import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.core.OutputType;
import penumbra.core.Precision;
import penumbra.core.filter.Gaussian;
import penumbra.core.filter.intensity.Normalize;
import penumbra.core.filter.Sobel;
import penumbra.core.filter.SobelMagnitude;

/** The example of README.md, line by line, on a picture whose left half is dark. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    int height = 5;
    int width = 8;
    byte[] pixels = new byte[height * width];
    for (int i = 0; i < pixels.length; i++) {
      pixels[i] = (byte) (i % width < width / 2 ? 0 : 200);
    }
    example(pixels, height, width);
  }

  private static void example(byte[] pixels, int height, int width) {
    NdArray image = NdArray.ofUint8(pixels, height, width);   // shape (height, width), no copy

    NdArray smooth = Gaussian.of(2).apply(image);             // float32, as smoothing needs
    NdArray down = Sobel.along(0).apply(image);               // float32: an edge may be negative
    NdArray edges = SobelMagnitude.standard().apply(smooth);

    NdArray asSciPy = Sobel.along(0).withOutputType(OutputType.SAME).apply(image);  // uint8, wraps

    Execution fast = Execution.ofThreads(4).withPrecision(Precision.FAST);          // single precision
    NdArray picture = SobelMagnitude.standard().then(Normalize.toMaximum(255)).apply(image, fast);

    System.out.println(smooth.type() + " " + down.type() + " " + edges.type() + " " + asSciPy.type());
    System.out.println(picture.get(2, 0) + " " + picture.get(2, 3) + " " + picture.get(2, 4));
  }
}
