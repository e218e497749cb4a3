package penumbra.dicom.grey;

import java.util.List;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// The attributes of one frame. An enhanced object has functional groups in sequences, shared by
/// all frames or for each frame; their attributes override those of the object.
///
/// ```
/// DataSet attributes = FrameAttributes.of(object.data(), 0);
/// double slope = attributes.number(Tags.RESCALE_SLOPE).orElse(1);
/// ```
public final class FrameAttributes {
  /// The groups about grey values and the position of the frame.
  private static final List<Tag> GROUPS =
      List.of(
          Tags.PIXEL_VALUE_TRANSFORMATION_SEQUENCE,
          Tags.FRAME_VOI_LUT_SEQUENCE,
          Tags.PIXEL_MEASURES_SEQUENCE,
          Tags.PLANE_POSITION_SEQUENCE,
          Tags.PLANE_ORIENTATION_SEQUENCE);

  private FrameAttributes() {}

  /// The attributes of the frame, counted from 0; a frame's own group overrides the shared one.
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
