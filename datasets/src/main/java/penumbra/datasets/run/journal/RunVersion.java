package penumbra.datasets.run.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.StringJoiner;
import java.util.TreeSet;
import java.util.stream.Stream;
import penumbra.core.plugin.Plugins;
import penumbra.datasets.run.output.Hashes;
import penumbra.imaging.PenumbraVersion;
import penumbra.imaging.recipe.Recipe;
import penumbra.imaging.recipe.Step;

/// What computes the results of a run besides its recipe: Penumbra's version, and the jars of
/// plug-ins that bring operations of the recipe. Results of another version are computed again.
public final class RunVersion {
  private static final String WITH = " with ";

  private RunVersion() {}

  /// `0.1.0`, or `0.1.0 with sharpen.jar` and the jar's SHA-256.
  public static String of(Recipe recipe) throws IOException {
    Set<Path> jars = new TreeSet<>();
    steps(recipe)
        .map(step -> Plugins.jarOf(step.filter().getClass()))
        .forEach(jar -> jar.ifPresent(jars::add));
    var named = new StringJoiner("; ", WITH, "").setEmptyValue("");
    for (Path jar : jars) {
      named.add(jar.getFileName() + " " + Hashes.of(jar));
    }
    return PenumbraVersion.current() + named;
  }

  /// Whether operations of the recipe are those of plug-ins.
  public static boolean hasPlugins(Recipe recipe) {
    return steps(recipe).anyMatch(step -> Plugins.jarOf(step.filter().getClass()).isPresent());
  }

  private static Stream<Step> steps(Recipe recipe) {
    return Stream.concat(
        recipe.steps().stream(),
        recipe.outputs().stream().flatMap(output -> output.steps().stream()));
  }

  /// Penumbra's version alone.
  public static String ofPenumbra(String version) {
    int at = version.indexOf(WITH);
    return at < 0 ? version : version.substring(0, at);
  }

  /// The jars and their hashes: `sharpen.jar 3f2a...; other.jar 77c1...`; empty if there are none.
  public static String ofPlugins(String version) {
    int at = version.indexOf(WITH);
    return at < 0 ? "" : version.substring(at + WITH.length());
  }
}
