package penumbra.cli.operation;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import penumbra.catalogue.Numbers;
import penumbra.cli.console.Console;

/// Says what was odd about the files that were read: of one file each note, of many each note once,
/// with the number of files.
public final class FileNotes {
  private static final int MOST = 10;

  private final Console console;
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Map<String, Path> firsts = new LinkedHashMap<>();

  public FileNotes(Console console) {
    this.console = console;
  }

  /// Takes the notes on a file.
  public void add(Path file, List<String> notes) {
    for (String note : notes) {
      counts.merge(note, 1L, Long::sum);
      firsts.putIfAbsent(note, file);
    }
  }

  /// Call it after the last file.
  public void tell() {
    counts.entrySet().stream()
        .limit(MOST)
        .forEach(entry -> console.note("penumbra: " + line(entry.getKey(), entry.getValue())));
    if (counts.size() > MOST) {
      console.note(
          "penumbra: " + (counts.size() - MOST) + " more notes on files; see 'penumbra info'");
    }
  }

  private String line(String note, long files) {
    String which = files == 1 ? "" : ", and " + Numbers.count(files - 1) + " more";
    return firsts.get(note) + which + ": " + note;
  }
}
