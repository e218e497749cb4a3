package penumbra.consumers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import javax.tools.ToolProvider;

/// A jar of somebody else who likes the same name.
final class Rival {
  private static final String SOURCE =
      """
      package rival;

      import java.util.List;
      import penumbra.catalogue.Operation;
      import penumbra.catalogue.OperationProvider;
      import penumbra.core.filter.Gaussian;

      public final class Operations implements OperationProvider {
        @Override
        public List<Operation> operations() {
          return List.of(Operation.of("NAME", Gaussian.of(1)));
        }
      }
      """;
  private static final String CLASS = "rival/Operations.class";

  private Rival() {}

  /// Makes it in a new folder.
  static Path jar(Path folder, String operation) throws IOException {
    Files.createDirectories(folder);
    Path source = folder.resolve("Operations.java");
    Files.writeString(source, SOURCE.replace("NAME", operation));
    int code =
        ToolProvider.getSystemJavaCompiler()
            .run(
                null,
                null,
                null,
                "-proc:none",
                "-cp",
                System.getProperty("java.class.path"),
                "-d",
                folder.toString(),
                source.toString());
    assertThat(code).isZero();
    Path jar = folder.resolve("rival.jar");
    try (var zip = new JarOutputStream(Files.newOutputStream(jar))) {
      zip.putNextEntry(new ZipEntry(CLASS));
      zip.write(Files.readAllBytes(folder.resolve(CLASS)));
      zip.putNextEntry(new ZipEntry("META-INF/services/penumbra.catalogue.OperationProvider"));
      zip.write("rival.Operations\n".getBytes(java.nio.charset.StandardCharsets.UTF_8));
    }
    return jar;
  }
}
