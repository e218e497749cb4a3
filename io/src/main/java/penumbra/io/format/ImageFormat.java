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
/// **What is asked of a format.** It is one object for all threads and holds no state. It reads
/// what it is given within [ReadOptions#limits] ([Limits#check] before it allocates), and answers
/// damaged or incomplete content with an [UnreadableFileException], never with a partly grey
/// picture. The same image gives the same bytes.
public interface ImageFormat {
  /// How many bytes [#recognises] is shown.
  int HEAD = 512;

  /// What users call it: `DICOM`.
  String label();

  /// The endings of the names of files that are read, in lower case, without a dot first; none
  /// where the format is only written.
  List<String> extensions();

  /// Whether a file with these first bytes, of which there are [#HEAD] if the file has as many, is
  /// of this format.
  boolean recognises(byte[] head);

  /// Whether a file that begins as one of another format does, too, is of this one. A DICOM file
  /// may begin as a TIFF file does, for programs that know only that.
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

  /// Reads one picture, or a volume where the format holds one.
  ///
  /// @throws UnreadableFileException about [ImageSource#path] where it cannot be read
  Radiograph read(ImageSource source, ReadOptions options) throws IOException;

  /// The forms in which it is written, each with its endings; none where the format is only read.
  default List<WrittenForm> written() {
    return List.of();
  }

  /// Writes the pixels of `image`, with what else of it the format keeps, into `out`, which stays
  /// open. Nothing is written before it is known that all can be.
  ///
  /// @param form one of [#written]
  /// @param options with the origin where the form needs it
  /// @return what was lost, in a sentence, if something was
  /// @throws penumbra.core.InvalidInputException where the format does not hold such an image
  default Optional<String> write(
      Radiograph image, WrittenForm form, WriteOptions options, OutputStream out)
      throws IOException {
    throw new UnsupportedOperationException(label() + " is not written");
  }
}
