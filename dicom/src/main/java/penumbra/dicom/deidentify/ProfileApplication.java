package penumbra.dicom.deidentify;

import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import penumbra.dicom.DataSet;
import penumbra.dicom.DateText;
import penumbra.dicom.Dictionary;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Tags;
import penumbra.dicom.Value.Bytes;
import penumbra.dicom.Value.Fragments;
import penumbra.dicom.Value.Items;
import penumbra.dicom.Vr;

/// Treats each element of one object, including those in sequences, as the profile requires.
final class ProfileApplication {
  private static final int CURVES = 0x5000;
  private static final int OVERLAYS = 0x6000;

  private final Retention retention;
  private final Pseudonyms pseudonyms;
  private final Changes changes;

  ProfileApplication(Retention retention, Pseudonyms pseudonyms, Changes changes) {
    this.retention = retention;
    this.pseudonyms = pseudonyms;
    this.changes = changes;
  }

  DataSet clean(DataSet data) {
    DataSet known =
        retention.institution() ? data : new LocalSchemes(pseudonyms, changes).hidden(data);
    List<Element> clean = new ArrayList<>();
    for (Element element : known.elements()) {
      clean(known, element).ifPresent(clean::add);
    }
    return DataSet.of(clean);
  }

  private Optional<Element> clean(DataSet data, Element element) {
    Tag tag = element.tag();
    if (tag.element() == 0 && !tag.isPrivate()) {
      return Optional.empty(); // the length of a group, which no longer holds and tells nothing
    }
    int repeating = tag.group() & 0xFF00;
    boolean known = !tag.isPrivate() && Dictionary.entry(tag).isPresent();
    boolean drawn = repeating == CURVES || repeating == OVERLAYS;
    Optional<Profile.Rule> rule = Profile.standard().rule(tag);
    if (drawn || (!known && rule.isEmpty())) {
      return removed(tag);
    }
    if (isEmpty(element)) {
      return Optional.of(element); // what holds nothing tells nothing, and a dummy would tell more
    }
    Element typed = withVr(element);
    return rule.isPresent() && !isKept(rule.get())
        ? byRule(data, typed, rule.get())
        : byKind(data, typed, rule.isPresent());
  }

  private static boolean isEmpty(Element element) {
    return switch (element.value()) {
      case Bytes(MemorySegment bytes) -> bytes.byteSize() == 0;
      case Items(List<DataSet> items) -> items.isEmpty();
      case Fragments _ -> false;
    };
  }

  /// An element of unknown representation gets that of the registry.
  private static Element withVr(Element element) {
    Vr vr = Dictionary.vr(element.tag());
    return element.vr() == Vr.UN && vr != Vr.SQ
        ? new Element(element.tag(), vr, element.value())
        : element;
  }

  private boolean isKept(Profile.Rule rule) {
    return (rule.isKeptUnder('e') && retention.device())
        || (rule.isKeptUnder('i') && retention.institution())
        || (rule.isKeptUnder('p') && retention.patient())
        || (rule.isKeptUnder('u') && retention.uids())
        || (rule.isKeptUnder('d') && !(retention.dates() instanceof Dates.Removed));
  }

  private Optional<Element> byRule(DataSet data, Element element, Profile.Rule rule) {
    Tag tag = element.tag();
    if (tag.equals(Tags.PATIENT_ID) || tag.equals(Tags.PATIENT_NAME)) {
      return pseudonym(data, tag);
    }
    boolean sequence = element.vr() == Vr.SQ || element.value() instanceof Items;
    return switch (rule.action()) {
      case REMOVE -> removed(tag);
      case UID -> sequence ? cleanItems(data, element) : newUid(data, element);
      case EMPTY -> sequence && rule.removable() ? removed(tag) : emptied(element);
      case DUMMY -> sequence && rule.removable() ? removed(tag) : dummy(element);
    };
  }

  /// Elements that the table does not list, or that an option keeps, are treated by their
  /// representation. Of those that an option keeps, only dates may have to be shifted.
  private Optional<Element> byKind(DataSet data, Element element, boolean listed) {
    return switch (element.vr()) {
      case SQ -> cleanItems(data, element);
      case UN -> removed(element.tag());
      case PN -> listed ? Optional.of(element) : emptied(element);
      case DA, TM, DT -> date(data, element);
      case UI -> listed || retention.uids() ? Optional.of(element) : newUid(data, element);
      default -> Optional.of(element);
    };
  }

  private Optional<Element> date(DataSet data, Element element) {
    return switch (retention.dates()) {
      case Dates.Removed _ -> emptied(element);
      case Dates.Kept _ -> valid(data, element);
      case Dates.Shifted(int days) ->
          DateShift.shifted(element.vr(), data.texts(element.tag()), days)
              .map(text -> {
                if (element.vr() != Vr.TM) {
                  changes.add(element.tag(), Treatment.SHIFTED);
                }
                return Element.ofText(element.tag(), element.vr(), text);
              })
              .or(() -> emptied(element));
    };
  }

  /// A date that is kept, as the standard writes it; without values that are no dates.
  private Optional<Element> valid(DataSet data, Element element) {
    Element valid = DateText.mended(element, data.texts(element.tag()));
    return isEmpty(valid) ? emptied(element) : Optional.of(valid);
  }

  private Optional<Element> cleanItems(DataSet data, Element element) {
    if (!(element.value() instanceof Items)) {
      return removed(element.tag()); // bytes that were not understood as items
    }
    List<DataSet> items = data.items(element.tag()).stream().map(this::clean).toList();
    return Optional.of(Element.ofItems(element.tag(), items));
  }

  private Optional<Element> newUid(DataSet data, Element element) {
    String old = String.join("\\", data.texts(element.tag()));
    String uids =
        data.texts(element.tag()).stream().map(pseudonyms::uid).collect(Collectors.joining("\\"));
    if (!uids.equals(old)) {
      changes.add(element.tag(), Treatment.NEW_UID);
    }
    return Optional.of(Element.ofText(element.tag(), Vr.UI, uids));
  }

  private Optional<Element> pseudonym(DataSet data, Tag tag) {
    // The name follows the number, so that two ways to write one name stay one patient.
    String old = data.text(Tags.PATIENT_ID).or(() -> data.text(tag)).orElse("");
    changes.add(tag, Treatment.REPLACED);
    return Optional.of(Element.ofText(tag, Dictionary.vr(tag), pseudonyms.patient(old)));
  }

  private Optional<Element> dummy(Element element) {
    String text = DummyValues.text(element.vr());
    if (text.isEmpty()) {
      return emptied(element);
    }
    changes.add(element.tag(), Treatment.REPLACED);
    return Optional.of(Element.ofText(element.tag(), element.vr(), text));
  }

  private Optional<Element> emptied(Element element) {
    changes.add(element.tag(), Treatment.EMPTIED);
    return Optional.of(
        element.vr() == Vr.SQ
            ? Element.ofItems(element.tag(), List.of())
            : Element.ofBytes(element.tag(), element.vr(), new byte[0]));
  }

  private Optional<Element> removed(Tag tag) {
    changes.add(tag, Treatment.REMOVED);
    return Optional.empty();
  }
}
