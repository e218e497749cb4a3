import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import penumbra.core.Execution;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;
import penumbra.phantom.ChestPhantom;

/// Makes a data set of the size and kind of the article's, of phantoms, for measuring runs:
///
/// ```
/// java -cp 'cli/target/dist/lib/*' bench/PhantomSet.java FOLDER [COUNT]
/// ```
///
/// COUNT JPEG files (5,856 without it) of 8-bit grey, about 1300 x 1000 pixels, quality 90, in the
/// folders of Kaggle's chest X-ray set. One in sixteen is simulated, the others are its copies: what
/// is measured does not know, and simulating takes a second each.
public final class PhantomSet {
  private static final int ARTICLE = 5856;
  private static final int COPIES = 16;
  private static final int QUALITY = 90;

  private PhantomSet() {}

  /// Writes the set.
  public static void main(String[] args) throws IOException {
    Path folder = Path.of(args[0]);
    int count = args.length > 1 ? Integer.parseInt(args[1]) : ARTICLE;
    for (int i = 0; i < count; i += COPIES) {
      int patient = i / COPIES;
      int height = 920 + patient * 53 % 160;
      int width = 1200 + patient * 37 % 200;
      boolean pneumonia = patient % 4 != 0;
      var phantom = new ChestPhantom(patient + 1, height, width, pneumonia);
      NdArray picture = phantom.render(Execution.allCores()).display();
      Path first = file(folder, i, pneumonia);
      ImageFiles.write(picture, first, QUALITY);
      for (int copy = i + 1; copy < Math.min(i + COPIES, count); copy++) {
        Files.copy(first, file(folder, copy, pneumonia));
      }
    }
  }

  private static Path file(Path folder, int number, boolean pneumonia) throws IOException {
    String split = number % 10 == 0 ? "test" : number % 366 == 1 ? "val" : "train";
    Path inner = folder.resolve(split).resolve(pneumonia ? "PNEUMONIA" : "NORMAL");
    return Files.createDirectories(inner)
        .resolve(String.format(Locale.ROOT, "IM-%04d-0001.jpeg", number));
  }
}
