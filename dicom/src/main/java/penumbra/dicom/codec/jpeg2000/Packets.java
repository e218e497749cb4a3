package penumbra.dicom.codec.jpeg2000;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import penumbra.dicom.DicomException;

/// Reads the packets of a tile, T.800 annex B.9 to B.12: the number of passes and bytes of each
/// code-block. Each packet takes at least one byte, so the input bounds the work.
final class Packets {
  private static final int SOP = 0xFF91;
  private static final int EPH = 0xFF92;
  private static final int MAX_PLANES = 64;

  private final Input body;
  private final Input headers;
  private final List<Precinct> precincts;
  private final int layers;
  private final Budget budget;
  private long missing;

  /// @param body the tile's bytes
  /// @param headers the source of packet headers: `body` itself, or the content of markers
  /// @param budget the limit on work that reads no byte
  Packets(Input body, Input headers, List<Precinct> precincts, int layers, Budget budget) {
    this.body = body;
    this.headers = headers;
    this.precincts = precincts;
    this.layers = layers;
    this.budget = budget;
    this.missing = (long) precincts.size() * layers;
  }

  /// Reads all packets.
  void read(List<Progression> progressions) throws DicomException {
    for (Progression progression : progressions) {
      read(progression);
      if (missing == 0) {
        return;
      }
    }
    throw CodestreamErrors.of("has a tile that lacks " + missing + " of its packets");
  }

  private void read(Progression progression) throws DicomException {
    int last = Math.min(layers, progression.layers());
    List<Precinct> within = sorted(progression);
    if (progression.order() > 1) {
      for (Precinct precinct : within) {
        readAll(List.of(precinct), last);
      }
    } else if (progression.order() == 0) {
      readAll(within, last);
    } else {
      int from = 0;
      while (from < within.size()) {
        int to = from;
        while (to < within.size() && within.get(to).resolution == within.get(from).resolution) {
          to++;
        }
        readAll(within.subList(from, to), last);
        from = to;
      }
    }
  }

  private List<Precinct> sorted(Progression progression) throws DicomException {
    Comparator<Precinct> byResolution = Comparator.comparingInt(Precinct::resolution);
    Comparator<Precinct> byComponent = Comparator.comparingInt(Precinct::component);
    Comparator<Precinct> byPlace =
        Comparator.comparingLong(Precinct::y).thenComparingLong(Precinct::x);
    Comparator<Precinct> order =
        switch (progression.order()) {
          case 2 -> byResolution.thenComparing(byPlace).thenComparing(byComponent);
          case 3 -> byPlace.thenComparing(byComponent).thenComparing(byResolution);
          case 4 -> byComponent.thenComparing(byPlace).thenComparing(byResolution);
          default -> byResolution.thenComparing(byComponent);
        };
    budget.step(precincts.size());
    List<Precinct> within = new ArrayList<>();
    for (Precinct precinct : precincts) {
      if (precinct.resolution >= progression.firstResolution()
          && precinct.resolution < progression.lastResolution()
          && precinct.component >= progression.firstComponent()
          && precinct.component < progression.lastComponent()) {
        within.add(precinct);
      }
    }
    within.sort(order.thenComparingInt(Precinct::index));
    return within;
  }

  private void readAll(List<Precinct> within, int last) throws DicomException {
    for (int layer = 0; layer < last; layer++) {
      for (Precinct precinct : within) {
        if (precinct.layersRead == layer) {
          readPacket(precinct, layer);
          precinct.layersRead++;
          missing--;
        }
      }
      budget.step(within.size());
    }
  }

  private void readPacket(Precinct precinct, int layer) throws DicomException {
    if (body.peek16() == SOP) {
      body.skip(6);
    }
    PacketBits bits = new PacketBits(headers);
    List<CodeBlock.Segment> segments = new ArrayList<>();
    List<Integer> lengths = new ArrayList<>();
    if (bits.next() == 1) {
      for (Precinct.Part part : precinct.parts) {
        for (int i = 0; i < part.blocks.size(); i++) {
          readBlock(part, i, precinct.switches, layer, bits, segments, lengths);
        }
      }
    }
    bits.align();
    if (headers.peek16() == EPH) {
      headers.skip(2);
    }
    for (int i = 0; i < segments.size(); i++) {
      CodeBlock.Segment segment = segments.get(i);
      segment.parts.add(body.part(lengths.get(i)));
      segment.length += lengths.get(i);
    }
  }

  /// Reads the part of a packet header for one code-block.
  private void readBlock(
      Precinct.Part part,
      int index,
      int switches,
      int layer,
      PacketBits bits,
      List<CodeBlock.Segment> segments,
      List<Integer> lengths)
      throws DicomException {
    CodeBlock block = part.blocks.get(index);
    int x = index % part.across;
    int y = index / part.across;
    if (block.included) {
      if (bits.next() == 0) {
        return;
      }
    } else {
      if (!part.inclusion.isBelow(layer + 1, x, y, bits)) {
        return;
      }
      int limit = 1;
      while (!part.missingPlanes.isBelow(limit, x, y, bits)) {
        limit++;
        if (limit > MAX_PLANES) {
          throw CodestreamErrors.at(
              headers.position(), "is in a packet header that makes no sense");
        }
      }
      block.missingPlanes = part.missingPlanes.value(x, y);
      block.included = true;
    }
    int passes = passes(bits);
    while (bits.next() == 1) {
      block.lengthBits++;
    }
    if (CodingStyle.isHighThroughput(switches) && !block.isOfPart1) {
      new HighThroughputPasses(bits, segments, lengths)
          .read(block, passes, CodingStyle.isMixed(switches));
      return;
    }
    while (passes > 0) {
      CodeBlock.Segment segment = block.open(switches);
      int now = Math.min(passes, segment.maxPasses - segment.passes);
      lengths.add(bits.length(block.lengthBits + 31 - Integer.numberOfLeadingZeros(now)));
      segments.add(segment);
      segment.passes += now;
      passes -= now;
    }
  }

  /// The number of new passes, T.800 table B.4.
  private static int passes(PacketBits bits) throws DicomException {
    if (bits.next() == 0) {
      return 1;
    }
    if (bits.next() == 0) {
      return 2;
    }
    int more = bits.next(2);
    if (more < 3) {
      return 3 + more;
    }
    more = bits.next(5);
    return more < 31 ? 6 + more : 37 + bits.next(7);
  }
}
