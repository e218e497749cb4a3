package penumbra.report.article;

import java.nio.file.Path;
import java.util.List;
import penumbra.core.Failure;

/// The result of an article.
///
/// @param report the page to open
/// @param images the number of images that were filtered and measured
/// @param failures one for each file that could not be read
/// @param archives archives in the folder, which were not opened
public record ArticleResult(Path report, int images, List<Failure> failures, List<Path> archives) {
  public ArticleResult {
    failures = List.copyOf(failures);
    archives = List.copyOf(archives);
  }
}
