package example.io;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.io.ImageFiles;

/** Writes a picture and reads it back. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException {
    Path file = Files.createTempFile("example", ".png");
    ImageFiles.write(NdArray.ofUint8(new byte[] {1, 2, 3, 4, 5, 6}, 2, 3), file);
    Radiograph read = ImageFiles.read(file);
    Files.delete(file);
    System.out.println(read.pixels().shape()[1] + " columns, last pixel " + read.pixels().get(1, 2));
  }
}
