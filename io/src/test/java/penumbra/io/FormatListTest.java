package penumbra.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import penumbra.core.NdArray;
import penumbra.core.Radiograph;
import penumbra.core.plugin.Plugins;
import penumbra.io.format.ImageFormat;
import penumbra.io.format.ImageSource;
import penumbra.io.format.OutputVariant;
import penumbra.io.format.ReadOptions;
import penumbra.io.nifti.NiftiFormat;
import penumbra.io.png.Png;
import penumbra.io.png.PngFormat;

class FormatListTest {
  /// A format of a third party, of which only what the list asks for counts.
  private record Other(
      String label, List<String> extensions, List<OutputVariant> written, int first)
      implements ImageFormat {
    @Override
    public boolean recognises(byte[] head) {
      return head.length > 0 && head[0] == (byte) first;
    }

    @Override
    public boolean overrules(byte[] head) {
      return head.length > 1 && head[0] == (byte) first && head[1] == (byte) first;
    }

    @Override
    public Radiograph read(ImageSource source, ReadOptions options) {
      return new Radiograph(NdArray.ofUint8(new byte[1], 1, 1), source.toString(), List.of());
    }
  }

  private static Other other(String label, String... extensions) {
    return new Other(label, List.of(extensions), List.of(), 0x89);
  }

  private static FormatList with(ImageFormat... formats) {
    List<ImageFormat> all = new java.util.ArrayList<>(List.of(new PngFormat(), new NiftiFormat()));
    all.addAll(List.of(formats));
    return new FormatList(all);
  }

  @Test
  void noTwoFormatsShareAName() {
    assertThatThrownBy(() -> with(other("png", "p2")))
        .hasMessage(
            "the format png must be that of one format, but is claimed by "
                + Plugins.origin(PngFormat.class)
                + " and "
                + Plugins.origin(Other.class)
                + "; remove one of the two jars");
  }

  @Test
  void noTwoFormatsShareAnEndingReadOrWritten() {
    String claimed =
        "the ending .nii.gz must be that of one format, but is claimed by "
            + Plugins.origin(NiftiFormat.class)
            + " and "
            + Plugins.origin(Other.class)
            + "; remove one of the two jars";
    assertThatThrownBy(() -> with(other("Mine", "mine", "nii.gz"))).hasMessage(claimed);
    var form = new OutputVariant(List.of("nii.gz"), OutputVariant.Depth.ALL_VALUES, false);
    assertThatThrownBy(() -> with(new Other("Mine", List.of(), List.of(form), 1)))
        .hasMessage(claimed);
  }

  @Test
  void endingsAreSpeltInOneWay() {
    for (String wrong : List.of(".raw", "RAW", "", "r/w")) {
      assertThatThrownBy(() -> with(other("Raw", wrong)))
          .hasMessage(
              "an ending of the format Raw must be small letters and digits without a dot first,"
                  + " but is '"
                  + wrong
                  + "'; correct it in "
                  + Plugins.origin(Other.class));
    }
  }

  @Test
  void theLongestEndingCounts() {
    FormatList list = with(other("Gzip", "gz"));
    assertThat(list.named("a.nii.GZ").orElseThrow().label()).isEqualTo("NIfTI");
    assertThat(list.named("a.gz").orElseThrow().label()).isEqualTo("Gzip");
    assertThat(list.stem("a.nii.gz")).isEqualTo("a");
    assertThat(list.stem("a.b.gz")).isEqualTo("a.b");
    assertThat(list.stem("a.b")).isEqualTo("a.b");
    assertThat(list.named("gz")).isEmpty();
  }

  @Test
  void theFirstThatRecognisesAFileReadsItUnlessAnotherOverrulesIt() {
    FormatList list = with(other("Mine", "mine"));
    byte[] png = java.util.Arrays.copyOf(Png.signature(), ImageFormat.HEAD);
    assertThat(list.of(png).orElseThrow().label()).isEqualTo("PNG");
    png[1] = png[0];
    assertThat(list.of(png).orElseThrow().label()).isEqualTo("Mine");
    assertThat(list.of(new byte[ImageFormat.HEAD])).isEmpty();
  }

  @Test
  void messagesNameAllFormats() {
    var form = new OutputVariant(List.of("mine", "mn"), OutputVariant.Depth.EIGHT_BITS, false);
    FormatList list = with(new Other("Mine", List.of("mine"), List.of(form), 1));
    assertThat(list.labels()).isEqualTo("PNG, NIfTI or Mine");
    assertThat(list.patterns()).isEqualTo("*.png, *.nii, *.nii.gz or *.mine");
    assertThat(list.writtenEndings()).isEqualTo(".png, .nii, .nii.gz, .mine or .mn");
    assertThat(list.form("A.MN")).hasValue(form);
    assertThat(list.of(form).label()).isEqualTo("Mine");
  }
}
