package penumbra.pipeline.audit;

import java.io.IOException;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import penumbra.core.NdArray;
import penumbra.io.Frames;
import penumbra.io.Jpeg;
import penumbra.pipeline.html.Html;
import penumbra.pipeline.stats.Picture;

/// Small pictures of the worst cases, as parts of the page.
final class Previews {
  private static final int SIDE = 240;
  private static final int QUALITY = 85;

  private final Map<String, AuditedImage> images = new HashMap<>();

  Previews(List<AuditedImage> all) {
    all.forEach(image -> images.put(image.name(), image));
  }

  /// The pictures of `files`, side by side; of those that cannot be read the name alone.
  String of(List<String> files) {
    StringBuilder html = new StringBuilder("<div class=\"pictures\">");
    for (String file : files) {
      html.append("<figure>");
      jpeg(file)
          .ifPresent(jpeg ->
              html.append("<img alt=\"")
                  .append(Html.escape(file))
                  .append("\" src=\"data:image/jpeg;base64,")
                  .append(Base64.getEncoder().encodeToString(jpeg))
                  .append("\">"));
      html.append("<figcaption>").append(Html.escape(file)).append("</figcaption></figure>");
    }
    return html.append("</div>\n").toString();
  }

  private Optional<byte[]> jpeg(String file) {
    AuditedImage image = images.get(file);
    if (image == null) {
      return Optional.empty();
    }
    try {
      NdArray levels = Picture.read(image.image().file()).levels();
      return Optional.of(Jpeg.encode(Frames.fit(List.of(levels), SIDE).getFirst(), QUALITY));
    } catch (IOException gone) {
      return Optional.empty(); // the name stands there all the same, and the finding
    }
  }
}
