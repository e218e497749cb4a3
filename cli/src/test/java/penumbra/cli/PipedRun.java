package penumbra.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import penumbra.cli.console.Console;
import penumbra.cli.console.Terminal;

/// What a command line with something on its standard input gave, for tests; its standard output
/// may be bytes.
@SuppressWarnings("ArrayRecordComponent") // the bytes are for looking at
public record PipedRun(int code, byte[] out, String err) {
  public static PipedRun of(byte[] in, String... args) {
    return on(Terminal.none(), in, args);
  }

  public static PipedRun on(Terminal terminal, byte[] in, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(new ByteArrayInputStream(in), out, err, terminal);
    int code = Main.run(console, args);
    return new PipedRun(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  public String text() {
    return new String(out, StandardCharsets.UTF_8);
  }
}
