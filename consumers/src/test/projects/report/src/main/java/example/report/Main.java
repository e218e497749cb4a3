package example.report;

import java.nio.file.Path;
import penumbra.report.article.ArticleRequest;

/** Asks for a report. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    System.out.println(ArticleRequest.of(Path.of("in"), Path.of("out")).limit());
  }
}
