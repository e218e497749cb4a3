package penumbra.io;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import penumbra.core.Radiograph;

/// A format that is read; those of other modules are found as a service.
///
/// A module that brings one says `provides penumbra.io.ImageFormat with ...`; from then on
/// [ImageFiles] reads it and [Dataset] lists it.
public interface ImageFormat {
  /// What users call it: `DICOM`.
  String label();

  /// The endings of its files' names, in lower case, without dots.
  List<String> extensions();

  /// Whether a file with these first bytes, of which there are [#HEAD] if the file has as many, is
  /// of this format.
  boolean recognises(byte[] head);

  /// Whether [Dataset] lists files of this format, by their names, as images.
  default boolean isListed() {
    return true;
  }

  /// Reads one picture, or a volume where the format holds one.
  Radiograph read(Path file, ReadOptions options) throws IOException;

  /// How many bytes [#recognises] is shown.
  int HEAD = 512;
}
