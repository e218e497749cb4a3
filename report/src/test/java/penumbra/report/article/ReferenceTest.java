package penumbra.report.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The article on two real radiographs gives, in every figure, what its Python code gives under
/// SciPy 1.17.1 and NumPy 2.4.6. The pictures are not part of the project.
class ReferenceTest {
  @TempDir Path out;

  @Test
  void reproducesTheArticlesOwnPicture() throws IOException {
    JsonNode image = measured("kermany", "IM-0115-0001.jpeg");
    isArray(image.at("/pixels"), "[930,1568]", "uint8", "97e4ad3f63b56b98");
    hasStatistics(image, 0, 246, 151.39886712749615, 148.0);
    JsonNode laplacian = image.at("/filters/laplacian-of-gaussian");
    isPublished(laplacian, "uint8", 0, 255, 99890540, "3008e7eb414e18c7");
    hasExtremes(laplacian.at("/corrected"), -10.221540161424123, 12.751857119241729);
    JsonNode gradient = image.at("/filters/gaussian-gradient-magnitude");
    isPublished(gradient, "uint8", 0, 15, 5426271, "5cba57540c5f5c6b");
    JsonNode sobel = image.at("/filters/sobel");
    isPublished(sobel, "float32", 0, 255, 211991808.5595703, "67b3c10e82038ff6");
    assertThat(sobel.at("/overflowPercent").asDouble()).isEqualTo(72.70367017774852);
    JsonNode canny = image.at("/filters/canny/published");
    hasExtremes(canny, 0, 255);
    isArray(canny, "[930,1568]", "float64", "ae41a05a254a4b82");
    hasHistogram(image, 18874, 138, 298, 52, 16, 5, 7);
    hasMask(image, 687869, 47.17);
  }

  @Test
  void reproducesASecondPicture() throws IOException {
    JsonNode image = measured("nih", "00000011_001.png");
    isArray(image.at("/pixels"), "[1024,1024]", "uint8", "fb09c2c052e7ef89");
    hasStatistics(image, 0, 255, 172.52233219146729, 195.0);
    JsonNode laplacian = image.at("/filters/laplacian-of-gaussian");
    isPublished(laplacian, "uint8", 0, 255, 27773904, "40e0098fd60aaa82");
    hasExtremes(laplacian.at("/corrected"), -53.08197704706832, 50.970169898763984);
    JsonNode gradient = image.at("/filters/gaussian-gradient-magnitude");
    isPublished(gradient, "uint8", 0, 15, 1982870, "075d1d0b3eb33358");
    JsonNode sobel = image.at("/filters/sobel");
    isPublished(sobel, "float32", 0, 255, 140123666.9658203, "f30e209bf1fc372f");
    assertThat(sobel.at("/overflowPercent").asDouble()).isEqualTo(66.75443649291992);
    JsonNode canny = image.at("/filters/canny/published");
    hasExtremes(canny, 4.843287982375679e-08, 255.00000000000003);
    isArray(canny, "[1024,1024]", "float64", "01f34a10157df70c");
    hasHistogram(image, 16683, 209, 1024, 11264, 0, 0, 0);
    hasMask(image, 744131, 70.97);
  }

  private JsonNode measured(String set, String name) throws IOException {
    Path folder = data().resolve(set);
    assumeTrue(
        Files.isDirectory(folder), () -> "needs ../shared/data beside the project: " + folder);
    Article.run(ArticleRequest.of(folder, out).withLimit(2), ArticleListener.SILENT);
    JsonNode file = new ObjectMapper().readTree(Files.readString(out.resolve("statistics.json")));
    for (JsonNode image : file.at("/measured")) {
      if (image.at("/name").asText().equals(name)) {
        return image;
      }
    }
    throw new AssertionError(name + " was not measured");
  }

  /// `../shared/data`, seen from the project's root.
  private static Path data() {
    Path root = Path.of("").toAbsolutePath();
    while (root.getParent() != null && !Files.exists(root.resolve("mvnw"))) {
      root = root.getParent();
    }
    return root.resolveSibling("shared").resolve("data");
  }

  private static void isPublished(
      JsonNode filter, String type, double min, double max, double sum, String sha) {
    JsonNode published = filter.at("/published");
    hasExtremes(published, min, max);
    assertThat(published.at("/type").asText()).isEqualTo(type);
    assertThat(published.at("/sum").asDouble()).isEqualTo(sum);
    assertThat(published.at("/sha256").asText()).startsWith(sha);
  }

  private static void isArray(JsonNode result, String shape, String type, String sha) {
    assertThat(result.at("/shape").toString()).isEqualTo(shape);
    assertThat(result.at("/type").asText()).isEqualTo(type);
    assertThat(result.at("/sha256").asText()).startsWith(sha);
  }

  private static void hasExtremes(JsonNode result, double min, double max) {
    assertThat(result.at("/min").asDouble()).isEqualTo(min);
    assertThat(result.at("/max").asDouble()).isEqualTo(max);
  }

  private static void hasStatistics(
      JsonNode image, double min, double max, double mean, double median) {
    hasExtremes(image.at("/statistics"), min, max);
    assertThat(image.at("/statistics/mean").asDouble()).isEqualTo(mean);
    assertThat(image.at("/statistics/median").asDouble()).isEqualTo(median);
  }

  private static void hasHistogram(JsonNode image, int fullest, int bin, int... first) {
    JsonNode histogram = image.at("/histogram");
    assertThat(histogram.at("/fullestBin").asInt()).isEqualTo(bin);
    assertThat(histogram.at("/counts").get(bin).asInt()).isEqualTo(fullest);
    assertThat(histogram.at("/counts")).hasSize(256);
    for (int i = 0; i < first.length; i++) {
      assertThat(histogram.at("/counts").get(i).asInt()).isEqualTo(first[i]);
    }
  }

  private static void hasMask(JsonNode image, int kept, double percent) {
    assertThat(image.at("/mask/kept").asInt()).isEqualTo(kept);
    assertThat(Math.round(image.at("/mask/keptPercent").asDouble() * 100) / 100.0)
        .isEqualTo(percent);
  }
}
