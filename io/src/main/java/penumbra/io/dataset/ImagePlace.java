package penumbra.io.dataset;

import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// Where an image lies in its set: what a [Layout] judges by.
///
/// @param folders the names of the folders it lies in, from the outermost of the set
/// @param besideMasks whether a folder of masks is beside the folder it lies in
record ImagePlace(List<String> folders, boolean besideMasks) {
  ImagePlace {
    folders = List.copyOf(folders);
  }

  /// The place of the innermost folder that names a split.
  OptionalInt splitAt() {
    return IntStream.range(0, folders.size())
        .filter(i -> SplitNames.ofFolder(folders.get(i)).isPresent())
        .reduce((_, inner) -> inner);
  }

  Split split() {
    OptionalInt at = splitAt();
    return at.isEmpty()
        ? Split.NONE
        : SplitNames.ofFolder(folders.get(at.getAsInt())).orElse(Split.NONE);
  }

  /// The folders within the split; none outside of splits.
  List<String> withinSplit() {
    OptionalInt at = splitAt();
    return at.isEmpty() ? List.of() : folders.subList(at.getAsInt() + 1, folders.size());
  }

  /// The folder it lies in itself, or an empty name.
  String innermost() {
    return folders.isEmpty() ? "" : folders.getLast();
  }
}
