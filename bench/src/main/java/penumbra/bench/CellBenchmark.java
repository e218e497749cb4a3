package penumbra.bench;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;

/// One cell, measured in a separate JVM, so that cells do not affect each other through the
/// compiler.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class CellBenchmark {
  /// Names the file that holds the picture.
  static final String PICTURE = "penumbra.bench.picture";

  /// The [Cell] to measure.
  @Param("gaussian-1-f32:FAST:2:1024")
  public String cell = "";

  private @Nullable Task task;

  /// Makes input and output ready.
  @Setup
  public void prepare() throws IOException {
    Cell parsed = Cell.parse(cell);
    Path picture = Path.of(System.getProperty(PICTURE, ""));
    var input = BenchPicture.read(picture, parsed.row().input(), parsed.side());
    task = Tasks.of(parsed, input).orElseThrow();
  }

  /// What is timed.
  @Benchmark
  public Object run() {
    return java.util.Objects.requireNonNull(task).run();
  }
}
