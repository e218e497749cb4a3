package penumbra.dicom.codec.jpeg;

import penumbra.dicom.DicomException;

/// A Huffman table, T.81 annexes C and F.2.2.3. Codes of up to nine bits, almost all codes in
/// practice, take one lookup in a table of 512 entries. Longer ones take a search by length.
final class JpegHuffman {
  private static final int FAST = 9;
  private static final int LONGEST = 16;

  /// Length and symbol of the code at the start of the next nine bits; 0 if the code is longer.
  private final short[] fast = new short[1 << FAST];

  /// For each length, the first 16-bit value that is not a code of that length or a shorter one.
  private final int[] limits = new int[LONGEST + 1];

  /// For each length, the number to add to a code to get the index of its symbol.
  private final int[] offsets = new int[LONGEST + 1];

  private final byte[] symbols;

  private JpegHuffman(byte[] symbols) {
    this.symbols = symbols;
  }

  static JpegHuffman read(SegmentReader segment) throws DicomException {
    int[] counts = new int[LONGEST + 1];
    int total = 0;
    for (int length = 1; length <= LONGEST; length++) {
      counts[length] = segment.u8();
      total += counts[length];
    }
    byte[] symbols = new byte[Math.min(total, segment.remaining())];
    for (int i = 0; i < total; i++) {
      int symbol = segment.u8();
      symbols[i] = (byte) symbol;
    }
    var table = new JpegHuffman(symbols);
    table.build(counts, segment);
    return table;
  }

  private void build(int[] counts, SegmentReader segment) throws DicomException {
    int code = 0;
    int index = 0;
    for (int length = 1; length <= LONGEST; length++) {
      offsets[length] = index - code;
      for (int i = 0; i < counts[length]; i++) {
        if (length <= FAST && code < 1 << length) {
          int first = code << (FAST - length);
          int symbol = symbols[index] & 255;
          java.util.Arrays.fill(
              fast, first, first + (1 << (FAST - length)), (short) ((length << 8) | symbol));
        }
        code++;
        index++;
      }
      // The code of ones only is forbidden, but some encoders use it, and it can be distinguished.
      if (code > 1 << length) {
        throw segment.damaged(
            "must have Huffman tables that can be",
            "has one of too many codes of " + length + " bits");
      }
      limits[length] = code << (LONGEST - length);
      code <<= 1;
    }
  }

  /// Reads a code from `bits`, which must hold at least 16, and returns its symbol.
  int decode(JpegBits bits) throws DicomException {
    int entry = fast[bits.peek(FAST)];
    if (entry != 0) {
      bits.skip(entry >> 8);
      return entry & 255;
    }
    int code = bits.peek(LONGEST);
    for (int length = FAST + 1; length <= LONGEST; length++) {
      if (code < limits[length]) {
        bits.skip(length);
        return symbols[(code >> (LONGEST - length)) + offsets[length]] & 255;
      }
    }
    throw bits.noCode();
  }
}
