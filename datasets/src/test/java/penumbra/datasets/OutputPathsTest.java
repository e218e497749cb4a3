package penumbra.datasets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.imaging.FileFormat;

class OutputPathsTest {
  @TempDir private Path folder;

  private static Source source(Path file) {
    return new Source(file, file.getFileName());
  }

  private static List<Path> targets(List<Source> sources, Path output, Optional<FileFormat> asked)
      throws IOException {
    return OutputPaths.of(sources, output, asked).stream().map(Batch.Item::target).toList();
  }

  @Test
  void oneInputGoesToTheFileThatIsNamed() throws IOException {
    Path out = folder.resolve("b.NPY");
    assertThat(targets(List.of(source(Path.of("a.png"))), out, Optional.empty()))
        .containsExactly(out);
  }

  @Test
  void inAFolderNamesAreKeptAndPicturesBecomePng() throws IOException {
    List<Source> sources =
        List.of(
            source(Path.of("x", "a.JPEG")),
            source(Path.of("b.npy")),
            new Source(Path.of("set", "train", "c.png"), Path.of("train", "c.png")),
            source(Path.of("scan.1")));
    assertThat(targets(sources, folder, Optional.empty()))
        .containsExactly(
            folder.resolve("a.png"),
            folder.resolve("b.npy"),
            folder.resolve("train").resolve("c.png"),
            folder.resolve("scan.1.png"));
    assertThat(targets(sources.subList(0, 2), folder, Optional.of(FileFormat.JPG)))
        .containsExactly(folder.resolve("a.jpg"), folder.resolve("b.jpg"));
  }

  @Test
  void twoInputsMayNotShareATarget() {
    List<Source> sources = List.of(source(Path.of("x", "a.png")), source(Path.of("y", "a.jpg")));
    assertThatThrownBy(() -> targets(sources, folder, Optional.empty()))
        .hasMessage(
            folder.resolve("a.png")
                + " must come from one input, but is the result of "
                + Path.of("x", "a.png")
                + " and of "
                + Path.of("y", "a.jpg")
                + "; filter them into folders of their own");
  }

  @Test
  void anInputIsNeverATargetNotEvenThroughALink() throws IOException {
    Path input = Files.writeString(folder.resolve("a.png"), "picture");
    Path link = Files.createSymbolicLink(folder.resolve("link.png"), input);
    assertThatThrownBy(() -> targets(List.of(source(input)), link, Optional.empty()))
        .hasMessage(
            "the output must not be an input, but is "
                + link
                + ", which is the input "
                + input
                + "; write elsewhere");
  }

  @Test
  void aFileCannotBeAFolder() throws IOException {
    Path file = Files.writeString(folder.resolve("notes"), "text");
    assertThatThrownBy(() -> targets(List.of(source(Path.of("a.png"))), file, Optional.empty()))
        .hasMessage(
            "the output must be a folder, or end in .png, .jpg, .jpeg, .npy, .tif, .tiff, .nii,"
                + " .nii.gz, .pgm, .ppm, .gif or .dcm, but is the file "
                + file
                + "; name another");
  }

  @Test
  void inputsThatKeepAllValuesKeepTheirFormat() throws IOException {
    List<Source> sources =
        List.of(
            source(Path.of("a.tiff")),
            source(Path.of("b.nii.gz")),
            source(Path.of("c.nii")),
            source(Path.of("d.pgm")),
            source(Path.of("e.npz")),
            source(Path.of("f.dcm")),
            source(Path.of("g.v2")));
    assertThat(targets(sources, folder, Optional.empty()))
        .extracting(target -> target.getFileName().toString())
        .containsExactly("a.tif", "b.nii.gz", "c.nii", "d.png", "e.npy", "f.png", "g.v2.png");
  }

  @Test
  void aNameThatLooksLikeAFileIsNoNewFolder() throws IOException {
    List<Source> one = List.of(source(Path.of("a.png")));
    for (String name : List.of("x.bmp", "x.jxl", "x.webp", "x.h5")) {
      assertThatThrownBy(() -> targets(one, folder.resolve(name), Optional.empty()))
          .hasMessage(
              "the output must be a folder, or end in .png, .jpg, .jpeg, .npy, .tif, .tiff, .nii,"
                  + " .nii.gz, .pgm, .ppm, .gif or .dcm, but is "
                  + folder.resolve(name)
                  + "; name it otherwise; for a folder of that name, make it first");
    }
    for (String name : List.of("x", "v1.2", "2026.11.23")) {
      assertThat(targets(one, folder.resolve(name), Optional.empty()))
          .containsExactly(folder.resolve(name).resolve("a.png"));
    }
    Path there = Files.createDirectory(folder.resolve("there.bmp"));
    assertThat(targets(one, there, Optional.empty())).containsExactly(there.resolve("a.png"));
  }

  @Test
  void theFormatMustAgreeWithTheName() {
    List<Source> one = List.of(source(Path.of("a.png")));
    assertThatThrownBy(() -> targets(one, Path.of("b.png"), Optional.of(FileFormat.NPY)))
        .hasMessage(
            "format must agree with the output's name, b.png, but is npy; leave it out, or name a"
                + " folder");
  }
}
