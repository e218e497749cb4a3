package penumbra.catalogue;

import java.util.List;

/// Brings operations of others into the [Catalogue], which finds it as a service. From then on the
/// command line, recipes and all that goes by the catalogue know them by their names.
///
/// ```
/// final class Smoothing implements OperationProvider {
///   public List<Operation> operations() {
///     return List.of(Operation.of("strong-gaussian", Gaussian.of(5)));
///   }
/// }
/// ```
///
/// A module says `provides penumbra.catalogue.OperationProvider with ...`, and exports the packages
/// of its filters; a jar without a `module-info` names the class in
/// `META-INF/services/penumbra.catalogue.OperationProvider`. The jar lies on the module path or the
/// class path, or the system property `penumbra.plugins` names it or its folder.
///
/// **What is asked of an operation.** Its name is in kebab-case, of at most 64 letters, and nobody
/// else's. Its filter is a public record with [penumbra.core.Summary]; each component has
/// [penumbra.core.Describe], or its type has, and is of a type that people can write: `double`,
/// `int`, `boolean`, an enum, [penumbra.core.PerAxis] of numbers, [penumbra.core.Boundary] or
/// [penumbra.core.OutputType]. What breaks a rule is told before any work starts.
public interface OperationProvider {
  /// The operations, in the order in which lists show them.
  List<Operation> operations();
}
