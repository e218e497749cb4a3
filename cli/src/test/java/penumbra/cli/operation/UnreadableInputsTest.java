package penumbra.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import penumbra.cli.CommandLineRun;
import penumbra.core.NdArray;
import penumbra.io.ImageFiles;

/// An archive or folder that cannot be read stops nothing else.
class UnreadableInputsTest {
  @TempDir Path folder;

  @BeforeEach
  void makeInputs() throws Exception {
    for (String name : List.of("a.png", "b.png")) {
      ImageFiles.write(NdArray.ofUint8(new byte[48 * 64], 48, 64), folder.resolve(name));
    }
    Files.createDirectory(folder.resolve("empty"));
    byte[] whole = zip("whole.zip");
    Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2));
    Files.write(folder.resolve("cut.tar"), java.util.Arrays.copyOf(tar(), 700));
    byte[] locked = whole.clone();
    int entry = new String(locked, java.nio.charset.StandardCharsets.ISO_8859_1).indexOf("PK\1\2");
    locked[entry + 8] |= 1;
    Files.write(folder.resolve("locked.zip"), locked);
  }

  private byte[] zip(String name) throws Exception {
    Path file = folder.resolve(name);
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("c.png"));
      zip.write(Files.readAllBytes(folder.resolve("a.png")));
    }
    return Files.readAllBytes(file);
  }

  private static byte[] tar() {
    byte[] block = new byte[1024];
    byte[] name = "c.png".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(name, 0, block, 0, name.length);
    System.arraycopy(
        "00000000400\0".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, block, 124, 12);
    System.arraycopy(
        "ustar\00000".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 0, block, 257, 8);
    block[156] = '0';
    java.util.Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (int i = 0; i < 512; i++) {
      sum += block[i] & 0xFF;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, block, 148, 8);
    return block;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"locked.zip", "cut.zip", "cut.tar", "empty", "missing.png", "missing.zip"})
  void theOthersAreDone(String odd) throws Exception {
    List<List<String>> commands =
        List.of(
            List.of("convert", "--format", "npy"),
            List.of("filter", "laplace", "--format", "npy"),
            List.of("run", "smooth"));
    for (List<String> command : commands) {
      Path out = folder.resolve("out-" + command.getFirst() + odd.replace('.', '-'));
      List<String> line = new ArrayList<>(command);
      for (String name : List.of("a.png", odd, "b.png")) {
        line.add(folder.resolve(name).toString());
      }
      line.addAll(List.of("-o", out.toString()));
      CommandLineRun run = CommandLineRun.of(line.toArray(String[]::new));
      assertThat(run.code()).as("%s: %s", line, run.err()).isEqualTo(1);
      assertThat(run.err().lines().filter(said -> said.contains(odd))).as(run.err()).hasSize(1);
      try (Stream<Path> files = Files.walk(out)) {
        assertThat(files.map(file -> file.getFileName().toString()))
            .as("%s", line)
            .anyMatch(name -> name.startsWith("a."))
            .anyMatch(name -> name.startsWith("b."));
      }
    }
  }

  @Test
  void theOnlyInputIsToldAsBefore() {
    Path cut = folder.resolve("cut.zip");
    CommandLineRun run =
        CommandLineRun.of("convert", cut.toString(), "-o", folder.resolve("x").toString());
    assertThat(run.code()).isNotZero();
    assertThat(run.err()).contains("must be a sound ZIP archive").hasLineCount(1);
  }

  @Test
  void whatElseLiesInAFolderIsTold() throws Exception {
    Path set = Files.createDirectory(folder.resolve("set"));
    Files.copy(folder.resolve("a.png"), set.resolve("a.png"));
    ImageFiles.write(NdArray.ofUint8(new byte[48 * 64], 48, 64), set.resolve("e.npy"));
    for (String name : List.of("d.webp", "D.WEBP", "notes.csv", "README", ".hidden.gif")) {
      Files.write(
          set.resolve(name), "RIFF....WEBP".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
    }
    String told = "1 .csv, 2 .webp, 1 without an extension";
    CommandLineRun info = CommandLineRun.of("info", set.toString());
    assertThat(info.out()).contains("  images       2\n").contains("  not images   " + told);
    // Texts and tables belong to many sets: only info tells of them.
    String line = "ignored 2 files in folders that are not read as images: 2 .webp\n";
    for (String[] command :
        new String[][] {
          {"convert", set.toString(), "-o", folder.resolve("c").toString(), "--format", "npy"},
          {"run", "smooth", set.toString(), "-o", folder.resolve("r").toString()},
          {"stats", set.toString()},
          {"audit", set.toString(), "-o", folder.resolve("audit").toString()},
          {"info", "--list", set.toString()}
        }) {
      CommandLineRun run = CommandLineRun.of(command);
      assertThat(run.err()).as(command[0]).contains(line);
      assertThat(run.code()).as(run.err()).isZero();
    }
  }
}
