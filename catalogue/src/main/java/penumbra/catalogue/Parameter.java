package penumbra.catalogue;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// One parameter of an [Operation], as users write it.
///
/// @param name in kebab-case, `output-type` for instance
/// @param kind the form of its values
/// @param unit the unit of numbers; empty for names and numbers without a unit
/// @param min the smallest number allowed, or minus infinity
/// @param max the largest number allowed, or infinity
/// @param choices the names allowed; empty for numbers
/// @param standard the default value
/// @param help one or two short sentences
public record Parameter(
    String name,
    Kind kind,
    String unit,
    double min,
    double max,
    List<String> choices,
    String standard,
    String help) {
  /// The form of a parameter's values.
  public enum Kind {
    /// Such as `1.5`.
    NUMBER("number"),
    /// Such as `-1`.
    WHOLE_NUMBER("whole number"),
    /// Such as `1.5` for all axes, or `1.5,2` for axis 0 and axis 1.
    NUMBER_PER_AXIS("number, or one per axis"),
    /// Such as `0` for all axes, or `0,1`.
    WHOLE_NUMBER_PER_AXIS("whole number, or one per axis"),
    /// One of the [#choices].
    NAME("name");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /// In words.
    public String label() {
      return label;
    }
  }

  public Parameter {
    choices = List.copyOf(choices);
  }

  /// Whether users may also give lengths in millimetres, such as `2mm`; this holds if the parameter
  /// counts elements.
  public boolean takesLengths() {
    boolean number = kind == Kind.NUMBER || kind == Kind.NUMBER_PER_AXIS;
    return number && (unit.equals("elements") || unit.equals("pixels"));
  }

  /// Whether it is a grey level of the image, or a difference of such levels. Users may then write
  /// a share of the image's scale, such as `150/255`, which means the same at any depth.
  public boolean takesShares() {
    return kind == Kind.NUMBER && (isLevel() || isLevelFromZero() || isDifference());
  }

  boolean isLevel() {
    return unit.equals("grey levels");
  }

  boolean isLevelFromZero() {
    return unit.equals("grey levels from 0");
  }

  private boolean isDifference() {
    return unit.equals("differences of grey levels");
  }

  /// This parameter with another default value.
  public Parameter withStandard(String other) {
    return new Parameter(name, kind, unit, min, max, choices, other, help);
  }

  /// What is allowed, in words: `at least 0`, `0 to 255`, `any`, or the choices.
  public String range() {
    if (kind == Kind.NAME) {
      return String.join(", ", choices);
    }
    boolean fromBelow = min > Double.NEGATIVE_INFINITY;
    boolean fromAbove = max < Double.POSITIVE_INFINITY;
    if (fromBelow && fromAbove) {
      return Numbers.text(min) + " to " + Numbers.text(max);
    }
    if (fromBelow) {
      return "at least " + Numbers.text(min);
    }
    return fromAbove ? "at most " + Numbers.text(max) : "any";
  }

  Map<String, Object> toJson() {
    Map<String, Object> json = new LinkedHashMap<>();
    json.put("name", name);
    json.put("type", kind.label());
    if (!unit.isEmpty()) {
      json.put("unit", unit);
    }
    if (takesLengths()) {
      json.put("other_unit", "mm");
    }
    if (takesShares()) {
      json.put("other_unit", "share of the grey scale, such as 150/255");
    }
    if (min > Double.NEGATIVE_INFINITY) {
      json.put("min", min);
    }
    if (max < Double.POSITIVE_INFINITY) {
      json.put("max", max);
    }
    if (!choices.isEmpty()) {
      json.put("choices", choices);
    }
    json.put("default", standard);
    json.put("help", help);
    return json;
  }
}
