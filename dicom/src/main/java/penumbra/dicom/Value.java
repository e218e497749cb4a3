package penumbra.dicom;

import java.lang.foreign.MemorySegment;
import java.util.List;

/// The value of an element.
public sealed interface Value {
  /// Bytes; numbers are always in little-endian order.
  ///
  /// @param bytes the value with its padding; a slice of the mapping if the file is mapped
  record Bytes(MemorySegment bytes) implements Value {}

  /// The items of a sequence.
  ///
  /// @param items in the file's order
  record Items(List<DataSet> items) implements Value {
    public Items {
      items = List.copyOf(items);
    }
  }

  /// Compressed pixel data, PS3.5 annex A.4.
  ///
  /// @param offsets the basic offset table, empty if the file has an empty one
  /// @param fragments in the file's order
  record Fragments(MemorySegment offsets, List<MemorySegment> fragments) implements Value {
    public Fragments {
      fragments = List.copyOf(fragments);
    }
  }
}
