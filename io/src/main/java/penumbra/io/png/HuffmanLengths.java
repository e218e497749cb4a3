package penumbra.io.png;

import java.util.Arrays;

/// The code lengths of the best prefix code with no code longer than a limit.
///
/// Huffman's algorithm on the sorted counts (Moffat and Katajainen 1995,
/// doi:10.1007/3-540-60220-8_79). Words that come out too long are shortened, and others lengthened
/// until the code fits again.
final class HuffmanLengths {
  private HuffmanLengths() {}

  /// The length for each symbol, 0 for one that does not occur. At least two symbols get one, as
  /// decoders expect.
  static int[] of(int[] counts, int limit) {
    int[] lengths = new int[counts.length];
    long[] used = sorted(counts);
    if (used.length < 2) {
      int only = used.length == 0 ? 0 : symbol(used[0]);
      lengths[only] = 1;
      lengths[only == 0 ? 1 : 0] = 1;
      return lengths;
    }
    int[] perLength = limited(depths(used), limit);
    int rarest = 0;
    for (int length = limit; length > 0; length--) {
      for (int i = 0; i < perLength[length]; i++) {
        lengths[symbol(used[rarest++])] = length;
      }
    }
    return lengths;
  }

  /// Count and symbol of those that occur, in ascending order of the counts.
  private static long[] sorted(int[] counts) {
    long[] used = new long[counts.length];
    int n = 0;
    for (int i = 0; i < counts.length; i++) {
      if (counts[i] > 0) {
        used[n++] = (long) counts[i] << 16 | i;
      }
    }
    long[] some = Arrays.copyOf(used, n);
    Arrays.sort(some);
    return some;
  }

  private static int symbol(long entry) {
    return (int) (entry & 0xFFFF);
  }

  /// The depth of each leaf in Huffman's tree: joins the two lightest nodes, leaves or inner nodes,
  /// in order of weight, then goes down from the root.
  private static int[] depths(long[] used) {
    int n = used.length;
    long[] weight = new long[n - 1];
    int[] parentOfLeaf = new int[n];
    int[] parentOfJoint = new int[n - 1];
    int leaf = 0;
    int joint = 0;
    for (int next = 0; next < n - 1; next++) {
      for (int child = 0; child < 2; child++) {
        boolean takeLeaf = leaf < n && (joint >= next || used[leaf] >>> 16 <= weight[joint]);
        if (takeLeaf) {
          weight[next] += used[leaf] >>> 16;
          parentOfLeaf[leaf++] = next;
        } else {
          weight[next] += weight[joint];
          parentOfJoint[joint++] = next;
        }
      }
    }
    int[] depthOfJoint = new int[n - 1];
    for (int i = n - 3; i >= 0; i--) {
      depthOfJoint[i] = depthOfJoint[parentOfJoint[i]] + 1;
    }
    int[] depths = new int[n];
    for (int i = 0; i < n; i++) {
      depths[i] = depthOfJoint[parentOfLeaf[i]] + 1;
    }
    return depths;
  }

  /// The number of words of each length, none above the limit, so that the code is complete.
  private static int[] limited(int[] depths, int limit) {
    int[] perLength = new int[limit + 1];
    long room = 1L << limit;
    for (int depth : depths) {
      int length = Math.min(depth, limit);
      perLength[length]++;
      room -= 1L << (limit - length);
    }
    // A word that gets one bit longer frees half of its code space; lengthening the longest
    // possible word costs least.
    while (room < 0) {
      int length = limit - 1;
      while (perLength[length] == 0) {
        length--;
      }
      perLength[length]--;
      perLength[length + 1]++;
      room += 1L << (limit - length - 1);
    }
    // Code space that was freed too much goes to words that can become shorter.
    for (int length = limit; length > 1 && room > 0; ) {
      long gain = 1L << (limit - length);
      if (perLength[length] > 0 && gain <= room) {
        perLength[length]--;
        perLength[length - 1]++;
        room -= gain;
      } else {
        length--;
      }
    }
    return perLength;
  }
}
