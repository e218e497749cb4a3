package penumbra.fuzz;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import penumbra.io.format.Limits;

/// One run of Jazzer on one parser, in a separate JVM.
///
/// @param parser what was fuzzed
/// @param executions how many inputs were read
/// @param coverage how many branches of ours they reached, as libFuzzer counts
/// @param exit the JVM's exit status
/// @param findings the inputs that broke the contract
/// @param log Jazzer's output
record FuzzRun(
    Parser parser, long executions, long coverage, int exit, List<Path> findings, Path log) {
  private static final String JAZZER = "com.code_intelligence.jazzer.Jazzer";
  private static final Pattern EXECUTIONS =
      Pattern.compile("stat::number_of_executed_units: (\\d+)");
  private static final Pattern COVERAGE = Pattern.compile("cov: (\\d+)");

  FuzzRun {
    findings = List.copyOf(findings);
  }

  /// Fuzzes.
  ///
  /// @param corpora the folder of the seeds, which are not changed
  /// @param folder for the corpus, the log and the findings of the run
  static FuzzRun of(Parser parser, Path corpora, Path folder, FuzzSession course)
      throws IOException, InterruptedException {
    return of(Target.class, parser, corpora, folder, course);
  }

  /// The same by another class than [Target] that Jazzer calls as it does that.
  static FuzzRun of(Class<?> target, Parser parser, Path corpora, Path folder, FuzzSession course)
      throws IOException, InterruptedException {
    Path grown = Files.createDirectories(folder.resolve("corpus"));
    Path found = Files.createDirectories(folder.resolve("findings"));
    Path scratch = Files.createDirectories(folder.resolve("scratch"));
    Path log = folder.resolve("log.txt");
    List<String> command = new ArrayList<>(virtualMachine(scratch));
    command.addAll(course.java());
    command.add(JAZZER);
    command.add("--target_class=" + target.getName());
    command.add("--target_args=" + parser.label());
    command.add("--instrumentation_includes=penumbra.**");
    command.add("--instrumentation_excludes=" + Target.class.getPackageName() + ".**");
    // It takes memory in the parser's name, and helps past patterns that no parser here has.
    command.add("--disabled_hooks=com.code_intelligence.jazzer.sanitizers.RegexRoadblocks");
    command.add("--reproducer_path=" + found);
    command.addAll(
        List.of(
            "-artifact_prefix=" + found + File.separator,
            "-rss_limit_mb=2048",
            "-max_len=16384",
            "-print_final_stats=1"));
    command.addAll(course.jazzer());
    command.add(grown.toString());
    command.add(corpora.resolve(parser.label()).toString());
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put(Limits.VARIABLE, String.valueOf(ParserContract.LIMITS.maxPixels()));
    int exit = builder.redirectErrorStream(true).redirectOutput(log.toFile()).start().waitFor();
    String said = Files.readString(log, StandardCharsets.ISO_8859_1);
    return new FuzzRun(
        parser, last(EXECUTIONS, said), last(COVERAGE, said), exit, inputs(found), log);
  }

  private static List<String> virtualMachine(Path scratch) {
    return List.of(
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-Xmx768m",
        "-XX:MaxDirectMemorySize=64m",
        "-XX:+UseSerialGC",
        "-XX:+EnableDynamicAgentLoading",
        "--enable-native-access=ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-Djava.awt.headless=true",
        "-Djava.io.tmpdir=" + scratch,
        "-D" + ParserContract.OVERHEAD + "=4",
        "-classpath",
        System.getProperty("java.class.path"));
  }

  private static long last(Pattern pattern, String text) {
    long number = 0;
    for (Matcher matcher = pattern.matcher(text); matcher.find(); ) {
      number = Long.parseLong(matcher.group(1));
    }
    return number;
  }

  private static List<Path> inputs(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.filter(file -> !file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /// Whether Jazzer ran to its end and found nothing.
  boolean isClean() {
    return exit == 0 && findings.isEmpty();
  }

  /// One line.
  String summary() {
    return String.format(
        Locale.ROOT,
        "%-16s %,12d inputs, %,6d branches, %s",
        parser.label(),
        executions,
        coverage,
        isClean() ? "nothing found" : findings.size() + " found, exit " + exit + ", see " + log);
  }
}
