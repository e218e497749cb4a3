package penumbra.report.audit;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import penumbra.datasets.audit.AuditResult;
import penumbra.io.format.AtomicFiles;

/// Writes the page of an audit.
///
/// ```
/// AuditResult result = Audit.run(request, AuditListener.SILENT);
/// Path page = AuditReport.write(result);
/// ```
public final class AuditReport {
  private AuditReport() {}

  /// Writes `report.html` to the folder of the audit's other files. The page is self-contained,
  /// with its pictures. The same audit gives the same bytes.
  ///
  /// @return the page
  public static Path write(AuditResult result) throws IOException {
    Path page = result.request().output().resolve("report.html");
    String html =
        new AuditPage(result.request(), result.set(), result.answers(), result.shortcuts())
            .render();
    AtomicFiles.write(page, html.getBytes(StandardCharsets.UTF_8));
    return page;
  }
}
