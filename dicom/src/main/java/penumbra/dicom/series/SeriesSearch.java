package penumbra.dicom.series;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomException;
import penumbra.dicom.Tags;
import penumbra.dicom.file.DicomReader;
import penumbra.dicom.grey.DicomFormat;
import penumbra.io.format.IoConsumer;
import penumbra.io.format.Limits;
import penumbra.io.format.UnreadableFileException;

/// Finds the series among files by their headers.
final class SeriesSearch {
  /// A series has a handful of orientations; more are a hostile file's.
  private static final int MOST_SETS = 1000;

  private final Path folder;
  private final Limits limits;

  SeriesSearch(Path folder, Limits limits) {
    this.folder = folder;
    this.limits = limits;
  }

  /// The properties of a series, from its first file.
  private record Head(String uid, OptionalInt number, String modality) {}

  List<Series> search(List<Path> files, IoConsumer<? super IOException> unreadable)
      throws IOException {
    Map<String, Head> heads = new LinkedHashMap<>();
    Map<String, List<List<Slice>>> sets = new HashMap<>();
    for (Path file : files) {
      if (DicomFormat.isDicom(file)) {
        try {
          add(file, DicomReader.readHeader(file).data(), heads, sets);
        } catch (UnreadableFileException wrong) {
          unreadable.accept(wrong);
        }
      }
    }
    return heads.values().stream()
        .sorted(Comparator.comparingInt(head -> head.number.orElse(Integer.MAX_VALUE)))
        .flatMap(head -> parts(head, sets.getOrDefault(head.uid, List.of())).stream())
        .toList();
  }

  private void add(
      Path file, DataSet data, Map<String, Head> heads, Map<String, List<List<Slice>>> sets)
      throws IOException {
    String uid = data.text(Tags.SERIES_INSTANCE_UID).orElse("");
    List<Slice> slices = slices(file, data);
    if (!slices.isEmpty()) {
      heads.computeIfAbsent(uid, _ -> head(uid, data));
      List<List<Slice>> own = sets.computeIfAbsent(uid, _ -> new ArrayList<>());
      for (Slice slice : slices) {
        add(own, slice);
      }
    }
  }

  private List<Slice> slices(Path file, DataSet data) throws IOException {
    try {
      return SliceHeaders.of(file, data, limits);
    } catch (DicomException wrong) {
      throw DicomFormat.unreadable(file, wrong);
    }
  }

  private static Head head(String uid, DataSet data) {
    OptionalInt number;
    try {
      number = data.integer(Tags.SERIES_NUMBER);
    } catch (DicomException noNumber) {
      number = OptionalInt.empty(); // as good as none
    }
    return new Head(uid, number, data.text(Tags.MODALITY).orElse(""));
  }

  private static void add(List<List<Slice>> sets, Slice slice) throws UnreadableFileException {
    for (List<Slice> set : sets) {
      Slice first = set.getFirst();
      if (first.grid().fits(first.plane(), slice.grid(), slice.plane())) {
        set.add(slice);
        return;
      }
    }
    if (sets.size() == MOST_SETS) {
      throw UnreadableFileException.of(
          slice.file(),
          "must be of a series of at most " + MOST_SETS + " sizes and orientations",
          "is of one with more",
          "read its pictures one by one");
    }
    sets.add(new ArrayList<>(List.of(slice)));
  }

  private List<Series> parts(Head head, List<List<Slice>> sets) {
    List<PartNames.Named> all = sets.stream().flatMap(set -> VolumeParts.of(set).stream()).toList();
    List<Series> parts = new ArrayList<>();
    for (PartNames.Named named : all) {
      int part = parts.size() + 1;
      parts.add(
          new Series(
              folder,
              head.uid,
              head.number,
              head.modality,
              part,
              all.size(),
              named.coordinates(),
              named.slices()));
    }
    return parts;
  }
}
