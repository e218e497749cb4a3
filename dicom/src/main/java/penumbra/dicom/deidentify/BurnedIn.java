package penumbra.dicom.deidentify;

import java.util.Optional;
import java.util.Set;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// Whether the pixels themselves may hold text.
final class BurnedIn {
  private static final Tag RECOGNIZABLE_VISUAL_FEATURES = Tag.of(0x0028, 0x0302);

  /// Modalities whose pictures come from a screen or a camera.
  private static final Set<String> OF_SCREENS = Set.of("US", "IVUS", "OT", "SC", "ES", "XC", "GM");

  /// Secondary captures of all kinds have this beginning.
  private static final String CAPTURE = "1.2.840.10008.5.1.4.1.1.7";

  private BurnedIn() {}

  /// What a person should look for, in one sentence; empty if there is no sign of text.
  static Optional<String> suspicion(DataSet data) {
    String burned = data.text(Tags.BURNED_IN_ANNOTATION).orElse("");
    if (burned.equals("YES")) {
      return Optional.of(
          "its pixels hold text, as (0028,0301) says; look at them and blacken what names people");
    }
    if (data.text(RECOGNIZABLE_VISUAL_FEATURES).orElse("").equals("YES")) {
      return Optional.of(
          "its pixels show features by which a person is recognised, as (0028,0302) says; look at"
              + " them");
    }
    boolean screen =
        OF_SCREENS.contains(data.text(Tags.MODALITY).orElse(""))
            || data.text(Tags.SOP_CLASS_UID).orElse("").startsWith(CAPTURE);
    return screen && !burned.equals("NO")
        ? Optional.of(
            "its pixels may hold text, as pictures of screens do, and nothing says that they do"
                + " not; look at them")
        : Optional.empty();
  }
}
