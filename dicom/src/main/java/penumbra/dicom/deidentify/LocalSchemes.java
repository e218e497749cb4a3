package penumbra.dicom.deidentify;

import java.util.List;
import java.util.Set;
import penumbra.dicom.DataSet;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// Coding schemes that only some institution has, `99HOSPITAL`, and that may name it.
///
/// The schemes of PS3.16 table 8-1 stay, such as `DCM` and `SCT`. Of all others the designator gets
/// a new name, the same one in all files of a run, so that codes stay comparable. What else
/// describes such a scheme is removed: its name, version, organisation and addresses.
final class LocalSchemes {
  /// Those of the standard's table that name no single institution.
  private static final Set<String> KNOWN =
      Set.of(
          "ACR",
          "ASTM-sigpurpose",
          "BARI",
          "BI",
          "C4",
          "C5",
          "CD2",
          "CDT-2",
          "DC",
          "DCM",
          "DCMUID",
          "FMA",
          "HPC",
          "I10",
          "I10C",
          "I10P",
          "I11",
          "I9",
          "I9C",
          "IBSI",
          "ICD10",
          "ICDO",
          "ICDO3",
          "IEEE",
          "ISO3166_1",
          "ISO639_1",
          "ISO639_2",
          "ITIS_TSN",
          "JC8",
          "JJ1017",
          "LB",
          "LN",
          "MA",
          "MDC",
          "MDNS",
          "MGI",
          "MSH",
          "NCIt",
          "NCDR",
          "NCPDP",
          "NDC",
          "NEU",
          "NICIP",
          "NPI",
          "PNDS",
          "POS",
          "RADELEMENT",
          "RADLEX",
          "RFC3066",
          "RFC5646",
          "RXNORM",
          "SCPECG",
          "SCT",
          "SDM",
          "SNM3",
          "SRT",
          "UBERON",
          "UCUM",
          "UMDNS",
          "UMLS",
          "UNS",
          "UPC");

  private static final Set<String> KNOWN_RESOURCES = Set.of("DCMR", "SDM");
  private static final Tag MAPPING_RESOURCE = Tag.of(0x0008, 0x0105);
  private static final Tag MAPPING_RESOURCE_NAME = Tag.of(0x0008, 0x0122);
  private static final Tag ORGANISATION = Tag.of(0x0008, 0x0116);

  private static final List<Tag> DESCRIPTIONS =
      List.of(
          Tag.of(0x0008, 0x0103), // Coding Scheme Version
          Tag.of(0x0008, 0x0109), // Coding Scheme Resources Sequence
          Tag.of(0x0008, 0x0114), // Coding Scheme External ID
          Tag.of(0x0008, 0x0115)); // Coding Scheme Name

  private final Pseudonyms pseudonyms;
  private final Changes changes;

  LocalSchemes(Pseudonyms pseudonyms, Changes changes) {
    this.pseudonyms = pseudonyms;
    this.changes = changes;
  }

  /// The data set, a code or the description of a scheme among others, without what names a local
  /// scheme. Its items are not looked at.
  DataSet hidden(DataSet data) {
    DataSet clean = without(data, ORGANISATION);
    if (isLocal(clean, Tags.CODING_SCHEME_DESIGNATOR, KNOWN)) {
      clean = renamed(clean, Tags.CODING_SCHEME_DESIGNATOR);
      for (Tag tag : DESCRIPTIONS) {
        clean = without(clean, tag);
      }
    }
    if (isLocal(clean, MAPPING_RESOURCE, KNOWN_RESOURCES)) {
      clean = without(renamed(clean, MAPPING_RESOURCE), MAPPING_RESOURCE_NAME);
    }
    return clean;
  }

  private static boolean isLocal(DataSet data, Tag tag, Set<String> known) {
    return data.text(tag).filter(name -> !known.contains(name)).isPresent();
  }

  private DataSet renamed(DataSet data, Tag tag) {
    Element old = data.element(tag).orElseThrow();
    changes.add(tag, Treatment.REPLACED);
    String name = pseudonyms.scheme(data.text(tag).orElseThrow());
    return data.with(Element.ofText(tag, old.vr(), name));
  }

  private DataSet without(DataSet data, Tag tag) {
    if (!data.has(tag)) {
      return data;
    }
    changes.add(tag, Treatment.REMOVED);
    return data.without(tag);
  }
}
