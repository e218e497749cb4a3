package penumbra.cli.option;

import java.nio.file.Path;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// Reads the name of a file or a folder from the command line.
public final class PathConverter implements ITypeConverter<Path> {
  /// An empty name comes from an unset shell variable; it does not mean the current folder.
  @Override
  public Path convert(String name) {
    if (name.isEmpty()) {
      throw new TypeConversionException("it is empty; name a file or a folder");
    }
    return Path.of(name);
  }
}
