package penumbra.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The folders of published sets, and of their siblings.
class LayoutsTest {
  @TempDir Path folder;

  private DatasetImage only(String name) throws IOException {
    Path file = folder.resolve("set").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, name);
    return Dataset.list(folder.resolve("set")).images().getFirst();
  }

  @ParameterizedTest
  @CsvSource({
    "train/COVID/a.png, TRAIN, COVID",
    "Training/glioma/Tr-gl_0010.jpg, TRAIN, glioma",
    "Testing/notumor/Te-no_0010.jpg, TEST, notumor",
    "TEST/benign/a.png, TEST, benign",
    "valid/Covid/a.png, VAL, Covid",
    "Validation/Covid/a.png, VAL, Covid",
    "validate/Covid/a.png, VAL, Covid",
    "dev/Covid/a.png, VAL, Covid",
    "set/Val/normal/a.png, VAL, NORMAL",
    "train/Covid/images/a.png, TRAIN, Covid",
    "train/images/a.png, TRAIN, none",
    "train/images_001/images/a.png, TRAIN, none",
    "images_001/images/00000001_000.png, NONE, none",
    "stage_2_train_images/0004cfab-14fd-4e49-80ba-63a80b6bddd6.png, TRAIN, none",
    "stage_2_test_images/0000a175-0e68-4ca4-b1af-167204a7e0bc.png, TEST, none",
    "train/0a0b0c0d0e0f00010203040506070809.png, TRAIN, none",
    "test_images/a.png, TEST, none",
    "CheXpert-v1.0-small/train/patient00001/study1/view1_frontal.jpg, TRAIN, none",
    "CheXpert-v1.0-small/valid/patient64541/study1/view2_lateral.jpg, VAL, none",
    "files/p10/p10000032/s50414267/02aa804e-bde0afdd.jpg, NONE, none",
    "train/files/p10/p10000032/s50414267/02aa804e.jpg, TRAIN, none",
    "train/COVID/patient7/study2/a.png, TRAIN, COVID",
    "training/sub-01/ses-01/anat/a.nii.gz, TRAIN, none",
    "contest/a.png, NONE, none",
    "latest/COVID/a.png, NONE, none",
    "trainer/COVID/a.png, NONE, none"
  })
  void splitsAndClassesAreThoseOfTheLayout(String name, Split split, String label)
      throws IOException {
    DatasetImage image = only(name);
    assertThat(image.split()).isEqualTo(split);
    assertThat(image.label()).hasToString(label);
  }

  @ParameterizedTest
  @CsvSource({
    "valid/patient00001/study1/view1_frontal.jpg, CheXpert, patient00001",
    "files/p10/p10000032/s50414267/02aa.jpg, MIMIC-CXR, p10000032",
    "images_001/images/00000013_005.png, NIH, 00000013",
    "train/NORMAL/person12_virus_3.jpeg, Kaggle, person12",
    "train/NORMAL/NORMAL-1003233-0001.jpeg, Kermany, NORMAL-1003233",
    "train/CNV/CNV-1016042-12.jpeg, Kermany, CNV-1016042",
    "train/sub-01/ses-1/anat/a.nii, folder, sub-01",
    "train/COVID/Patient_7/b.png, folder, Patient_7",
    "LIDC-IDRI-0001/a/b/000001.png, folder, LIDC-IDRI-0001",
    "train/COVID/patient12_1.png, file, patient12"
  })
  void namesTellThePatient(String name, String source, String key) throws IOException {
    assertThat(only(name).patient()).contains(new DatasetPatient(source, key));
  }

  @Test
  void masksBesideImagesAreNoImages() throws IOException {
    for (String name : new String[] {"COVID", "Viral Pneumonia", "Normal"}) {
      only("Radiography/" + name + "/images/a.png");
      only("Radiography/" + name + "/masks/a.png");
    }
    only("Qu/Train/COVID-19/images/b.png");
    only("Qu/Train/COVID-19/lung masks/b.png");
    only("Qu/Train/COVID-19/infection masks/b.png");
    Dataset set = Dataset.list(folder.resolve("set"));
    assertThat(set.images())
        .extracting(image -> image.split() + " " + image.label())
        .containsExactly("TRAIN COVID-19", "NONE COVID", "NONE NORMAL", "NONE Viral Pneumonia");
    assertThat(set.masks()).hasSize(5);
    assertThat(set.files()).hasSize(9);
  }

  @Test
  void masksWithoutImagesBesideThemAreImages() throws IOException {
    only("train/masks/a.png");
    only("train/COVID/b.png");
    Dataset set = Dataset.list(folder.resolve("set"));
    assertThat(set.masks()).isEmpty();
    assertThat(set.images())
        .extracting(image -> image.label().toString())
        .containsExactly("COVID", "masks");
    only("train/COVID/images/a.png");
    only("train/COVID/masks/a.png");
    assertThat(Dataset.list(folder.resolve("set/train/COVID/masks")).images()).hasSize(1);
  }
}
