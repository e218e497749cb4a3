package penumbra.catalogue;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.function.Supplier;
import penumbra.core.Filter;
import penumbra.core.InvalidInputException;
import penumbra.core.plugin.Plugins;

/// Operations, of which no two share a name: Penumbra's own, then those of others.
final class OperationList {
  private static final String OWN = "Penumbra itself";
  private static final String AWAY = "remove one of the two jars";

  private final Map<String, Operation> operations = new LinkedHashMap<>();
  private final Map<String, String> origins = new LinkedHashMap<>();

  /// @param own Penumbra's operations, which its tests check
  OperationList(List<Operation> own) {
    own.forEach(operation -> claim(operation, OWN));
  }

  /// Adds what is found as a service, in the order of the names of the classes, so that lists do
  /// not depend on where jars lie.
  void addServices() {
    List<ServiceLoader.Provider<OperationProvider>> found =
        sound(
            "a provider of operations",
            () ->
                ServiceLoader.load(OperationProvider.class, Plugins.loader()).stream()
                    .sorted(Comparator.comparing(provider -> provider.type().getName()))
                    .toList());
    for (ServiceLoader.Provider<OperationProvider> provider : found) {
      add(provider.type(), provider);
    }
  }

  /// Adds the operations of a provider of that type.
  void add(Class<? extends OperationProvider> type, Supplier<OperationProvider> provider) {
    String origin = Plugins.origin(type);
    List<Operation> provided = sound(origin, () -> List.copyOf(provider.get().operations()));
    for (Operation operation : provided) {
      sound(origin, () -> new OperationCheck(operation, origin).run());
      claim(operation, origin);
    }
  }

  /// What code of others gives, whatever it may throw.
  private static <T> T sound(String what, Supplier<T> code) {
    try {
      return code.get();
    } catch (InvalidInputException told) {
      throw told;
    } catch (ServiceConfigurationError | LinkageError | RuntimeException broken) {
      throw InvalidInputException.of(
          what,
          "must bring operations that can be loaded",
          "at fault: " + why(broken),
          "update or remove that jar");
    }
  }

  /// In one line.
  private static String why(Throwable broken) {
    boolean told = broken instanceof ServiceConfigurationError;
    String why = told ? String.valueOf(broken.getMessage()) : broken.toString();
    return why.replaceAll("\\p{Cntrl}+", " ");
  }

  private void claim(Operation operation, String origin) {
    String other = origins.put(operation.name(), origin);
    if (other != null) {
      throw InvalidInputException.of(
          "the operation '" + operation.name() + "'",
          "must have a name of its own",
          "claimed by " + other + " and by " + origin,
          other.equals(OWN) ? "rename it in that jar or remove the jar" : AWAY);
    }
    operations.put(operation.name(), operation);
  }

  /// All of them.
  List<Operation> all() {
    return List.copyOf(operations.values());
  }

  /// Their names, in the same order.
  List<String> names() {
    return List.copyOf(operations.keySet());
  }

  Optional<Operation> named(String name) {
    return Optional.ofNullable(operations.get(name));
  }

  /// The first whose filters are records of the kind of `filter`.
  Optional<Operation> of(Filter filter) {
    return operations.values().stream()
        .filter(known -> known.standard().getClass() == filter.getClass())
        .findFirst();
  }
}
