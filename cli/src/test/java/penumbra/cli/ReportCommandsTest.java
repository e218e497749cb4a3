package penumbra.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.DType;
import penumbra.core.NdArray;
import penumbra.core.filter.Gaussian;
import penumbra.io.ImageFiles;
import penumbra.report.article.Article;

/// Runs every command that stands in a report, as a shell takes it apart.
@DisabledOnOs(OS.WINDOWS)
class ReportCommandsTest {
  /// Beside the whole figures: what one filter makes of the picture, and where the report's own
  /// array of it lies.
  private static final Map<String, String> PANELS =
      Map.of(
          "gaussian-laplace-published.png", "laplacian-of-gaussian-published.npy",
          "gaussian-laplace-corrected.png", "laplacian-of-gaussian-corrected.npy",
          "gaussian-gradient-magnitude-published.png", "gaussian-gradient-magnitude-published.npy",
          "gaussian-gradient-magnitude-corrected.png", "gaussian-gradient-magnitude-corrected.npy",
          "canny.png", "canny-corrected.npy",
          "kept.png", "mask.npy");

  @TempDir private Path folder;

  @BeforeEach
  void makeAFolderForOutputs() throws IOException {
    Files.createDirectory(folder.resolve("made"));
  }

  @Test
  void theArticlesCommandsMakeItsFiguresAgain() throws IOException {
    Path set = folder.resolve("my scans");
    Samples.write(set.resolve("it's 1.png"), smooth(1));
    Samples.write(set.resolve("it's 2.png"), smooth(2));
    checkArticle(set, "it's 1.png");
  }

  @Test
  void theArticlesCommandsAreAsTrueOfSixteenBits() throws IOException {
    Path set = folder.resolve("deep");
    double[] levels = smooth(3).toDoubles();
    Samples.write(
        set.resolve("a.png"),
        NdArray.of(
            DType.UINT16, Arrays.stream(levels).map(level -> 257 * level).toArray(), 40, 50));
    checkArticle(set, "a.png");
  }

  @Test
  void theArticlesCommandsSayHowAFileIsRead() throws IOException {
    DicomSamples.ct(folder.resolve("series/two.dcm"), 2);
    Path out = folder.resolve("out");
    CommandLineRun run =
        CommandLineRun.of(
            "article",
            folder.resolve("series").toString(),
            "-o",
            out.toString(),
            "--frame=2",
            "--window=wide",
            "--limit=3",
            "--lenient");
    assertThat(run.code()).isZero();
    byte[] report = Files.readAllBytes(out.resolve("report.html"));
    List<String> commands = commands(out);
    // Filters get what the window shows, which one filter on the file does not.
    assertThat(commands).hasSize(1 + Article.FIGURE_NAMES.size());
    for (String command : commands) {
      assertThat(command).contains("--frame=2", "--window=wide", "--limit=3", "--lenient");
    }
    run(commands.getFirst());
    assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(report);
    checkFigures(out, commands.subList(1, commands.size()));
  }

  @Test
  void theAuditsCommandsMakeItAndItsPicturesAgain() throws IOException {
    Path set = folder.resolve("set & more");
    Samples.image(set.resolve("train/NORMAL/a.png"), 1);
    Samples.image(set.resolve("train/PNEUMONIA/b.png"), 2);
    Samples.image(set.resolve("test/NORMAL/-c 'd'.png"), 1);
    Path out = folder.resolve("out");
    run("penumbra audit '" + set + "' -o " + out + " --expect train/NORMAL=1");
    byte[] report = Files.readAllBytes(out.resolve("report.html"));
    List<String> commands = commands(out);
    assertThat(commands).anyMatch(command -> command.startsWith("penumbra plot grid "));
    for (String command : commands) {
      run(command);
    }
    assertThat(Files.readAllBytes(out.resolve("report.html"))).isEqualTo(report);
    assertThat(ImageFiles.read(folder.resolve("made/pictures.png")).pixels().rank()).isEqualTo(2);
  }

