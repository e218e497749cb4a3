package penumbra.dicom.header;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import penumbra.dicom.DataSet;
import penumbra.dicom.DicomObject;
import penumbra.dicom.Dictionary;
import penumbra.dicom.Element;
import penumbra.dicom.Tag;
import penumbra.dicom.Value.Items;

/// Every element of a DICOM object on a separate line: tag, value representation, keyword, value.
///
/// ```
/// HeaderLines.of(DicomReader.read(file)).forEach(System.out::println);
/// // (0028,0030) DS PixelSpacing                    0.143\0.143
/// // (0040,0275) SQ RequestAttributesSequence       1 item
/// //   item 1
/// //     (0040,0007) LO ScheduledProcedureStepDescription  CHEST
/// ```
///
/// Private elements have the name of their creator in brackets. Long values are cut, and the line
/// gives their length.
public final class HeaderLines {
  private static final int KEYWORD_WIDTH = 32;
  private static final String INDENT = "  ";

  private final List<String> lines = new ArrayList<>();

  private HeaderLines() {}

  /// The lines of the meta header and of the data set.
  public static List<String> of(DicomObject object) {
    var header = new HeaderLines();
    header.add(object.meta(), "");
    header.add(object.data(), "");
    return header.lines;
  }

  private void add(DataSet data, String indent) {
    for (Element element : data.elements()) {
      String keyword = keyword(data, element.tag());
      String padding = " ".repeat(Math.max(0, KEYWORD_WIDTH - keyword.length()));
      String value = ValueText.of(data, element);
      String line = indent + element.tag() + " " + element.vr() + " " + keyword;
      lines.add(value.isEmpty() ? line : line + padding + " " + value);
      if (element.value() instanceof Items) {
        List<DataSet> items = data.items(element.tag());
        for (int i = 0; i < items.size(); i++) {
          lines.add(indent + INDENT + "item " + (i + 1));
          add(items.get(i), indent + INDENT + INDENT);
        }
      }
    }
  }

  private static String keyword(DataSet data, Tag tag) {
    if (!tag.isPrivate()) {
      return tag.element() == 0 ? "GroupLength" : Dictionary.keyword(tag).orElse("unknown");
    }
    int block = tag.element() >>> 8;
    if (block == 0) {
      return tag.element() >= 0x10 ? "PrivateCreator" : "private";
    }
    Optional<String> maker = data.text(Tag.of(tag.group(), block));
    return maker.map(name -> "[" + ValueText.onOneLine(name) + "]").orElse("private");
  }
}
