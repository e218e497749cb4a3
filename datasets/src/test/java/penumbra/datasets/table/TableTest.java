package penumbra.datasets.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TableTest {
  private static final Table<Row> TABLE =
      Table.of(
          Column.text("name", Row::name),
          Column.optionalText("error", Row::error),
          Column.whole("bytes", Row::bytes),
          Column.number("mean", Row::mean),
          Column.optionalWholes("histogram", Row::histogram),
          Column.flag("sound", row -> row.error().isEmpty()));

  private static final List<Row> ROWS =
      List.of(
          new Row("a, \"b\"\nc", Optional.empty(), 7, 0.1, Optional.of(new long[] {1, 2, 3})),
          new Row("", Optional.of("is empty"), -1, Double.NaN, Optional.empty()),
          new Row("été", Optional.of(""), 1L << 53, 1e300, Optional.of(new long[0])));

  @TempDir Path folder;

  private record Row(
      String name, Optional<String> error, long bytes, double mean, Optional<long[]> histogram) {}

  @Test
  void csvQuotesWhatItMustAndTellsMissingFromEmpty() throws IOException {
    Path file = folder.resolve("rows.csv");

    TABLE.writeCsv(ROWS, file);

    assertThat(Files.readString(file))
        .isEqualTo(
            """
            name,error,bytes,mean,histogram,sound
            "a, ""b""
            c",,7,0.1,"[1, 2, 3]",true
            "",is empty,-1,nan,,false
            été,"",9007199254740992,1.0E300,[],false
            """);
  }

  @Test
  void parquetHoldsTheSameRowsWithTheirTypes() throws Exception {
    Path file = folder.resolve("it's.parquet");

    TABLE.writeParquet(ROWS, file);

    try (DuckDb duck = DuckDb.open()) {
      String from = " from read_parquet(" + DuckDb.text(file.toString()) + ")";
      assertThat(duck.ask("select *" + from).rows())
          .containsExactly(
              List.of(
                  Optional.of("a, \"b\"\nc"),
                  Optional.empty(),
                  Optional.of("7"),
                  Optional.of("0.1"),
                  Optional.of("[1, 2, 3]"),
                  Optional.of("true")),
              List.of(
                  Optional.of(""),
                  Optional.of("is empty"),
                  Optional.of("-1"),
                  Optional.of("NaN"),
                  Optional.empty(),
                  Optional.of("false")),
              List.of(
                  Optional.of("été"),
                  Optional.of(""),
                  Optional.of("9007199254740992"),
                  Optional.of("1.0E300"),
                  Optional.of("[]"),
                  Optional.of("false")));
      assertThat(duck.ask("select typeof(columns(*))" + from + " limit 1").rows().getFirst())
          .containsExactly(
              Optional.of("VARCHAR"),
              Optional.of("VARCHAR"),
              Optional.of("BIGINT"),
              Optional.of("DOUBLE"),
              Optional.of("BIGINT[]"),
              Optional.of("BOOLEAN"));
    }
  }

  @Test
  void theSameRowsGiveTheSameBytes() throws IOException {
    List<Row> many =
        LongStream.range(0, 20_000)
            .mapToObj(i ->
                new Row("image-" + i, Optional.empty(), i, i / 7.0, Optional.of(new long[] {i})))
            .collect(Collectors.toList());

    TABLE.writeParquet(many, folder.resolve("a.parquet"));
    TABLE.writeParquet(many, folder.resolve("b.parquet"));

    assertThat(folder.resolve("a.parquet")).hasSameBinaryContentAs(folder.resolve("b.parquet"));
  }

  @Test
  void aTableWithoutRowsHasItsColumns() throws Exception {
    Path file = folder.resolve("none.parquet");

    TABLE.writeParquet(List.of(), file);

    try (DuckDb duck = DuckDb.open()) {
      DuckDb.Answer answer = duck.ask("from read_parquet(" + DuckDb.text(file.toString()) + ")");
      assertThat(answer.columns())
          .containsExactly("name", "error", "bytes", "mean", "histogram", "sound");
      assertThat(answer.rows()).isEmpty();
    }
  }

  @Test
  void namesOfColumnsNeedNoQuotesInSql() {
    assertThatThrownBy(() -> Column.<Row>text("Mean value", Row::name))
        .hasMessage(
            "the name of a column must be small letters, digits and underscores, but is 'Mean"
                + " value'; write it like mean_of_edges");
    assertThatThrownBy(() -> Table.of(Column.whole("a", Row::bytes), Column.whole("a", Row::bytes)))
        .hasMessage("the name of a column must be unique, but is 'a' twice; rename one");
  }
}
