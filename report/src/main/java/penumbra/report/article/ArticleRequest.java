package penumbra.report.article;

import java.nio.file.Path;
import penumbra.core.InvalidInputException;
import penumbra.io.format.ReadOptions;

/// The input and the options of the article.
///
/// @param input the folder of images, with any folders below it
/// @param output the folder for the report; created if it is missing, and not inside `input`
/// @param arrays whether to write every result as .npy too
/// @param limit the number of images to filter and measure, the first of the listing; at least 1
/// @param note a sentence about the images for the top of the report; empty for none
/// @param options the frame and window of the images, and whether damaged ones are read; the values
///   are always display values. The whole article uses their threads
public record ArticleRequest(
    Path input, Path output, boolean arrays, int limit, String note, ReadOptions options) {
  /// The article uses nine images.
  public static final int DEFAULT_LIMIT = 9;

  public ArticleRequest {
    InvalidInputException.require(
        limit >= 1, "limit", "must be at least 1", limit, "give the number of images to filter");
    requireOutside(
        input, input.toAbsolutePath().normalize(), output, output.toAbsolutePath().normalize());
  }

  /// @param realInput the resolved path of `input`
  /// @param realOutput the resolved path of `output`, or of the folder in which it will be created
  static void requireOutside(Path input, Path realInput, Path output, Path realOutput) {
    if (realOutput.startsWith(realInput)) {
      throw InvalidInputException.of(
          "the output folder",
          "must not lie in the folder of images " + input,
          output,
          "choose a folder beside it, or its pictures would be taken for radiographs next time");
    }
  }

  /// Nine images, no arrays, no note.
  public static ArticleRequest of(Path input, Path output) {
    return new ArticleRequest(input, output, false, DEFAULT_LIMIT, "", ReadOptions.standard());
  }

  /// The same request, with or without arrays.
  public ArticleRequest withArrays(boolean newArrays) {
    return new ArticleRequest(input, output, newArrays, limit, note, options);
  }

  /// The same request for another number of images.
  public ArticleRequest withLimit(int newLimit) {
    return new ArticleRequest(input, output, arrays, newLimit, note, options);
  }

  /// The same request with another note.
  public ArticleRequest withNote(String newNote) {
    return new ArticleRequest(input, output, arrays, limit, newNote, options);
  }

  /// The same request with other options for reading.
  public ArticleRequest withOptions(ReadOptions newOptions) {
    return new ArticleRequest(input, output, arrays, limit, note, newOptions);
  }
}
