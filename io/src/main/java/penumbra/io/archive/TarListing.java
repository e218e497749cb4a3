package penumbra.io.archive;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import penumbra.io.format.Inputs;
import penumbra.io.format.UnreadableFileException;

/// Lists the members of a tar archive, in one pass over its headers. Long names of GNU and pax are
/// supported; links, devices and similar members are skipped.
final class TarListing {
  /// The longest name, and the longest pax records of one file.
  private static final int MOST_WORDS = 1 << 20;

  private final Archive archive;
  private final InputStream in;
  private final long packed;
  private long at;
  private @Nullable String name;
  private long size = -1;

  TarListing(Archive archive, InputStream in, long packed) {
    this.archive = archive;
    this.in = in;
    this.packed = packed;
  }

  /// Adds all members, and returns the number of bytes before the end mark.
  long list() throws IOException {
    byte[] block = in.readNBytes(TarHeader.BYTES);
    while (block.length == TarHeader.BYTES && block[0] != 0) {
      at += TarHeader.BYTES;
      if (!TarHeader.isSound(block)) {
        throw damaged("has a wrong check sum before byte " + at);
      }
      member(TarHeader.parse(block));
      archive.checkGrowth("it", packed, at);
      block = in.readNBytes(TarHeader.BYTES);
    }
    if (block.length < TarHeader.BYTES && block.length > 0) {
      throw damaged("ends inside a header");
    }
    return at;
  }

  private void member(TarHeader header) throws IOException {
    if (header.size() < 0) {
      throw damaged("has a member of no size before byte " + at);
    }
    switch (header.kind()) {
      case 'L' -> name = TarHeader.text(words(header), 0, (int) header.size());
      case 'x' -> pax(new String(words(header), StandardCharsets.UTF_8));
      default -> {
        long length = size >= 0 ? size : header.size();
        String called = name == null ? header.name() : name;
        if (header.isFile()) {
          archive.add(called, new ArchiveNode.Member(called, at, length, length));
        }
        skip(length);
        name = null;
        size = -1;
      }
    }
  }

  private byte[] words(TarHeader header) throws IOException {
    if (header.size() > MOST_WORDS) {
      throw damaged("has a name of " + header.size() + " bytes");
    }
    byte[] words = in.readNBytes((int) header.size());
    if (words.length < header.size()) {
      throw new EOFException("it ends early");
    }
    at += words.length;
    skipPadding(header.size());
    return words;
  }

  /// Records like `30 path=some/long/name`, each with its own length in front.
  private void pax(String records) {
    for (String line : records.split("\n", -1)) {
      int equals = line.indexOf('=');
      int space = line.indexOf(' ');
      if (space >= 0 && equals > space) {
        String value = line.substring(equals + 1);
        switch (line.substring(space + 1, equals)) {
          case "path" -> name = value;
          case "size" -> size = value.matches("\\d{1,18}") ? Long.parseLong(value) : size;
          default -> {
            // The other records say nothing about the content.
          }
        }
      }
    }
  }

  private void skip(long length) throws IOException {
    in.skipNBytes(length);
    at += length;
    skipPadding(length);
  }

  private void skipPadding(long length) throws IOException {
    long padding = -length & (TarHeader.BYTES - 1);
    in.skipNBytes(padding);
    at += padding;
  }

  private UnreadableFileException damaged(String found) {
    return UnreadableFileException.of(
        archive.file(), "must be a sound tar archive", found, Inputs.COPY_AGAIN);
  }
}
