package penumbra.datasets.audit.measure;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatientTest {
  @ParameterizedTest
  @CsvSource({
    "train/PNEUMONIA/person123_bacteria_456.jpeg, Kaggle, person123",
    "person7_virus_12.png, Kaggle, person7",
    "test/NORMAL/IM-0115-0001.jpeg, Kaggle, IM-0115",
    "train/NORMAL/NORMAL2-IM-0666-0001-0001.jpeg, Kaggle, NORMAL2-IM-0666",
    "images/00000013_005.png, NIH, 00000013",
    "train/patient00011/study1/view1_frontal.jpg, CheXpert, patient00011",
    "p10/p10000032/s50414267/02aa804e.jpg, MIMIC-CXR, p10000032"
  })
  void namesTellThePatient(String name, String source, String key) {
    assertThat(Patient.ofName(name)).contains(new Patient(source, key, false));
  }

  @Test
  void otherNamesTellNone() {
    assertThat(Patient.ofName("train/NORMAL/scan-7.png")).isEmpty();
    assertThat(Patient.ofName("train/NORMAL/000013_005.png")).isEmpty();
    assertThat(Patient.ofName("person_bacteria_1.jpeg")).isEmpty();
  }
}
