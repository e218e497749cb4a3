package penumbra.conformance;

import java.util.Arrays;
import java.util.Locale;
import penumbra.core.Filter;
import penumbra.core.OutputType;
import penumbra.core.filter.geometry.CentreCrop;
import penumbra.core.filter.geometry.Crop;
import penumbra.core.filter.geometry.Letterbox;
import penumbra.core.filter.geometry.Pad;
import penumbra.core.filter.geometry.Resize;
import penumbra.core.filter.intensity.Clahe;
import penumbra.core.filter.intensity.ImageNet;
import penumbra.core.filter.intensity.MapRange;
import penumbra.core.filter.intensity.Standardize;

/// [GoldenCalls] for the filters that change the size and the scale of pictures.
final class PresetCalls {
  private PresetCalls() {}

  static Filter filter(String name, GoldenCase golden) {
    return switch (name) {
      case "resize" ->
          Resize.to(golden.whole("height"), golden.whole("width"))
              .withKernel(Resize.Kernel.valueOf(golden.text("kernel").toUpperCase(Locale.ROOT)))
              .withOutputType(OutputType.SAME);
      case "resize-skimage", "resize-opencv" ->
          Resize.to(golden.whole("height"), golden.whole("width"))
              .withKernel(
                  Resize.Kernel.valueOf(
                      golden.text("kernel").toUpperCase(Locale.ROOT).replace('-', '_')));
      case "resize-area" ->
          Resize.to(golden.whole("height"), golden.whole("width")).withKernel(Resize.Kernel.AREA);
      case "map-range" -> {
        double[] range = golden.numbers("range");
        yield MapRange.of(range[0], range[1], range[2], range[3])
            .withClip(Boolean.parseBoolean(golden.text("clip")))
            .withOutputType(golden.outputType());
      }
      case "standardize" ->
          Standardize.by(golden.number("mean"), golden.number("deviation"))
              .withOutputType(golden.outputType());
      case "imagenet" -> ImageNet.of(golden.number("upper"));
      case "pad" -> {
        int[] margins = wholes(golden, "margins");
        yield new Pad(margins[0], margins[1], margins[2], margins[3], golden.boundary());
      }
      case "crop" -> {
        int[] box = wholes(golden, "box");
        yield new Crop(box[0], box[1], box[2], box[3]);
      }
      case "centre-crop" -> {
        int[] size = wholes(golden, "size");
        yield CentreCrop.of(size[0], size[1]);
      }
      case "letterbox" ->
          Letterbox.into(golden.whole("height"), golden.whole("width"))
              .withKernel(Resize.Kernel.valueOf(golden.text("kernel").toUpperCase(Locale.ROOT)))
              .withFill(golden.number("fill"))
              .withOutputType(OutputType.SAME);
      case "clahe" ->
          new Clahe(golden.number("clipLimit"), golden.whole("tilesX"), golden.whole("tilesY"), 0);
      default -> EngineCalls.filter(name, golden);
    };
  }

  private static int[] wholes(GoldenCase golden, String key) {
    return Arrays.stream(golden.text(key).split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }
}
