package penumbra.cli.option;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import penumbra.core.InvalidInputException;
import penumbra.imaging.Display;
import penumbra.imaging.GridStyle;
import penumbra.imaging.GridStyle.Percentiles;
import picocli.CommandLine.Option;

/// The options on how each panel of a figure shows its values.
public final class PanelOptions {
  private static final String NO_MAP = "none";
  private static final String NO_LIMIT = "auto";

  @Option(
      names = "--colormap",
      paramLabel = "NAME",
      split = ",",
      completionCandidates = DisplayOptions.Names.class,
      description =
          "The colormap, one for all panels or one for each, separated by commas:"
              + " ${COMPLETION-CANDIDATES}. _r at the end reverses a map; none keeps the"
              + " picture's own colours. One picture with several maps is shown once in each.")
  private List<String> colormaps = new ArrayList<>();

  @Option(
      names = "--vmin",
      paramLabel = "X",
      split = ",",
      description =
          "The value of the first colour, one for all panels or one for each, separated"
              + " by commas; auto for no limit. Default: 0 for 8 bits, else the smallest value.")
  private List<String> vmins = new ArrayList<>();

  @Option(
      names = "--vmax",
      paramLabel = "X",
      split = ",",
      description =
          "The value of the last colour, as for --vmin. Default: 255 for 8 bits, else the"
              + " largest value.")
  private List<String> vmaxs = new ArrayList<>();

  @Option(
      names = "--percentiles",
      paramLabel = "LOW,HIGH",
      split = ",",
      arity = "1",
      description =
          "Scale each panel's colours from one percentile of its values to another, so"
              + " that a few extreme values do not matter: 1,99.")
  private List<Double> percentiles = new ArrayList<>();

  @Option(
      names = "--shared",
      description =
          "Use one scale for all panels, from the smallest to the largest of their" + " limits.")
  private boolean shared;

  @Option(
      names = "--colorbar",
      description =
          "Draw a colour bar beside each panel. It ends in arrows if there are values"
              + " beyond the limits.")
  private boolean colourBars;

  @Option(names = "--ticks", description = "Count pixels along the edges of the panels.")
  private boolean ticks;

  public GridStyle look() {
    InvalidInputException.require(
        percentiles.isEmpty()
            || (percentiles.size() == 2
                && percentiles.get(0) >= 0
                && percentiles.get(0) < percentiles.get(1)
                && percentiles.get(1) <= 100),
        "--percentiles",
        "must be two numbers from 0 to 100, the smaller one first",
        percentiles,
        "write them as 1,99");
    Optional<Percentiles> ends =
        percentiles.isEmpty()
            ? Optional.empty()
            : Optional.of(new Percentiles(percentiles.get(0), percentiles.get(1)));
    return new GridStyle(shared, ends, colourBars, ticks);
  }

  /// How many panels a single picture is shown in.
  public int panelsOfOne() {
    return Math.max(1, Math.max(colormaps.size(), Math.max(vmins.size(), vmaxs.size())));
  }

  /// One display for each of so many panels.
  public List<Display> displays(int panels) {
    List<Display> displays = new ArrayList<>();
    for (int i = 0; i < panels; i++) {
      Optional<String> map = of(colormaps, "--colormap", i, panels, NO_MAP);
      OptionalDouble vmin = number(of(vmins, "--vmin", i, panels, NO_LIMIT), "--vmin");
      OptionalDouble vmax = number(of(vmaxs, "--vmax", i, panels, NO_LIMIT), "--vmax");
      displays.add(new Display(map, vmin, vmax));
    }
    return displays;
  }

  /// The name of a panel's colormap where panels differ in theirs; empty elsewhere.
  public String mapOf(int panel) {
    boolean named = colormaps.size() > 1 && !colormaps.get(panel).equals(NO_MAP);
    return named ? colormaps.get(panel) : "";
  }

  private static Optional<String> of(
      List<String> given, String option, int panel, int panels, String nothing) {
    InvalidInputException.require(
        given.size() <= 1 || given.size() == panels,
        option,
        "must be given once, or once for each of the " + panels + " panels",
        given.size() + " times",
        "separate them with commas, " + nothing + " where a panel needs none");
    if (given.isEmpty()) {
      return Optional.empty();
    }
    String value = given.get(given.size() == 1 ? 0 : panel);
    return value.equals(nothing) ? Optional.empty() : Optional.of(value);
  }

  private static OptionalDouble number(Optional<String> text, String option) {
    if (text.isEmpty()) {
      return OptionalDouble.empty();
    }
    try {
      return OptionalDouble.of(Double.parseDouble(text.get()));
    } catch (NumberFormatException notANumber) {
      throw InvalidInputException.of(
          option,
          "must be a number or " + NO_LIMIT,
          "'" + text.get() + "'",
          "give grey levels, with commas between");
    }
  }
}
