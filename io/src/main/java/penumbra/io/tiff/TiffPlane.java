package penumbra.io.tiff;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import penumbra.io.format.Inputs;
import penumbra.io.format.Limits;
import penumbra.io.format.ReadOptions;
import penumbra.io.format.ReadingNotes;
import penumbra.io.format.UnreadableFileException;

/// One picture of a file.
///
/// @param directory what describes it
/// @param behind how many bytes its samples lie behind the place that the directory names
record TiffPlane(TiffDirectory directory, long behind) {
  /// The pictures of a file, and how they lie to one another.
  ///
  /// @param planes in the order of the file
  /// @param axes the lengths of the axes that the planes make; empty if only their number is known
  /// @param label what they are, for the list of steps
  record Stack(List<TiffPlane> planes, List<Integer> axes, String label) {
    Stack {
      planes = List.copyOf(planes);
      axes = List.copyOf(axes);
    }
  }

  /// The planes of these directories, which are one each, or for a stack of ImageJ's the planes
  /// behind the only one. What the file says and does not hold is told in `steps`.
  static Stack of(
      List<TiffDirectory> pages, MemorySegment bytes, ReadOptions options, List<String> steps)
      throws UnreadableFileException {
    Optional<ImageJStack> said = ImageJStack.of(pages.getFirst());
    if (said.isPresent() && pages.size() == 1) {
      ImageJStack stack = said.get();
      long there = behindOneAnother(pages.getFirst(), bytes, options.limits());
      if (there > 1) {
        return stack(pages.getFirst(), stack, there, options, steps);
      }
      steps.add(
          ReadingNotes.of(
              "The description says that there are %d images (%s), but the file holds only the first."
                  .formatted(stack.planes(), stack.describe())));
    } else if (said.isPresent() && said.get().planes() != pages.size()) {
      steps.add(
          ReadingNotes.of(
              "The description says that there are %d images (%s), but the file lists %d pages."
                  .formatted(said.get().planes(), said.get().describe(), pages.size())));
    }
    List<TiffPlane> planes = new ArrayList<>();
    pages.forEach(page -> planes.add(new TiffPlane(page, 0)));
    return new Stack(planes, List.of(), "");
  }

  /// The planes of a stack; of a truncated one those that are there, where that is allowed.
  private static Stack stack(
      TiffDirectory first, ImageJStack said, long there, ReadOptions options, List<String> steps)
      throws UnreadableFileException {
    boolean whole = there >= said.planes();
    if (!whole && !options.lenient()) {
      throw UnreadableFileException.of(
          first.file(),
          "must be whole",
          "has " + there + " of its " + said.planes() + " images (" + said.describe() + ")",
          Inputs.COPY_AGAIN);
    }
    if (!whole) {
      steps.add(
          ReadingNotes.of(
              "Read only " + there + " of its " + said.planes() + " images; the rest is missing."));
    }
    long each = bytesOf(TiffPage.of(first, options.limits()));
    List<TiffPlane> planes =
        IntStream.range(0, (int) Math.min(there, said.planes()))
            .mapToObj(i -> new TiffPlane(first, i * each))
            .toList();
    return new Stack(planes, whole ? said.axes() : List.of(), whole ? said.describe() : "");
  }

  private static long bytesOf(TiffPage page) {
    return page.rowBytes() * page.height() * (page.planar() ? page.samples() : 1);
  }

  /// How many planes of the page's size there are room for from its first byte on; 0 if it does not
  /// lie in one piece.
  private static long behindOneAnother(TiffDirectory directory, MemorySegment bytes, Limits limits)
      throws UnreadableFileException {
    TiffPage page = TiffPage.of(directory, limits);
    boolean plain =
        page.packing().equals(Optional.of(TiffPacking.NONE))
            && !page.tiled()
            && page.predictor() == TiffPredictor.NONE
            && page.photometric() != TiffPage.Meaning.YCBCR;
    long[] offsets = page.chunkOffsets();
    if (!plain || offsets.length == 0) {
      return 0;
    }
    long at = offsets[0];
    int index = 0;
    for (int plane = 0; plane < (page.planar() ? page.samples() : 1); plane++) {
      for (int y = 0; y < page.height(); y += page.chunkHeight()) {
        if (index >= offsets.length || offsets[index] != at) {
          return 0;
        }
        at += page.rowBytes() * Math.min(page.chunkHeight(), page.height() - y);
        index++;
      }
    }
    return (bytes.byteSize() - offsets[0]) / bytesOf(page);
  }
}
