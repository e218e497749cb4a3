package penumbra.catalogue;

import static penumbra.core.InvalidInputException.require;

import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.Summary;

/// Whether an operation of others is one that users can be shown and can build, as
/// [OperationProvider] asks for it.
///
/// @param operation the operation
/// @param origin its provider's class and jar, for messages
record OperationCheck(Operation operation, String origin) {
  private static final int LONGEST_NAME = 64;
  private static final String REMEDY = "correct it in that jar or remove the jar";

  /// The operation, if it is sound.
  Operation run() {
    checkName();
    checkRecord();
    for (RecordComponent component : record().getRecordComponents()) {
      checkComponent(component);
    }
    checkParameters();
    checkStandard();
    return operation;
  }

  private void checkName() {
    String name = operation.name();
    if (!name.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*") || name.length() > LONGEST_NAME) {
      throw InvalidInputException.of(
          "the name of an operation of " + origin,
          "must be in kebab-case and have at most " + LONGEST_NAME + " letters",
          "'" + name + "'",
          "write it like local-range");
    }
  }

  private Class<? extends Filter> record() {
    return operation.standard().getClass();
  }

  private String named() {
    return "the record " + record().getName();
  }

  private void checkRecord() {
    Class<? extends Filter> record = record();
    if (!Modifier.isPublic(record.getModifiers())) {
      throw InvalidInputException.of(
          named() + of(),
          "must be public",
          "hidden from Penumbra, which builds filters with other parameters",
          REMEDY);
    }
    if (!record.getModule().isExported(record.getPackageName(), getClass().getModule())) {
      throw InvalidInputException.of(
          "the package " + record.getPackageName() + of(),
          "must be exported by its module",
          "hidden from Penumbra, which builds filters with other parameters",
          "add 'exports " + record.getPackageName() + ";' to the module-info");
    }
    if (!record.isAnnotationPresent(Summary.class)) {
      throw InvalidInputException.of(
          named() + of(), "must have @Summary, the line that lists show", "without it", REMEDY);
    }
  }

  private void checkComponent(RecordComponent component) {
    String what = "the component " + component.getName() + " of " + named() + of();
    require(
        Component.isDescribed(component),
        what,
        "must have @Describe, the help that users read, or its type must",
        "without it",
        REMEDY);
    if (!Component.isWritable(Operation.valueOf(component, operation.standard()))) {
      throw InvalidInputException.of(
          what,
          "must be of a type that users can write (double, int, boolean, an enum, PerAxis of numbers,"
              + " Boundary or OutputType)",
          "of the type " + component.getType().getName(),
          "change its type, or leave the component out");
    }
  }

  private void checkParameters() {
    Set<String> names = new HashSet<>();
    for (Parameter parameter : operation.parameters()) {
      if (!names.add(parameter.name())) {
        throw InvalidInputException.of(
            "the parameter '" + parameter.name() + "'" + of(),
            "must have a name that differs from the others",
            "there twice",
            "rename one of the components; a Boundary has the parameter cval beside its own");
      }
    }
  }

  /// The record's own rules may refuse what its author takes for the standard.
  private void checkStandard() {
    if (!operation.build(Map.of()).equals(operation.standard())) {
      throw InvalidInputException.of(
          "the standard filter" + of(),
          "must be the same when it is built again from the text of its values",
          "different: " + operation.standard() + " becomes " + operation.build(Map.of()),
          REMEDY);
    }
  }

  private String of() {
    return " (operation '" + operation.name() + "', " + origin + ")";
  }
}
