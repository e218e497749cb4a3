package penumbra.conformance;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// Reads names of [GeneratedInput] from standard input, one a line, and writes the arrays' bytes to
/// the file that is named as argument, one after the other. The golden scripts call it.
final class WriteGeneratedInputs {
  private WriteGeneratedInputs() {}

  static void main(String[] arguments) throws IOException {
    var names = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    try (OutputStream bytes = Files.newOutputStream(Path.of(arguments[0]))) {
      for (String name = names.readLine(); name != null; name = names.readLine()) {
        bytes.write(GeneratedInput.named(name).array().toBytes());
      }
    }
  }
}
