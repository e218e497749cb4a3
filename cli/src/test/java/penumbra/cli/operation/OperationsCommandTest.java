package penumbra.cli.operation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.cli.CommandLineRun;

class OperationsCommandTest {
  @Test
  void listsEveryOperationOnALine() {
    CommandLineRun run = CommandLineRun.of("operations");
    assertThat(run.code()).isZero();
    assertThat(run.outLines()).hasSameSizeAs(Catalogue.operations());
    for (Operation operation : Catalogue.operations()) {
      assertThat(run.outLines())
          .anyMatch(l -> l.startsWith(operation.name() + " ") && l.endsWith(operation.summary()));
    }
  }

  @Test
  void showsAnOperationWithAllItsParameters() {
    assertThat(CommandLineRun.of("operations", "threshold").out())
        .isEqualTo(
            """
            threshold
              Keep or mark the elements above a value.

              --value
                  The value to exceed.
                  type     number
                  unit     grey levels
                  range    any
                  default  150/255

              --mode
                  What happens to elements above the value: they are kept, or become 255. All others become 0.
                  type     name
                  one of   keep, binary
                  default  keep

              Example: penumbra filter threshold --value 150/255 scan.png -o result.png
              Source:  numpy.where: C. R. Harris et al., "Array programming with NumPy", Nature 585 (2020), doi:10.1038/s41586-020-2649-2.
            """);
  }

  @Test
  void tellsProgramsTheSame() {
    assertThat(CommandLineRun.of("operations", "--json", "canny").out())
        .contains("\"name\": \"min-val\",", "\"min\": 0,", "\"choices\": [\"l1\", \"l2\"],")
        .contains("doi:10.1109/TPAMI.1986.4767851");
    assertThat(CommandLineRun.of("operations", "--json").out()).contains(Catalogue.names());
  }

  @Test
  void anUnknownOperationIsAnsweredWithTheNearestName() {
    CommandLineRun run = CommandLineRun.of("operations", "sobbel");
    assertThat(run.code()).isEqualTo(2);
    assertThat(run.err())
        .isEqualTo(
            "penumbra: an operation must be one of the catalogue's, but is 'sobbel'; did you mean"
                + " 'sobel'?\n");
  }
}
