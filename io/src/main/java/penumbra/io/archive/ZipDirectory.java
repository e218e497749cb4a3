package penumbra.io.archive;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipException;

/// Reads the directory at the end of a ZIP archive, Zip64 included. Java's own reader refuses a
/// whole archive for one member that it cannot read, and says nothing of links.
final class ZipDirectory {
  private static final int END = 22;
  private static final int LONGEST_COMMENT = 65535;
  private static final int LOCATOR = 20;
  private static final int BIG_END = 56;
  private static final int ENTRY = 46;
  private static final long IN_EXTRA = 0xFFFFFFFFL;
  private static final int END_MARK = 0x06054b50;
  private static final int LOCATOR_MARK = 0x07064b50;
  private static final int BIG_END_MARK = 0x06064b50;
  private static final int ENTRY_MARK = 0x02014b50;
  private static final int ZIP64 = 1;
  private static final int UNIX = 3;

  private final FileChannel channel;
  private final long length;
  private long entries;
  private long size;
  private long from;
  private long base;

  private ZipDirectory(FileChannel channel) throws IOException {
    this.channel = channel;
    this.length = channel.size();
  }

  /// The members, in the order of the directory.
  static List<ZipMember> read(FileChannel channel) throws IOException {
    var directory = new ZipDirectory(channel);
    directory.findEnd();
    return directory.members();
  }

  private void findEnd() throws IOException {
    long start = Math.max(0, length - END - LONGEST_COMMENT);
    ByteBuffer tail = bytes(start, (int) (length - start));
    for (int at = tail.limit() - END; at >= 0; at--) {
      // A comment may hold the mark too: the right one's comment ends with the file.
      if (tail.getInt(at) == END_MARK && at + END + uint16(tail, at + 20) <= tail.limit()) {
        end(tail, at, start + at);
        return;
      }
    }
    throw new ZipException("zip END header not found");
  }

  private void end(ByteBuffer tail, int at, long end) throws IOException {
    if (uint16(tail, at + 4) != 0 && uint16(tail, at + 4) != 0xFFFF) {
      throw new ZipException("it is one part of several");
    }
    entries = uint16(tail, at + 10);
    size = uint32(tail, at + 12);
    from = uint32(tail, at + 16);
    long behind = end;
    if (entries == 0xFFFF || size == IN_EXTRA || from == IN_EXTRA) {
      behind = bigEnd(end);
    }
    // Bytes before the archive, as of a program that unpacks it, move all places.
    base = behind - size - from;
    if (size < 0 || from < 0 || base < 0) {
      throw new ZipException("invalid END header (bad central directory size or place)");
    }
  }

  /// Takes the numbers of Zip64, and gives where its end record begins.
  private long bigEnd(long end) throws IOException {
    if (end < LOCATOR + BIG_END) {
      return end;
    }
    ByteBuffer locator = bytes(end - LOCATOR, LOCATOR);
    if (locator.getInt(0) != LOCATOR_MARK) {
      return end;
    }
    long place = locator.getLong(8);
    if (place < 0 || place > end - LOCATOR - BIG_END) {
      throw new ZipException("invalid END header (bad place of its Zip64 record)");
    }
    ByteBuffer record = bytes(place, BIG_END);
    if (record.getInt(0) != BIG_END_MARK) {
      place = end - LOCATOR - BIG_END;
      record = bytes(place, BIG_END);
    }
    if (record.getInt(0) != BIG_END_MARK) {
      throw new ZipException("invalid END header (no Zip64 record)");
    }
    entries = record.getLong(32);
    size = record.getLong(40);
    from = record.getLong(48);
    return place;
  }

  private List<ZipMember> members() throws IOException {
    if (size > Integer.MAX_VALUE - 8 || size / ENTRY < entries) {
      throw new ZipException("invalid END header (bad number of entries)");
    }
    ByteBuffer list = bytes(base + from, (int) size);
    List<Raw> raws = new ArrayList<>();
    int at = 0;
    for (long i = 0; i < entries; i++) {
      if (at > list.limit() - ENTRY || list.getInt(at) != ENTRY_MARK) {
        throw new ZipException("invalid CEN header (bad signature)");
      }
      int name = uint16(list, at + 28);
      int extra = uint16(list, at + 30);
      int next = at + ENTRY + name + extra + uint16(list, at + 32);
      if (next > list.limit()) {
        throw new ZipException("invalid CEN header (bad header size)");
      }
      raws.add(new Raw(list, at, name, extra));
      at = next;
    }
    ZipNames names = ZipNames.of(raws.stream().map(Raw::name).toList());
    List<ZipMember> members = new ArrayList<>();
    for (Raw raw : raws) {
      members.add(member(raw, names));
    }
    return members;
  }

  /// An entry of the directory, which begins at `at`.
  private record Raw(ByteBuffer list, int at, int nameLength, int extraLength) {
    ZipNames.Raw name() {
      byte[] name = new byte[nameLength];
      list.get(at + ENTRY, name);
      byte[] extra = new byte[extraLength];
      list.get(at + ENTRY + nameLength, extra);
      return new ZipNames.Raw(name, (uint16(list, at + 8) & ZipNames.UTF_8_FLAG) != 0, extra);
    }
  }

  private ZipMember member(Raw raw, ZipNames names) throws ZipException {
    ByteBuffer list = raw.list();
    int at = raw.at();
    long[] numbers = {uint32(list, at + 24), uint32(list, at + 20), uint32(list, at + 42)};
    int extra = at + ENTRY + raw.nameLength();
    int end = extra + raw.extraLength();
    while (extra <= end - 4) {
      int behind = extra + 4 + uint16(list, extra + 2);
      if (uint16(list, extra) == ZIP64 && behind <= end) {
        int value = extra + 4;
        for (int i = 0; i < numbers.length; i++) {
          if (numbers[i] == IN_EXTRA && value <= behind - 8) {
            numbers[i] = list.getLong(value);
            value += 8;
          }
        }
      }
      extra = behind;
    }
    for (long number : numbers) {
      if (number < 0 || (number == numbers[2] && number > length - base)) {
        throw new ZipException("invalid CEN header (bad Zip64 size or place)");
      }
    }
    String name = names.of(raw.name());
    int flags = uint16(list, at + 8);
    int mode = uint16(list, at + 4) >> 8 == UNIX ? uint16(list, at + 40) : 0;
    return new ZipMember(
        name,
        uint16(list, at + 10),
        (flags & 1) != 0 || uint16(list, at + 10) == 99,
        uint32(list, at + 16),
        numbers[1],
        numbers[0],
        base + numbers[2],
        kind(name, mode >> 12));
  }

  /// @param type the upper bits of Unix's mode: 10 a link, 8 a file, 4 a folder, 0 not said
  private static ZipMember.Kind kind(String name, int type) {
    if (name.endsWith("/") || type == 4) {
      return ZipMember.Kind.FOLDER;
    }
    return type == 0 || type == 8 ? ZipMember.Kind.FILE : ZipMember.Kind.OTHER;
  }

  private ByteBuffer bytes(long place, int n) throws IOException {
    if (place < 0 || place > length - n) {
      throw new EOFException("it ends early");
    }
    ByteBuffer buffer = ByteBuffer.allocate(n).order(ByteOrder.LITTLE_ENDIAN);
    ZipSection.readFully(channel, buffer, place);
    return buffer;
  }

  private static int uint16(ByteBuffer bytes, int at) {
    return bytes.getShort(at) & 0xFFFF;
  }

  private static long uint32(ByteBuffer bytes, int at) {
    return bytes.getInt(at) & 0xFFFFFFFFL;
  }
}
