package penumbra.imaging.job;

import java.util.List;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Radiograph;
import penumbra.imaging.FileFormat;
import penumbra.imaging.RenderedPicture;
import penumbra.io.format.Derivation;
import penumbra.io.format.ReadOptions;

/// How a result becomes what a file of some format holds: its values, or a picture of them.
public interface ResultForm {
  /// The file's format.
  FileFormat format();

  /// What is written of `result`, which was made of `source`.
  ///
  /// @param greyLevels whether the result is on the source's own scale
  /// @param polarity what becomes of the result when light and dark change places in the source
  /// @param execution on how many threads pictures are made
  RenderedPicture shown(
      NdArray result,
      Radiograph source,
      boolean greyLevels,
      Polarity polarity,
      Execution execution);

  /// How it was made, for formats that say so.
  ///
  /// @param filters what was done to the values, in order; none where they are the source's own
  /// @param options how the source was read
  Derivation derivation(
      List<Filter> filters, ReadOptions options, Radiograph source, RenderedPicture shown);
}
