package penumbra.report.article;

import java.nio.file.Path;
import java.util.List;

/// The result of an article.
///
/// @param report the page to open
/// @param images how many images were filtered and measured
/// @param failures one line for each file that could not be read
/// @param archives archives in the folder, which were not opened
public record ArticleResult(Path report, int images, List<String> failures, List<Path> archives) {
  public ArticleResult {
    failures = List.copyOf(failures);
    archives = List.copyOf(archives);
  }
}
