package penumbra.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.core.InvalidInputException;
import penumbra.io.format.UnreadableFileException;

/// The label files of published sets, and of their siblings.
class LabelFilesTest {
  @TempDir Path root;

  private Path put(String name, String... lines) throws IOException {
    Path file = root.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, String.join("\n", lines) + "\n");
  }

  private List<String> labels(LabelRequest request) throws IOException {
    return Dataset.list(root, request).images().stream()
        .map(image ->
            "%s %s %s %s"
                .formatted(
                    image.file().getFileName(),
                    image.split(),
                    image.labelText(),
                    image.patient().map(DatasetPatient::key).orElse("-")))
        .toList();
  }

  private List<String> labels() throws IOException {
    return labels(LabelRequest.BESIDE);
  }

  @Test
  void nihTellsFindingsPatientsAndSplits() throws IOException {
    put("images_001/images/00000001_000.png");
    put("images_001/images/00000001_001.png");
    put("images_002/images/00000002_000.png");
    put(
        "Data_Entry_2017.csv",
        "Image Index,Finding Labels,Follow-up #,Patient ID,Patient Age,View Position",
        "00000001_000.png,Cardiomegaly,0,1,58,PA",
        "00000001_001.png,Cardiomegaly|Emphysema,1,1,58,PA",
        "00000002_000.png,No Finding,0,2,81,PA",
        "00000003_000.png,Hernia,0,3,81,PA");
    put("train_val_list.txt", "00000001_000.png", "00000001_001.png");
    put("test_list.txt", "00000002_000.png");
    assertThat(labels())
        .containsExactly(
            "00000001_000.png TRAIN Cardiomegaly 00000001",
            "00000001_001.png TRAIN Cardiomegaly|Emphysema 00000001",
            "00000002_000.png TEST No Finding 00000002");
    Dataset set = Dataset.list(root);
    assertThat(set.images().get(1).label()).isEqualTo(Label.SEVERAL);
    assertThat(set.findings())
        .containsOnlyKeys("Cardiomegaly", "Emphysema", "No Finding")
        .containsEntry("Cardiomegaly", 2);
    assertThat(set.labels())
        .extracting(LabelUse::line)
        .containsExactly(
            "Data_Entry_2017.csv (NIH ChestX-ray14, Finding Labels): 3 images, 1 with several"
                + " findings, 1 named but not here",
            "test_list.txt (a list): 1 image",
            "train_val_list.txt (a list): 2 images");
  }

  @Test
  void chexpertTellsFindingsByColumnsAlsoWhereItsFolderIsRenamed() throws IOException {
    String header = "Path,Sex,Age,Frontal/Lateral,AP/PA,No Finding,Cardiomegaly,Edema";
    for (String set : new String[] {"CheXpert-v1.0-small", "renamed"}) {
      put(set + "/train/patient00001/study1/view1_frontal.jpg");
      put(set + "/train/patient00002/study1/view1_frontal.jpg");
      put(set + "/train/patient00003/study1/view1_frontal.jpg");
      put(set + "/valid/patient00001/study1/view1_frontal.jpg");
      String row = "CheXpert-v1.0-small/%s/patient0000%d/study1/view1_frontal.jpg,%s";
      put(
          set + "/train.csv",
          header,
          row.formatted("train", 1, "Female,68,Frontal,AP,,1.0,1.0"),
          row.formatted("train", 2, "Male,1,Frontal,AP,1.0,,"),
          row.formatted("train", 3, "Male,0,Frontal,AP,,-1.0,0.0"));
      put(set + "/valid.csv", header, row.formatted("valid", 1, "Male,1,Frontal,AP,0.0,0.0,0.0"));
      List<String> texts =
          Dataset.list(root.resolve(set)).images().stream()
              .map(image -> image.split() + " " + image.labelText())
              .toList();
      assertThat(texts)
          .containsExactly(
              "TRAIN Cardiomegaly|Edema", "TRAIN No Finding", "TRAIN uncertain", "VAL none marked");
    }
  }

  @Test
  void mimicTellsFindingsOfStudiesAndSplitsFromCompressedTables() throws IOException {
    put("files/p10/p10000032/s50414267/02aa804e-bde0afdd.jpg");
    put("files/p10/p10000032/s53189527/2a2277a9-b0ded155.jpg");
    put("files/p11/p11000011/s51029426/abc.jpg");
    zip(
        "mimic-cxr-2.0.0-chexpert.csv.gz",
        "subject_id,study_id,Atelectasis,Edema,No Finding",
        "10000032,50414267,,,1.0",
        "10000032,53189527,1.0,1.0,");
    zip(
        "mimic-cxr-2.0.0-split.csv.gz",
        "dicom_id,study_id,subject_id,split",
        "02aa804e-bde0afdd,50414267,10000032,train",
        "2a2277a9-b0ded155,53189527,10000032,validate");
    assertThat(labels())
        .containsExactly(
            "02aa804e-bde0afdd.jpg TRAIN No Finding p10000032",
            "2a2277a9-b0ded155.jpg VAL Atelectasis|Edema p10000032",
            "abc.jpg NONE  p11000011");
  }

  private void zip(String name, String... lines) throws IOException {
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(root.resolve(name)))) {
      out.write((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }
  }

  @Test
  void vinDrTellsFindingsOfBoxesAndOfColumns() throws IOException {
    put("train/50a418190bc3fb1ef1633bf9678929b3.png");
    put("train/9a5094b2563a1ef3ff50dc5c7ff71345.png");
    put(
        "train.csv",
        "image_id,class_name,class_id,rad_id,x_min,y_min,x_max,y_max",
        "50a418190bc3fb1ef1633bf9678929b3,No finding,14,R11,,,,",
        "9a5094b2563a1ef3ff50dc5c7ff71345,Cardiomegaly,3,R10,691,1375,1653,1831",
        "9a5094b2563a1ef3ff50dc5c7ff71345,Cardiomegaly,3,R9,691,1375,1653,1831",
        "9a5094b2563a1ef3ff50dc5c7ff71345,Aortic enlargement,0,R10,1264,743,1611,1019");
    assertThat(labels())
        .containsExactly(
            "50a418190bc3fb1ef1633bf9678929b3.png TRAIN No finding -",
            "9a5094b2563a1ef3ff50dc5c7ff71345.png TRAIN Cardiomegaly|Aortic enlargement -");
    put("test/50a418190bc3fb1ef1633bf9678929b3.png");
    put(
        "annotations/image_labels_test.csv",
        "image_id,Aortic enlargement,Cardiomegaly,No finding",
        "50a418190bc3fb1ef1633bf9678929b3,1,0,0");
    assertThat(labels()).contains("50a418190bc3fb1ef1633bf9678929b3.png TEST Aortic enlargement -");
  }

  @Test
  void rsnaTellsItsTargetAndItsPatients() throws IOException {
    put("stage_2_train_images/0004cfab-14fd.png");
    put("stage_2_train_images/00436515-870c.png");
    put(
        "stage_2_train_labels.csv",
        "patientId,x,y,width,height,Target",
        "0004cfab-14fd,,,,,0",
        "00436515-870c,264.0,152.0,213.0,379.0,1",
        "00436515-870c,562.0,152.0,256.0,453.0,1");
    assertThat(labels())
        .containsExactly(
            "0004cfab-14fd.png TRAIN Target 0 0004cfab-14fd",
            "00436515-870c.png TRAIN Target 1 00436515-870c");
  }

  @Test
  void otherTablesAreKnownByTheirColumns() throws IOException {
    put("images/a.png");
    put("images/b.png");
    put("images/c.png");
    put(
        "metadata.csv",
        "\uFEFFpatientid;finding;filename;notes",
        "7;\"Pneumonia/Viral/COVID-19\";a.png;\"one; and \"\"two\"\"\"",
        "8;No Finding;b.png;",
        "9;['effusion', 'cardiomegaly'];images/c.png;");
    assertThat(labels())
        .containsExactly(
            "a.png NONE Pneumonia/Viral/COVID-19 7",
            "b.png NONE No Finding 8",
            "c.png NONE effusion|cardiomegaly 9");
  }

  @Test
  void foldersGoBeforeFilesBesideThemAndAfterThoseAskedFor() throws IOException {
    put("train/NORMAL/IM-0001-0001.jpeg");
    Path file = put("labels.csv", "file,label,split", "IM-0001-0001.jpeg,sick,test");
    assertThat(labels()).containsExactly("IM-0001-0001.jpeg TRAIN NORMAL IM-0001");
    assertThat(labels(LabelRequest.of(file)))
        .containsExactly("IM-0001-0001.jpeg TEST sick IM-0001");
  }

  @Test
  void columnsMayBeNamed() throws IOException {
    put("a.png");
    put("b.png");
    Path file = put("some.csv", "scan,Edema,Mass,grade", "a.png,1,0,II", "b.png,-1,,III");
    LabelRequest request = LabelRequest.of(file).withImageColumn("scan");
    assertThat(labels(request.withLabelColumns(List.of("Edema"))))
        .containsExactly("a.png NONE Edema 1 -", "b.png NONE Edema -1 -");
    assertThat(labels(request.withLabelColumns(List.of("GRADE"))))
        .containsExactly("a.png NONE II -", "b.png NONE III -");
    assertThat(labels(request.withLabelColumns(List.of("Edema", "Mass"))))
        .containsExactly("a.png NONE Edema -", "b.png NONE uncertain -");
    assertThat(labels()).containsExactly("a.png NONE  -", "b.png NONE  -");
  }

  @Test
  void whatIsWrongWithALabelFileIsTold() throws IOException {
    put("a.png");
    Path file = put("some.csv", "scan,grade", "a.png,II");
    LabelRequest request = LabelRequest.of(file);
    assertThatThrownBy(() -> labels(request.withImageColumn("picture")))
        .isInstanceOf(InvalidInputException.class)
        .hasMessage(
            "image-column must be a column of the label file, but is 'picture'; it has scan,"
                + " grade");
    assertThatThrownBy(() -> labels(request)).hasMessageStartingWith("image-column must be named");
    assertThatThrownBy(() -> labels(request.withImageColumn("scan")))
        .hasMessageStartingWith("label-column must be named");
    Path missing = root.resolve("no.csv");
    assertThatThrownBy(() -> labels(LabelRequest.of(missing)))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(missing + " must be a label file, but is missing; check the path");
    LabelRequest others = request.withImageColumn("grade").withLabelColumns(List.of("scan"));
    assertThatThrownBy(() -> LabelUse.requireSome(others, Dataset.list(root, others).labels()))
        .hasMessageStartingWith("the label file must name images of the set, but is " + file);
  }

  @Test
  void tablesOfOtherThingsAndOfPenumbraAreNoLabelFiles() throws IOException {
    put("train/COVID/a.png");
    put("b.png");
    put("boxes.csv", "x,y,width", "1,2,3");
    put("images.csv", "file,split,label,sha256", "b.png,train,NORMAL,00");
    put("empty.csv");
    put("broken.csv.gz", "\u001f\u008b no gzip");
    Dataset set = Dataset.list(root);
    assertThat(set.labels()).isEmpty();
    assertThat(set.images())
        .extracting(DatasetImage::split)
        .containsExactly(Split.NONE, Split.TRAIN);
  }
}
