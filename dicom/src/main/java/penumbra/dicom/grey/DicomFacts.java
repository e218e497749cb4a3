package penumbra.dicom.grey;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import penumbra.core.NdArray;
import penumbra.dicom.DataSet;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;

/// The facts about an image that people want to know: what it shows, what made it, how it is
/// stored.
///
/// ```
/// for (Fact fact : DicomFacts.of(image, false)) print(fact.label(), fact.text());
/// ```
///
/// By default they contain nothing about persons or when the picture was taken, since people paste
/// outputs into mails and tickets.
public final class DicomFacts {
  private DicomFacts() {}

  /// The facts, without those that the object does not have.
  ///
  /// @param patient whether to include the patient and the time
  public static List<Fact> of(DicomImage image, boolean patient) {
    List<Fact> facts = new ArrayList<>();
    DataSet data = image.attributes();
    add(facts, "modality", "modality", data.text(Tags.MODALITY));
    add(facts, "body part", "body_part", data.text(Tags.BODY_PART_EXAMINED));
    add(facts, "view", "view", joined(data, " ", Tags.VIEW_POSITION, Tags.IMAGE_LATERALITY));
    add(
        facts,
        "maker",
        "manufacturer",
        joined(data, ", ", Tags.MANUFACTURER, Tags.MANUFACTURER_MODEL_NAME));
    if (patient) {
      addPatient(facts, data);
    }
    facts.add(new Fact("coding", "transfer_syntax", image.object().syntax().label()));
    facts.add(new Fact("stored as", "stored_as", storage(image)));
    if (image.frames() > 1) {
      facts.add(new Fact("frame", "frame", image.frame() + " of " + image.frames()));
    }
    add(facts, "spacing", "spacing", image.spacing().map(Spacing::describe));
    image
        .paddingFound()
        .ifPresent(padding ->
            facts.add(
                new Fact(
                    "padding",
                    "padding",
                    ImageNumberText.count(padding.pixels(), "pixel")
                        + " of "
                        + padding.range()
                        + " stored, not counted below")));
    if (!image.decoded().colour()) {
      facts.add(new Fact("window", "window", image.window().describe()));
      facts.add(new Fact("light", "light", (image.inverted() ? "low" : "high") + " values"));
    }
    if (!image.readings().isEmpty()) {
      facts.add(new Fact("odd", "odd", String.join(" ", image.readings())));
    }
    return facts;
  }

  private static void addPatient(List<Fact> facts, DataSet data) {
    add(facts, "patient", "patient_name", data.text(Tags.PATIENT_NAME));
    add(facts, "patient's id", "patient_id", data.text(Tags.PATIENT_ID));
    add(facts, "born", "patient_birth_date", data.text(Tags.PATIENT_BIRTH_DATE));
    add(facts, "sex", "patient_sex", data.text(Tags.PATIENT_SEX));
    add(facts, "studied", "study_date", data.text(Tags.STUDY_DATE));
    add(facts, "study", "study_description", data.text(Tags.STUDY_DESCRIPTION));
    add(facts, "institution", "institution_name", data.text(Tags.INSTITUTION_NAME));
  }

  private static void add(List<Fact> facts, String label, String key, Optional<String> text) {
    text.ifPresent(value -> facts.add(new Fact(label, key, value)));
  }

  private static Optional<String> joined(DataSet data, String between, Tag... tags) {
    List<String> texts =
        Stream.of(tags).map(tag -> data.text(tag).orElse("")).filter(t -> !t.isEmpty()).toList();
    return texts.isEmpty() ? Optional.empty() : Optional.of(String.join(between, texts));
  }

  private static String storage(DicomImage image) {
    NdArray values = image.decoded().values();
    String kind = image.photometric().isEmpty() ? "" : image.photometric() + ", ";
    if (!values.type().isInteger()) {
      return kind + values.type().label();
    }
    return kind
        + ImageNumberText.count(image.decoded().bitsStored(), "bit")
        + (values.type().min() < 0 ? ", signed" : ", unsigned");
  }
}
