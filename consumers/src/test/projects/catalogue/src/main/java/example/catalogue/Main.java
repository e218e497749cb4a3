package example.catalogue;

import java.util.Map;
import penumbra.catalogue.Catalogue;
import penumbra.core.Filter;
import penumbra.core.NdArray;

/** Makes a filter by its name and parameters. */
final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    Filter filter = Catalogue.operation("gaussian").build(Map.of("sigma", "2"));
    NdArray constant = NdArray.ofUint8(new byte[] {7, 7, 7, 7}, 2, 2);
    System.out.println(filter.apply(constant).get(0, 0));
  }
}
