package penumbra.datasets.audit.check;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import penumbra.core.Execution;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.HashSearch;
import penumbra.datasets.audit.measure.PictureTurn;
import penumbra.datasets.audit.measure.Registration;
import penumbra.datasets.audit.measure.Signature;
import penumbra.datasets.stats.DatasetPicture;

/// The same picture in files with different bytes.
final class NearDuplicatesCheck implements Check {
  /// Pairs are compared in parallel, each by one thread.
  private static final Execution ALONE = Execution.ofThreads(1);

  /// Copies reach 0.94 and more; other pictures, including those of the same patient, reach 0.6 and
  /// less.
  static final double ALIKE = 0.85;

  private static final int PREPARED = 32;

  @Override
  public String name() {
    return "near-duplicates";
  }

  @Override
  public String title() {
    return "Near duplicates";
  }

  @Override
  public String explanation() {
    return "The same picture with another brightness, contrast or gamma, as a negative, compressed"
        + " anew, in another size, cropped by up to 2 % at each side, turned by 90, 180 or 270"
        + " degrees, or mirrored. Candidates are found by a"
        + " perceptual hash and reported only if, laid over each other, their fine detail agrees: a"
        + " correlation of 0.85 or more.";
  }

  /// Two pictures, and their similarity.
  private record Match(HashSearch.Pair pair, double likeness, String failure) {
    boolean same() {
      return Math.abs(likeness) >= ALIKE;
    }
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    List<AuditedImage> images = firstOfEach(set.seen());
    List<Signature> signatures = images.stream().map(AuditedImage::signature).toList();
    List<HashSearch.Pair> pairs = new HashSearch(signatures).pairs(set.execution());
    List<Match> matches = compare(images, pairs, set.execution());
    List<Finding> findings = new ArrayList<>();
    for (Match match : matches) {
      if (!match.failure().isEmpty()) {
        AuditedImage first = images.get(match.pair().first());
        String text = "It could not be read again to be compared: " + match.failure() + ".";
        findings.add(Finding.of(Severity.SUSPICION, text, List.of(first.name())));
      }
    }
    List<Match> same = matches.stream().filter(Match::same).toList();
    for (List<Integer> group : groups(images.size(), same)) {
      findings.add(finding(group.stream().map(images::get).toList(), group, same));
    }
    return findings;
  }

  /// One of several images with the same bytes, which another check reports.
  private static List<AuditedImage> firstOfEach(List<AuditedImage> seen) {
    Map<String, AuditedImage> first = new LinkedHashMap<>();
    seen.forEach(image -> first.putIfAbsent(image.sha256(), image));
    return List.copyOf(first.values());
  }

  /// Compares the pictures of all pairs. Pairs of one picture follow each other, so that few are
  /// read twice.
  private static List<Match> compare(
      List<AuditedImage> images, List<HashSearch.Pair> pairs, Execution execution) {
    SortedMap<Integer, List<HashSearch.Pair>> byFirst = new TreeMap<>();
    for (HashSearch.Pair pair : pairs) {
      byFirst.computeIfAbsent(pair.first(), _ -> new ArrayList<>()).add(pair);
    }
    List<List<HashSearch.Pair>> work = List.copyOf(byFirst.values());
    SortedMap<Integer, List<Match>> found = new TreeMap<>();
    execution.strips(
        work.size(),
        1,
        () -> {
          Map<Seen, Registration> prepared = recent();
          return (from, to) -> {
            for (int i = from; i < to; i++) {
              List<Match> matches =
                  work.get(i).stream().map(pair -> match(pair, images, prepared)).toList();
              synchronized (found) {
                found.put(i, matches);
              }
            }
          };
        });
    return found.values().stream().flatMap(List::stream).toList();
  }

  /// A picture in an orientation.
  private record Seen(int place, PictureTurn orientation) {}

  private static Map<Seen, Registration> recent() {
    return new LinkedHashMap<>(PREPARED, 0.75f, true) {
      private static final long serialVersionUID = 1L;

      @Override
      protected boolean removeEldestEntry(Map.Entry<Seen, Registration> eldest) {
        return size() > PREPARED;
      }
    };
  }

  private static Match match(
      HashSearch.Pair pair, List<AuditedImage> images, Map<Seen, Registration> prepared) {
    try {
      Registration first = prepare(new Seen(pair.first(), PictureTurn.UPRIGHT), images, prepared);
      Registration second = prepare(new Seen(pair.second(), pair.orientation()), images, prepared);
      return new Match(pair, first.likeness(second), "");
    } catch (IOException error) {
      return new Match(pair, 0, String.valueOf(error.getMessage()));
    }
  }

  private static Registration prepare(
      Seen seen, List<AuditedImage> images, Map<Seen, Registration> prepared) throws IOException {
    Registration known = prepared.get(seen);
    if (known == null) {
      DatasetPicture picture = DatasetPicture.read(images.get(seen.place()).image().file(), ALONE);
      known = Registration.prepare(seen.orientation().of(picture.levels(ALONE)));
      prepared.put(seen, known);
    }
    return known;
  }

  /// The connected groups of matching images, each in the order of the set.
  private static List<List<Integer>> groups(int count, List<Match> matches) {
    int[] leader = new int[count];
    java.util.Arrays.setAll(leader, i -> i);
    for (Match match : matches) {
      int first = lead(leader, match.pair().first());
      int second = lead(leader, match.pair().second());
      leader[Math.max(first, second)] = Math.min(first, second);
    }
    SortedMap<Integer, List<Integer>> groups = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      groups.computeIfAbsent(lead(leader, i), _ -> new ArrayList<>()).add(i);
    }
    return groups.values().stream().filter(group -> group.size() > 1).toList();
  }

  private static int lead(int[] leader, int i) {
    int at = i;
    while (leader[at] != at) {
      at = leader[at];
    }
    return at;
  }

  private static Finding finding(
      List<AuditedImage> images, List<Integer> places, List<Match> matches) {
    SplitOverlap crossing = SplitOverlap.of(images);
    boolean negative = false;
    double least = 1;
    Set<PictureTurn> turns = EnumSet.noneOf(PictureTurn.class);
    for (Match match : matches) {
      if (places.contains(match.pair().first())) {
        negative |= match.likeness() < 0;
        turns.add(match.pair().orientation().inverse());
        least = Math.min(least, Math.abs(match.likeness()));
      }
    }
    String text =
        String.format(
            Locale.ROOT,
            "%d files show the same picture%s%s%s; correlation of detail %.3f.",
            images.size(),
            negative ? ", one of them as a negative" : "",
            describe(turns),
            crossing.describe(),
            least);
    return new Finding(
        crossing.any() ? Severity.DEFECT : Severity.SUSPICION,
        text,
        images.stream().map(AuditedImage::name).toList(),
        least,
        "correlation");
  }

  /// What follows on "they show the same picture": `, one of them mirrored`.
  private static String describe(Set<PictureTurn> turns) {
    return turns.stream()
        .map(PictureTurn::words)
        .filter(words -> !words.isEmpty())
        .map(words -> ", one of them " + words)
        .collect(Collectors.joining());
  }
}
