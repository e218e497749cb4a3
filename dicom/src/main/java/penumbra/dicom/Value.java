package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// What an element holds.
public sealed interface Value {
  /// Plain bytes, numbers in little-endian order whatever the file's.
  ///
  /// @param bytes the value with its padding; a slice of the file where it is mapped
  record Bytes(MemorySegment bytes) implements Value {}

  /// The items of a sequence.
  ///
  /// @param items in the file's order
  record Items(List<DataSet> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Coded pixel data, PS3.5 annex A.4.
  ///
  /// @param offsets the basic offset table, empty where the file has an empty one
  /// @param fragments in the file's order
  record Fragments(MemorySegment offsets, List<MemorySegment> fragments) implements Value {
    public Fragments {
      fragments = List.copyOf(fragments);
    }
  }
}
