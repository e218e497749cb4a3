package penumbra.imaging.job;

import java.util.List;
import penumbra.core.Chain;
import penumbra.core.DType;
import penumbra.core.Execution;
import penumbra.core.Filter;
import penumbra.core.NdArray;
import penumbra.core.Polarity;
import penumbra.core.Radiograph;
import penumbra.imaging.Derivations;
import penumbra.imaging.FileFormat;
import penumbra.imaging.RenderedPicture;
import penumbra.imaging.Rendering;
import penumbra.io.format.Derivation;
import penumbra.io.format.ReadOptions;

/// The form of filter results, as described at [Rendering].
///
/// @param rendering the requested rendering
public record FilteredForm(Rendering rendering) implements ResultForm {
  @Override
  public FileFormat format() {
    return rendering.format();
  }

  @Override
  public RenderedPicture shown(
      NdArray result,
      Radiograph source,
      boolean greyLevels,
      Polarity polarity,
      Execution execution) {
    return rendering.shown(result, source, greyLevels, polarity, execution);
  }

  @Override
  public Derivation derivation(
      List<Filter> filters, ReadOptions options, Radiograph source, RenderedPicture shown) {
    if (filters.isEmpty()) {
      return typed(Derivations.ofValues(options, source));
    }
    Filter all = filters.size() == 1 ? filters.getFirst() : new Chain(filters);
    return typed(Derivations.of(all, options, source));
  }

  private Derivation typed(Derivation derivation) {
    return rendering
        .type()
        .map(DType::label)
        .map(type -> DerivationNotes.add(derivation, "as " + type, "type", type))
        .orElse(derivation);
  }
}
