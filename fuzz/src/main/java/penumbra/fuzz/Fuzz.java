package penumbra.fuzz;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// Fuzzes parsers one after the other, from the root of the project.
///
/// ```
/// ./mvnw -Pfuzz -pl fuzz -am verify -DskipTests -Dfuzz.parsers=png,tiff -Dfuzz.seconds=1200
/// ```
///
/// Findings are in `fuzz/target/fuzz/PARSER/findings`, with the log beside them. See
/// `docs/fuzzing.md`.
public final class Fuzz {
  private Fuzz() {}

  /// Fuzzes, and fails if anything was found.
  ///
  /// @param arguments labels of parsers, separated by commas, or `all`, and seconds for each
  public static void main(String... arguments) throws IOException, InterruptedException {
    List<Parser> parsers =
        arguments[0].equals("all")
            ? List.of(Parser.values())
            : Arrays.stream(arguments[0].split(",")).map(Parser::labelled).toList();
    int seconds = Integer.parseInt(arguments[1]);
    Path module = Path.of("fuzz").toAbsolutePath();
    boolean found = false;
    for (Parser parser : parsers) {
      FuzzRun run =
          FuzzRun.of(
              parser,
              module.resolve("corpus"),
              module.resolve("target/fuzz").resolve(parser.label()),
              FuzzSession.ofSeconds(seconds));
      System.out.println(run.summary());
      run.findings().forEach(finding -> System.out.println("  " + finding));
      found |= !run.isClean();
    }
    if (found) {
      throw new ContractViolation("something was found; see above");
    }
  }
}
