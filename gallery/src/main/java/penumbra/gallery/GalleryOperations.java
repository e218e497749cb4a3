package penumbra.gallery;

import java.util.List;
import penumbra.catalogue.Operation;
import penumbra.catalogue.OperationProvider;

// @start region="provider"
/// The filters that users can name, with the values that count where they give none.
public final class GalleryOperations implements OperationProvider {
  /// For Java, which finds this class as a service.
  public GalleryOperations() {}

  @Override
  public List<Operation> operations() {
    return List.of(Operation.of("solarize", new Solarize(128)));
  }
}
// @end
