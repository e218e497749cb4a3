package penumbra.cli.option;

import java.util.Iterator;
import java.util.Locale;
import penumbra.imaging.FileFormat;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/// The names of the formats in which results are written, as `--format` takes them.
public final class FormatNames implements ITypeConverter<FileFormat>, Iterable<String> {
  @Override
  public Iterator<String> iterator() {
    return FileFormat.all().stream().map(FileFormat::toString).iterator();
  }

  @Override
  public FileFormat convert(String name) {
    return FileFormat.all().stream()
        .filter(format -> format.toString().equals(name.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(() ->
            new TypeConversionException(
                "expected one of " + String.join(", ", this) + ", but was '" + name + "'"));
  }
}
