package penumbra.imaging.recipe;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;

/// A position in a recipe file: its content, and its name for messages.
///
/// @param path as `outputs[0].format`
/// @param node the YAML node there
record Field(String path, Node node) {
  private static final int LONGEST = 100;

  /// The line, from 1.
  int line() {
    return node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
  }

  /// The text of a scalar.
  Optional<String> text() {
    return node instanceof ScalarNode scalar ? Optional.of(scalar.getValue()) : Optional.empty();
  }

  /// The items of a list.
  Optional<List<Field>> items() {
    if (!(node instanceof SequenceNode sequence)) {
      return Optional.empty();
    }
    List<Field> items = new ArrayList<>();
    for (Node item : sequence.getValue()) {
      items.add(new Field(path + "[" + items.size() + "]", item));
    }
    return Optional.of(items);
  }

  /// The values of a mapping by key, in the file's order. If a key occurs twice, `twice` receives
  /// the second.
  Optional<Map<String, Field>> entries(Consumer<Field> twice) {
    if (!(node instanceof MappingNode mapping)) {
      return Optional.empty();
    }
    Map<String, Field> entries = new LinkedHashMap<>();
    for (NodeTuple tuple : mapping.getValue()) {
      String key =
          tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "(not a name)";
      String inner = path.isEmpty() ? key : path + "." + key;
      if (entries.containsKey(key)) {
        twice.accept(new Field(inner, tuple.getKeyNode()));
      } else {
        entries.put(key, new Field(inner, tuple.getValueNode()));
      }
    }
    return Optional.of(entries);
  }

  /// A description for messages: the text in quotes, or the kind of the node.
  String found() {
    return switch (node) {
      case ScalarNode scalar when scalar.getValue().isEmpty() -> "is empty";
      case ScalarNode scalar when scalar.getValue().length() > LONGEST ->
          "is '" + scalar.getValue().substring(0, LONGEST) + "...'";
      case ScalarNode scalar -> "is '" + scalar.getValue() + "'";
      case SequenceNode _ -> "is a list";
      case MappingNode _ -> "has fields of its own";
      default -> "is something else";
    };
  }
}
