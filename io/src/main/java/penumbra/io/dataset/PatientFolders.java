package penumbra.io.dataset;

import java.util.List;
import java.util.Optional;

/// CheXpert, MIMIC-CXR and sets of DICOM studies: a folder for each patient, with folders of
/// studies in it, which name no class: `train/patient00001/study1/view1_frontal.jpg`. A class may
/// be above the patient: `train/COVID/patient7/a.png`.
record PatientFolders() implements Layout {
  @Override
  public Optional<Label> label(ImagePlace place) {
    boolean known = place.folders().stream().anyMatch(PatientNames::isPatientFolder);
    if (!known) {
      return Optional.empty();
    }
    List<String> within = place.withinSplit();
    int patient = 0;
    while (patient < within.size() && !PatientNames.isPatientFolder(within.get(patient))) {
      patient++;
    }
    List<String> above = within.subList(0, patient == within.size() ? 0 : patient);
    return Optional.of(ClassFolders.innermost(above));
  }
}
