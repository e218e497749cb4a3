package penumbra.cli.operation;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import penumbra.catalogue.Catalogue;
import penumbra.catalogue.Operation;
import penumbra.catalogue.OperationCall;
import penumbra.core.InvalidInputException;

/// An operation with its parameters in one text, as it is typed after `penumbra filter`: `canny
/// --sigma 2`.
public final class OperationText {
  private static final String DASHES = "--";

  private OperationText() {}

  public static OperationCall parse(String text) {
    String[] words = text.strip().split("[\\s=]+", -1);
    Operation operation = Catalogue.operation(words[0]);
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 1; i < words.length; i += 2) {
      require(text, words[i].startsWith(DASHES) && i + 1 < words.length, words[i]);
      Optional<String> twice =
          Optional.ofNullable(values.put(words[i].substring(DASHES.length()), words[i + 1]));
      require(text, twice.isEmpty(), words[i] + " twice");
    }
    return new OperationCall(operation, values);
  }

  private static void require(String text, boolean sound, String found) {
    InvalidInputException.require(
        sound,
        "the operation '" + text + "'",
        "must be a name, then --PARAMETER VALUE as often as needed",
        "at fault at " + found,
        "write it as \"canny --sigma 2\"");
  }
}
