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

/// How a result is stored in a file of some format: as its values, or as a picture of them.
public interface ResultForm {
  /// The file's format.
  FileFormat format();

  /// The content to write for `result`, which was made from `source`.
  ///
  /// @param greyLevels whether the result is on the source's own scale
  /// @param polarity how the result changes when light and dark are exchanged in the source
  /// @param execution the number of threads for pictures
  RenderedPicture shown(
      NdArray result,
      Radiograph source,
      boolean greyLevels,
      Polarity polarity,
      Execution execution);

  /// The derivation of the result, for formats that record it.
  ///
  /// @param filters the applied filters, in order; none if the values are the source's own
  /// @param options how the source was read
  Derivation derivation(
      List<Filter> filters, ReadOptions options, Radiograph source, RenderedPicture shown);
}