  private void checkArticle(Path set, String first) throws IOException {
    Path out = folder.resolve("the report");
    CommandLineRun run =
        CommandLineRun.of("article", set.toString(), "-o", out.toString(), "--arrays");
    assertThat(run.err()).isEmpty();
    List<String> commands = commands(out);
    checkFigures(out, commands.stream().filter(text -> text.contains(" --figure ")).toList());
    commands.stream().filter(text -> text.startsWith("penumbra filter ")).forEach(this::run);
    Path arrays = out.resolve("arrays").resolve(first);
    for (Map.Entry<String, String> panel : PANELS.entrySet()) {
      String command =
          commands.stream().filter(text -> text.contains(panel.getKey())).findFirst().orElseThrow();
      checkLevels(
          command,
          ImageFiles.read(folder.resolve("made").resolve(panel.getKey())).pixels(),
          ImageFiles.read(arrays.resolve(panel.getValue())).pixels(),
          option(command, "vmin", 0),
          option(command, "vmax", 255));
    }
    assertThat(folder.resolve("made/mask.png")).exists();
  }

  /// Each command writes the bytes of a figure that is there, and every figure has a command.
  private void checkFigures(Path out, List<String> commands) throws IOException {
    List<Path> figures = new ArrayList<>();
    for (String name : Samples.namesIn(out)) {
      if (name.startsWith("figures/") || name.equals("first-ten.gif")) {
        figures.add(out.resolve(name));
      }
    }
    List<byte[]> before = new ArrayList<>();
    for (Path figure : figures) {
      before.add(Files.readAllBytes(figure));
      Files.delete(figure);
    }
    commands.forEach(this::run);
    for (int i = 0; i < figures.size(); i++) {
      assertThat(figures.get(i)).hasBinaryContent(before.get(i));
    }
    assertThat(figures).hasSize(Article.FIGURE_NAMES.size());
  }

  /// The levels that `values` have between the ends, which is what the panel shows.
  private static void checkLevels(
      String command, NdArray picture, NdArray values, double min, double max) {
    double[] levels = picture.toDoubles();
    double[] numbers = values.toDoubles();
    double white = picture.type().max();
    assertThat(levels).hasSameSizeAs(numbers);
    for (int i = 0; i < levels.length; i++) {
      double share = Math.clamp((numbers[i] - min) / (max - min), 0, 1);
      assertThat(levels[i] / white).as(command).isCloseTo(share, offset(2.0 / 255));
    }
  }

  private static double option(String command, String name, double otherwise) {
    return Pattern.compile("--" + name + "=(\\S+)")
        .matcher(command)
        .results()
        .map(found -> Double.parseDouble(found.group(1)))
        .findFirst()
        .orElse(otherwise);
  }

  private static List<String> commands(Path out) throws IOException {
    return Pattern.compile("<code>(.*?)</code>", Pattern.DOTALL)
        .matcher(Files.readString(out.resolve("report.html")))
        .results()
        .map(ReportCommandsTest::text)
        .toList();
  }

  private static String text(MatchResult code) {
    return code.group(1)
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&quot;", "\"")
        .replace("&amp;", "&");
  }

  /// Runs a command; where it names an output without a folder, that lies in `made`.
  private void run(String command) {
    List<String> words = words(command);
    assertThat(words.getFirst()).isEqualTo("penumbra");
    int output = words.indexOf("-o") + 1;
    Path made = folder.resolve("made");
    words.set(output, made.resolve(words.get(output)).toString());
    CommandLineRun run = CommandLineRun.of(words.subList(1, words.size()).toArray(String[]::new));
    assertThat(run.code()).as(command + "\n" + run.err()).isZero();
  }

  /// The words of a command, by the system's shell.
  private static List<String> words(String command) {
    try {
      String script = "for w in " + command + "; do printf '%s\\0' \"$w\"; done";
      Process shell = new ProcessBuilder("sh", "-c", script).start();
      String printed = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      List<String> words = Arrays.asList(printed.split("\0", -1));
      return new ArrayList<>(words.subList(0, words.size() - 1)); // each word ends in a zero
    } catch (IOException e) {
      throw new AssertionError(command, e);
    }
  }

  private static NdArray smooth(int seed) {
    return Gaussian.of(2).apply(Samples.noise(seed, 40, 50)).as(DType.UINT8);
  }
}
