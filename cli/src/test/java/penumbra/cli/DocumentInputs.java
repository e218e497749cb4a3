package penumbra.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import penumbra.core.NdArray;

/// The files and folders that the command lines of the documents take as given. A document that
/// names another one needs it made here.
final class DocumentInputs {
  private static final int SIDE = 64;
  private static final int FRAMES = 12;

  private DocumentInputs() {}

  /// Writes them all into `folder`, under the names that the documents use.
  static void write(Path folder) throws IOException {
    picture(folder.resolve("scan.png"), 1);
    picture(folder.resolve("edges.png"), 2);
    picture(folder.resolve("before.png"), 3);
    picture(folder.resolve("after.png"), 4);
    for (int i = 0; i < 3; i++) {
      picture(folder.resolve("scans/scan-" + i + ".jpg"), i);
      picture(folder.resolve("DIR/NORMAL/scan-" + i + ".jpg"), i);
    }
    Files.writeString(
        folder.resolve("scans.csv"),
        "file,diagnosis\nscan-0.jpg,normal\nscan-1.jpg,edema\nscan-2.jpg,normal\n");
    for (String part : List.of("train", "test", "val")) {
      for (String label : List.of("NORMAL", "PNEUMONIA")) {
        String place = "chest_xray/" + part + "/" + label + "/";
        picture(folder.resolve(place + "person-" + part + label + ".jpeg"), place.hashCode());
      }
    }
    Samples.write(folder.resolve("scan.nii"), volume());
    DicomSamples.ct(folder.resolve("scan.dcm"), 1);
    DicomSamples.ct(folder.resolve("a.dcm"), 1);
    DicomSamples.ct(folder.resolve("b.dcm"), 1);
    for (int i = 0; i < 3; i++) {
      for (String series : List.of("series", "study", "ct")) {
        DicomSamples.slice(folder.resolve(series + "/IM" + i), 3, 1 + i, 2 * i);
      }
    }
    for (int i = 0; i < 6; i++) {
      DicomSamples.slice(folder.resolve("mr/IM" + i), 5, 1 + i, 2 * (i % 3));
    }
    zip(folder.resolve("scans"), folder.resolve("scans.zip"));
    zip(folder.resolve("chest_xray"), folder.resolve("chest.zip"));
    zip(folder.resolve("ct"), folder.resolve("archive.zip"));
  }

  private static void picture(Path file, int seed) {
    Samples.write(file, Samples.noise(seed, SIDE, SIDE));
  }

  private static NdArray volume() {
    return NdArray.ofUint8(new byte[FRAMES * SIDE * SIDE], FRAMES, SIDE, SIDE);
  }

  private static void zip(Path folder, Path archive) throws IOException {
    try (var out = new ZipOutputStream(Files.newOutputStream(archive));
        Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new ZipEntry(folder.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
  }
}
