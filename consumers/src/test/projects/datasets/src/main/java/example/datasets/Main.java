package example.datasets;

import java.io.IOException;
import java.sql.SQLException;
import penumbra.datasets.table.DuckDb;

/** Asks a table. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) throws IOException, SQLException {
    try (DuckDb database = DuckDb.open()) {
      System.out.println(database.ask("select 6 * 7").rows().getFirst().getFirst().orElseThrow());
    }
  }
}
