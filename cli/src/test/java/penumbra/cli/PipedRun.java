package penumbra.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/// What a command line with something on its standard input gave, for tests; its standard output
/// may be bytes.
@SuppressWarnings("ArrayRecordComponent") // the bytes are for looking at
record PipedRun(int code, byte[] out, String err) {
  static PipedRun of(byte[] in, String... args) {
    return on(Terminal.none(), in, args);
  }

  static PipedRun on(Terminal terminal, byte[] in, String... args) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var console = new Console(new ByteArrayInputStream(in), out, err, terminal);
    int code = Main.run(console, args);
    return new PipedRun(code, out.toByteArray(), err.toString(StandardCharsets.UTF_8));
  }

  String text() {
    return new String(out, StandardCharsets.UTF_8);
  }
}
