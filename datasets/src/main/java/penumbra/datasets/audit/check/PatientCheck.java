package penumbra.datasets.audit.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import penumbra.catalogue.Numbers;
import penumbra.datasets.audit.check.Finding.Severity;
import penumbra.datasets.audit.measure.AuditSet;
import penumbra.datasets.audit.measure.AuditedImage;
import penumbra.datasets.audit.measure.Patient;
import penumbra.datasets.stats.StatisticsRow;
import penumbra.io.dataset.Split;

/// Patients with pictures in more than one split.
final class PatientCheck implements Check {
  @Override
  public String name() {
    return "patients";
  }

  @Override
  public String title() {
    return "One patient in two splits";
  }

  @Override
  public String explanation() {
    return "Patients are identified by the names of files and folders of Kaggle's, NIH's, CheXpert's,"
        + " MIMIC-CXR's and other sets, by label files, and by DICOM's Patient ID, which is"
        + " not shown. Kaggle's set counts its persons within each split, as it seems; there"
        + " the same number need not be the same patient.";
  }

  @Override
  public List<Finding> findings(AuditSet set) {
    Map<Patient, List<AuditedImage>> patients = new LinkedHashMap<>();
    for (AuditedImage image : set.images()) {
      image
          .patient()
          .ifPresent(
              patient -> patients.computeIfAbsent(patient, _ -> new ArrayList<>()).add(image));
    }
    List<Finding> findings = new ArrayList<>();
    int number = 0;
    for (Map.Entry<Patient, List<AuditedImage>> patient : patients.entrySet()) {
      List<AuditedImage> images = patient.getValue();
      number += patient.getKey().secret() ? 1 : 0;
      List<String> splits =
          images.stream()
              .filter(image -> image.image().split() != Split.NONE)
              .map(image -> StatisticsRow.splitOf(image.image()))
              .distinct()
              .toList();
      if (splits.size() > 1) {
        String text =
            label(patient.getKey(), number)
                + " has "
                + Numbers.count(images.size())
                + " images, in "
                + splits.stream().collect(Collectors.joining(" and "))
                + ".";
        findings.add(
            new Finding(
                Severity.SUSPICION,
                text,
                images.stream().map(AuditedImage::name).toList(),
                images.size(),
                "images"));
      }
    }
    return findings;
  }

  /// A DICOM patient gets a number in the order of the set, which reveals nothing to others.
  private static String label(Patient patient, int number) {
    return patient.secret()
        ? "DICOM's patient number " + number + " of this set"
        : "Patient " + patient.key() + " (" + patient.source() + ")";
  }
}
