package penumbra.cli.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import penumbra.cli.console.Console;
import penumbra.cli.console.ExitCodes;
import penumbra.core.InvalidInputException;
import penumbra.datasets.run.RunTables;
import penumbra.datasets.table.DuckDb;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `penumbra sql QUERY [OUT]`: SQL queries on a run.
@Command(
    name = "sql",
    description = "Query the manifest of a run in SQL (DuckDB).",
    footer = {
      "",
      "Tables: images (the manifest, a row for each image), times (path, milliseconds, finished).",
      "Before the first run has finished, images has what is done so far.",
      "",
      "Examples:",
      "  penumbra sql \"select split, label, avg(mean) from images group by all\" edges",
      "  penumbra sql \"describe images\" edges"
    })
public final class SqlCommand implements Callable<Integer> {
  private static final int WIDEST = 60;

  private final Console console;

  @Parameters(index = "0", paramLabel = "QUERY", description = "The query.")
  private String query = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "OUT",
      defaultValue = ".",
      description = "The folder of results. Default: the current folder.")
  private Path output = Path.of("");

  @Option(names = "--csv", description = "Print CSV.")
  private boolean csv;

  public SqlCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws IOException {
    try (RunTables tables = RunTables.open(output)) {
      DuckDb.Answer answer = tables.duck().ask(query);
      if (csv) {
        printCsv(answer);
      } else {
        print(answer);
      }
      return ExitCodes.DONE;
    } catch (SQLException error) {
      String reason = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
      throw InvalidInputException.of(
          "the query",
          "must be SQL on the tables images and times",
          "not: " + reason,
          "'describe images' shows the columns");
    }
  }

  private void printCsv(DuckDb.Answer answer) {
    console
        .out()
        .println(String.join(",", answer.columns().stream().map(SqlCommand::cell).toList()));
    for (List<Optional<String>> row : answer.rows()) {
      console
          .out()
          .println(
              row.stream()
                  .map(value -> value.map(SqlCommand::cell).orElse(""))
                  .collect(Collectors.joining(",")));
    }
  }

  private static String cell(String text) {
    boolean plain = !text.isEmpty() && text.chars().noneMatch(c -> ",\"\n\r".indexOf(c) >= 0);
    return plain ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private void print(DuckDb.Answer answer) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(answer.columns());
    for (List<Optional<String>> row : answer.rows()) {
      lines.add(row.stream().map(value -> shortened(value.orElse("-"))).toList());
    }
    int[] widths = new int[answer.columns().size()];
    for (List<String> line : lines) {
      for (int i = 0; i < widths.length; i++) {
        widths[i] = Math.max(widths[i], line.get(i).length());
      }
    }
    for (List<String> line : lines) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < widths.length; i++) {
        text.append(line.get(i)).append(" ".repeat(widths[i] - line.get(i).length() + 2));
      }
      console.out().println(text.toString().stripTrailing());
    }
  }

  /// A value in one line, on a terminal cut to a width that fits; programs get the whole.
  private String shortened(String value) {
    String line = value.replaceAll("\\p{Cntrl}", "?");
    return !console.terminal().out() || line.length() <= WIDEST
        ? line
        : line.substring(0, WIDEST - 3) + "...";
  }
}
