package penumbra.bench;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.io.png.Png;

/// Writes the page: the text of `performance.template.md` with the numbers of a run.
final class Report {
  static final String PAGE = "performance.md";

  private static final String FIGURE = "images/performance.png";
  private static final String TEMPLATE = "performance.template.md";

  private final MeasuredResults results;

  Report(MeasuredResults results) {
    this.results = results;
  }

  /// Writes page and figure into `folder`.
  void write(Path folder) throws IOException {
    Path figure = folder.resolve(FIGURE);
    Files.createDirectories(figure.getParent());
    Files.write(figure, Png.encode(new Chart(results).draw()));
    Files.writeString(folder.resolve(PAGE), page());
  }

  /// The whole page.
  String page() throws IOException {
    String page = template();
    for (Map.Entry<String, String> part : parts().entrySet()) {
      page = page.replace("{{" + part.getKey() + "}}", part.getValue());
    }
    return page;
  }

  static String template() throws IOException {
    try (InputStream resource = Report.class.getResourceAsStream(TEMPLATE)) {
      if (resource == null) {
        throw new IllegalStateException(TEMPLATE + " is missing from the bench");
      }
      return new String(resource.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Map<String, String> parts() {
    var tables = new Tables(results);
    Machine machine = results.machine();
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put("date", Machine.today().toString());
    parts.put("picture", results.picture());
    parts.put("processor", machine.processor());
    parts.put("system", machine.system());
    parts.put("jdk", machine.jdk());
    parts.put("kernels", machine.kernels());
    parts.put("load", machine.load());
    parts.put("scipy", results.scipy().note());
    for (String name : new String[] {"penumbra", "jmh", "opencv", "imagej", "boofcv"}) {
      parts.put("version." + name, Machine.version(name));
    }
    parts.put("lengths", lengths());
    parts.put(
        "medians",
        results.plan().settings().threads().reversed().stream()
            .map(count -> "### " + heading(count) + "\n\n" + tables.medians(count))
            .collect(Collectors.joining("\n\n")));
    parts.put("sizes", tables.sizes());
    parts.put("targets", new SpeedTargets(results).verdicts());
    parts.put("agreement", tables.agreement());
    return parts;
  }

  private static String heading(int threads) {
    return threads == 1 ? "One thread" : threads + " threads";
  }

  private String lengths() {
    Settings settings = results.plan().settings();
    return settings.warmups()
        + " × "
        + settings.warmupMillis()
        + " ms of warm-up, then "
        + settings.iterations()
        + " × "
        + settings.millis()
        + " ms measured";
  }
}
