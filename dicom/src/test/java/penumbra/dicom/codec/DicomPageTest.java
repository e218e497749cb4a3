package penumbra.dicom.codec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.dicom.TransferSyntax;

/// What `docs/dicom.md` says of transfer syntaxes is what the code does.
class DicomPageTest {
  private static final String ROOT_UID = "1.2.840.10008.";

  @Test
  void thePageHasARowForEachSyntaxWithItsState() throws IOException {
    List<String> rows = page().lines().filter(line -> line.startsWith("| ")).toList();
    for (TransferSyntax syntax : TransferSyntax.values()) {
      String head = "| " + syntax.label() + " | " + syntax.uid().substring(ROOT_UID.length());
      assertThat(rows.stream().filter(row -> row.startsWith(head + " | ")).toList())
          .as(head)
          .singleElement()
          .asString()
          .contains(isRead(syntax) ? "| read" : "| header only");
    }
  }

  private static boolean isRead(TransferSyntax syntax) {
    if (!syntax.isEncapsulated()) {
      return true;
    }
    try {
      return Codecs.of(syntax) != null;
    } catch (DicomException unread) {
      return false;
    }
  }

  private static String page() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    while (!Files.exists(root.resolve("mvnw")) && root.getParent() != null) {
      root = root.getParent();
    }
    return Files.readString(root.resolve("docs/dicom.md"));
  }
}
