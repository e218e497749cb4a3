package penumbra.datasets.audit.measure;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import penumbra.core.Execution;

/// Finds the pairs of pictures that may be near duplicates, by perceptual hashes of 128 bits.
///
/// ```
/// List<HashSearch.Pair> pairs = new HashSearch(signatures).pairs(execution);
/// ```
///
/// Each bit says whether a coefficient of a [Signature] is above its median over the set.
/// Radiographs of one kind all resemble their mean, so the differences from it distinguish them.
/// Each picture's hash is compared with those of all others, of their parts, and of their
/// negatives, by the number of different bits; and with those of the whole others turned and
/// mirrored.
///
/// All pairs are compared: 42 comparisons take some 100 ns, so 100,000 pictures take nine minutes
/// of one core, less than reading them. Index structures gain little at such distances. Only the
/// nearest [#MOST] of each picture are kept, so that the memory is bounded.
public final class HashSearch {
  /// The largest number of different bits.
  static final int RADIUS = 22;

  /// The number of candidates kept for each picture.
  static final int MOST = 8;

  /// The number of pictures from which medians are reliable; below it, signs are used.
  private static final int MEDIANS_FROM = 64;

  private static final int WORDS = Signature.LENGTH / Long.SIZE;

  /// Two pictures that may be near duplicates.
  ///
  /// @param first the earlier one's place
  /// @param second the later one's place
  /// @param distance in how many bits they differ
  /// @param orientation how the later one has to be turned to look like the earlier one
  public record Pair(int first, int second, int distance, PictureTurn orientation) {}

  private static final List<PictureTurn> TURNS =
      List.of(PictureTurn.values()).subList(1, PictureTurn.values().length);

  private final int count;
  private final int looks;
  private final byte[] medians;

  /// The hash of the whole of picture i, at `WORDS * i`.
  private final long[] wholes;

  /// The hashes of the parts of picture i and of their negatives, from `WORDS * looks * i` on.
  private final long[] parts;

  /// The hashes of the whole of picture i in each of [#TURNS] and of their negatives, from `WORDS *
  /// 2 * TURNS.size() * i` on.
  private final long[] turns;

  /// A search among the pictures with these signatures, which count from 0.
  public HashSearch(List<Signature> signatures) {
    this.count = signatures.size();
    this.medians = medians(signatures);
    this.looks = count == 0 ? 0 : 2 * signatures.getFirst().views().length;
    this.wholes = new long[WORDS * count];
    this.parts = new long[WORDS * looks * count];
    this.turns = new long[WORDS * 2 * TURNS.size() * count];
    for (int i = 0; i < count; i++) {
      byte[][] views = signatures.get(i).views();
      hash(views[0], 1, wholes, WORDS * i);
      for (int v = 0; v < views.length; v++) {
        hash(views[v], 1, parts, WORDS * (looks * i + 2 * v));
        hash(views[v], -1, parts, WORDS * (looks * i + 2 * v + 1));
      }
      for (int t = 0; t < TURNS.size(); t++) {
        byte[] turned = signatures.get(i).turned(TURNS.get(t));
        hash(turned, 1, turns, WORDS * 2 * (TURNS.size() * i + t));
        hash(turned, -1, turns, WORDS * (2 * (TURNS.size() * i + t) + 1));
      }
    }
  }

  private static byte[] medians(List<Signature> signatures) {
    byte[] medians = new byte[Signature.LENGTH];
    if (signatures.size() >= MEDIANS_FROM) {
      byte[] values = new byte[signatures.size()];
      for (int c = 0; c < medians.length; c++) {
        for (int i = 0; i < values.length; i++) {
          values[i] = signatures.get(i).views()[0][c];
        }
        Arrays.sort(values);
        medians[c] = values[values.length / 2];
      }
    }
    return medians;
  }

  private void hash(byte[] coefficients, int sign, long[] target, int at) {
    for (int c = 0; c < coefficients.length; c++) {
      if (sign * coefficients[c] > medians[c]) {
        target[at + c / Long.SIZE] |= 1L << c;
      }
    }
  }

  /// The pairs within the radius, the nearest first.
  public List<Pair> pairs(Execution execution) {
    List<Pair> pairs = new ArrayList<>();
    execution.strips(
        count,
        1,
        (from, to) -> {
          List<Pair> found = new ArrayList<>();
          for (int i = from; i < to; i++) {
            found.addAll(nearest(i));
          }
          synchronized (pairs) {
            pairs.addAll(found);
          }
        });
    Comparator<Pair> nearestFirst = Comparator.comparingInt(Pair::distance);
    return pairs.stream()
        .distinct()
        .sorted(nearestFirst.thenComparingInt(Pair::first).thenComparingInt(Pair::second))
        .toList();
  }

  private List<Pair> nearest(int i) {
    Comparator<Pair> farthestLast = Comparator.comparingInt(Pair::distance);
    TreeSet<Pair> kept =
        new TreeSet<>(farthestLast.thenComparingInt(Pair::first).thenComparingInt(Pair::second));
    for (int k = 0; k < count; k++) {
      if (k != i) {
        Pair pair = pair(Math.min(i, k), Math.max(i, k));
        if (pair.distance() <= RADIUS) {
          kept.add(pair);
          if (kept.size() > MOST) {
            kept.pollLast();
          }
        }
      }
    }
    return List.copyOf(kept);
  }

  /// The pair in the orientation in which it is nearest; upright if it is as near so.
  private Pair pair(int first, int second) {
    int least = distance(first, second);
    PictureTurn nearest = PictureTurn.UPRIGHT;
    long low = wholes[WORDS * first];
    long high = wholes[WORDS * first + 1];
    for (int t = 0; t < 2 * TURNS.size(); t++) {
      int at = WORDS * (2 * TURNS.size() * second + t);
      int distance = Long.bitCount(low ^ turns[at]);
      if (distance < least) {
        distance += Long.bitCount(high ^ turns[at + 1]);
        if (distance < least) {
          least = distance;
          nearest = TURNS.get(t / 2);
        }
      }
    }
    return new Pair(first, second, least, nearest);
  }

  /// From the whole of picture `i` to the nearest part or negative of picture `k`, or the other way
  /// round: either may be cut from the other. More than [#RADIUS] where nothing is within it.
  private int distance(int i, int k) {
    return Math.min(oneWay(i, k), oneWay(k, i));
  }

  private int oneWay(int whole, int other) {
    long low = wholes[WORDS * whole];
    long high = wholes[WORDS * whole + 1];
    int least = RADIUS + 1;
    int end = WORDS * looks * (other + 1);
    for (int at = WORDS * looks * other; at < end; at += WORDS) {
      int distance = Long.bitCount(low ^ parts[at]);
      // Usually the first word is enough.
      if (distance < least) {
        least = Math.min(least, distance + Long.bitCount(high ^ parts[at + 1]));
      }
    }
    return least;
  }
}
