package penumbra.io.format;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Optional;
import penumbra.core.Radiograph;

/// A format in which pictures, volumes or arrays are read, written, or both. Formats of other
/// modules are found as a service.
///
/// ```
/// public final class RawFormat implements ImageFormat {
///   public String label() { return "RAW"; }
///   public List<String> extensions() { return List.of("raw"); }
///   public boolean recognises(byte[] head) { return head.length > 4 && head[0] == 'R'; }
///   public Radiograph read(ImageSource source, ReadOptions options) throws IOException { ... }
/// }
/// ```
///
/// A module that brings one says `provides penumbra.io.format.ImageFormat with ...`, a jar on the
/// class path names it in `META-INF/services/penumbra.io.format.ImageFormat`. From then on
/// [penumbra.io.ImageFiles] reads and writes it, [penumbra.io.dataset.Dataset] lists it, and
/// `filter`, `convert` and recipes know its endings. Two formats must not share a label or an
/// ending.
///
/// **Requirements.** A format is one object for all threads and has no state. It respects
/// [ReadOptions#limits] (it calls [Limits#check] before it allocates). For damaged or incomplete
/// content it throws an [UnreadableFileException] and never returns a partly grey picture. The same
/// image gives the same bytes.
public interface ImageFormat {
  /// The number of bytes that [#recognises] gets.
  int HEAD = 512;

  /// The name for users: `DICOM`.
  String label();

  /// The extensions of files that are read, in lower case, without the leading dot; none if the
  /// format is only written.
  List<String> extensions();

  /// Whether a file with these first bytes ([#HEAD] bytes, or all of a shorter file) has this
  /// format.
  boolean recognises(byte[] head);

  /// Whether this format takes precedence if another format recognises the file too. A DICOM file
  /// may also begin like a TIFF file, for programs that know only TIFF.
  default boolean overrules(byte[] head) {
    return false;
  }

  /// Whether [penumbra.io.dataset.Dataset] lists files of this format, by their names, as images.
  default boolean isListed() {
    return true;
  }

  /// Whether files of this format often have names without an ending, so that
  /// [penumbra.io.dataset.Dataset] looks into such files for it.
  default boolean isOftenNameless() {
    return false;
  }

  /// Reads one picture, or a volume if the file holds one.
  ///
  /// @throws UnreadableFileException about [ImageSource#path] if it cannot be read
  Radiograph read(ImageSource source, ReadOptions options) throws IOException;

  /// The forms in which it is written, each with its extensions; none if the format is only read.
  default List<OutputVariant> written() {
    return List.of();
  }

  /// Writes the pixels of `image`, and whatever else of it the format can store, into `out`, which
  /// stays open. It checks that everything can be written before it writes anything.
  ///
  /// @param form one of [#written]
  /// @param options with the origin if the form needs it
  /// @return what was lost, in a sentence, if something was
  /// @throws penumbra.core.InvalidInputException if the format cannot store such an image
  default Optional<String> write(
      Radiograph image, OutputVariant form, WriteOptions options, OutputStream out)
      throws IOException {
    throw new UnsupportedOperationException(label() + " is not written");
  }
}
