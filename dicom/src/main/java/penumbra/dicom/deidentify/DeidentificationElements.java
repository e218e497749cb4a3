package penumbra.dicom.deidentify;

import java.util.ArrayList;
import java.util.List;
import penumbra.dicom.Code;
import penumbra.dicom.DataSet;
import penumbra.dicom.DataSetBuilder;
import penumbra.dicom.Tags;

/// The elements that say that an object was de-identified, how, and with which options. Their codes
/// are those of PS3.16, context group 7050.
final class DeidentificationElements {
  private DeidentificationElements() {}

  static DataSet of(Retention retention, String version) {
    List<Code> codes = new ArrayList<>();
    codes.add(Code.dcm("113100", "Basic Application Confidentiality Profile"));
    switch (retention.dates()) {
      case Dates.Removed _ -> {}
      case Dates.Kept _ ->
          codes.add(
              Code.dcm("113106", "Retain Longitudinal Temporal Information Full Dates Option"));
      case Dates.Shifted _ ->
          codes.add(
              Code.dcm("113107", "Retain Longitudinal Temporal Information Modified Dates Option"));
    }
    if (retention.patient()) {
      codes.add(Code.dcm("113108", "Retain Patient Characteristics Option"));
    }
    if (retention.device()) {
      codes.add(Code.dcm("113109", "Retain Device Identity Option"));
    }
    if (retention.uids()) {
      codes.add(Code.dcm("113110", "Retain UIDs Option"));
    }
    if (retention.institution()) {
      codes.add(Code.dcm("113112", "Retain Institution Identity Option"));
    }
    return new DataSetBuilder()
        .text(Tags.PATIENT_IDENTITY_REMOVED, "YES")
        .text(Tags.DEIDENTIFICATION_METHOD, "Penumbra " + version + ", PS3.15 annex E")
        .items(
            Tags.DEIDENTIFICATION_METHOD_CODE_SEQUENCE,
            codes.stream().map(Code::item).toArray(DataSet[]::new))
        .text(Tags.LONGITUDINAL_TEMPORAL_INFORMATION_MODIFIED, dates(retention.dates()))
        .build();
  }

  private static String dates(Dates dates) {
    return switch (dates) {
      case Dates.Removed _ -> "REMOVED";
      case Dates.Kept _ -> "UNMODIFIED";
      case Dates.Shifted _ -> "MODIFIED";
    };
  }
}
