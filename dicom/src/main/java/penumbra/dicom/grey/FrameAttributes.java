package penumbra.dicom.grey;

import java.util.List;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// The attributes that hold for one frame: those of an enhanced object's functional groups stand in
/// sequences, shared by all frames or for each of them, and are laid over those of the object.
///
/// ```
/// DataSet attributes = FrameAttributes.of(object.data(), 0);
/// double slope = attributes.number(Tags.RESCALE_SLOPE).orElse(1);
/// ```
public final class FrameAttributes {
  /// The groups that say how grey values come about and where the frame lies.
  private static final List<Tag> GROUPS =
      List.of(
          Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
          Tags.FRAME_VOI_LUT_SEQUENCE,
          Tags.PIXEL_MEASURES_SEQUENCE,
          Tags.PLANE_POSITION_SEQUENCE,
          Tags.PLANE_ORIENTATION_SEQUENCE);

  private FrameAttributes() {}

  /// The attributes of the frame, counted from 0; a frame's own group counts before the shared one.
  public static DataSet of(DataSet data, int frame) {
    DataSet all = data;
    for (DataSet shared : data.items(Tags.SHARED_FUNCTIONAL_GROUPS_SEQUENCE)) {
      all = withGroups(all, shared);
    }
    List<DataSet> own = data.items(Tags.PER_FRAME_FUNCTIONAL_GROUPS_SEQUENCE);
    return frame < own.size() ? withGroups(all, own.get(frame)) : all;
  }

  private static DataSet withGroups(DataSet data, DataSet groups) {
    DataSet all = data;
    for (Tag group : GROUPS) {
      List<DataSet> items = groups.items(group);
      if (!items.isEmpty()) {
        all = all.with(items.getFirst());
      }
    }
    return all;
  }
}
