package example.plugin;

import java.util.List;
import penumbra.catalogue.Operation;
import penumbra.catalogue.OperationProvider;
import penumbra.core.Boundary;
import penumbra.core.OutputType;

/** The filters of this project by their names. */
public final class Operations implements OperationProvider {
  /** For Java, which finds it as a service. */
  public Operations() {}

  @Override
  public List<Operation> operations() {
    return List.of(
        Operation.of("solarize", new Solarize(128)),
        Operation.of("local-range", new LocalRange(Boundary.reflect(), OutputType.DEFAULT)));
  }
}
