package penumbra.cli.console;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import penumbra.core.InvalidInputException;
import penumbra.io.ImageFiles;

/// Standard input and output, which users call `-`, as temporary files. Input is kept in one until
/// the command ends. Output is written to one first, so that it is sent completely or not at all.
///
/// ```
/// List<Path> files = pipes.inputs(named);
/// pipes.requireOutput();
/// ImageFiles.write(pixels, pipes.output().resolve("result.png"));
/// pipes.send(pipes.output().resolve("result.png"));
/// ```
///
/// The content of the input decides the extension of its file, so that results get their format
/// from it as from any other file.
public final class Pipes {
  private static final String DASH = "-";
  private static final String INPUT = "standard-input";

  private final InputStream in;
  private final OutputStream out;
  private final boolean terminal;
  private @Nullable Path folder;
  private @Nullable Path input;

  /// @param terminal whether `out` is shown to a person
  Pipes(InputStream in, OutputStream out, boolean terminal) {
    this.in = in;
    this.out = out;
    this.terminal = terminal;
  }

  public static boolean isDash(Path named) {
    return named.toString().equals(DASH);
  }

  /// The named files, with the one that keeps standard input in the place of `-`.
  public List<Path> inputs(List<Path> named) throws IOException {
    InvalidInputException.require(
        named.stream().filter(Pipes::isDash).count() <= 1,
        "standard input",
        "must be named once",
        "named several times",
        "leave the others out");
    List<Path> files = new ArrayList<>();
    for (Path file : named) {
      files.add(isDash(file) ? input() : file);
    }
    return files;
  }

  /// Standard input, read to its end.
  private Path input() throws IOException {
    Path raw = folder().resolve(INPUT);
    Files.copy(in, raw);
    input = raw;
    Optional<String> ending = Files.size(raw) == 0 ? Optional.empty() : ending(raw);
    if (ending.isPresent()) {
      input = Files.move(raw, raw.resolveSibling(INPUT + ending.get()));
    }
    return input;
  }

  private static Optional<String> ending(Path file) throws IOException {
    return ImageFiles.formatOf(file)
        .map(label ->
            switch (label) {
              case "JPEG" -> ".jpg";
              case "TIFF" -> ".tif";
              case "NIfTI" -> ".nii";
              case "DICOM" -> ".dcm";
              case "PNM" -> ".pgm";
              default -> "." + label.toLowerCase(Locale.ROOT);
            });
  }

  /// Throws if bytes would be written to a terminal, before any work is done.
  public void requireOutput() {
    InvalidInputException.require(
        !terminal,
        "standard output",
        "must be a file or a pipe, as images are bytes",
        "a terminal",
        "redirect it with > FILE, or name a file with -o");
  }

  /// The folder in which results are made that go to standard output.
  public Path output() throws IOException {
    return folder();
  }

  /// Writes what was made to standard output.
  public void send(Path made) throws IOException {
    try (InputStream bytes = Files.newInputStream(made)) {
      bytes.transferTo(out);
    }
    out.flush();
  }

  /// The text with the files of this class under the names of what they stand for.
  public String named(String text) {
    Path in = input;
    Path all = folder;
    String line = in == null ? text : text.replace(in.toString(), "standard input");
    return all == null
        ? line
        : line.replaceAll(
            java.util.regex.Pattern.quote(all.toString()) + "[/\\\\][A-Za-z.-]+",
            "standard output");
  }

  /// What programs read of the text: `-`, as it was named.
  public String typed(String text) {
    Path in = input;
    return in == null ? text : text.replace(in.toString(), DASH);
  }

  /// Whether that file keeps standard input.
  public boolean isInput(Path file) {
    return file.equals(input);
  }

  /// Deletes the files.
  public void close() throws IOException {
    Path made = folder;
    if (made != null) {
      try (Stream<Path> files = Files.list(made)) {
        for (Path file : files.toList()) {
          Files.delete(file);
        }
      }
      Files.delete(made);
    }
  }

  private Path folder() throws IOException {
    Path made = folder;
    if (made == null) {
      made = Files.createTempDirectory("penumbra-");
      folder = made;
    }
    return made;
  }
}
