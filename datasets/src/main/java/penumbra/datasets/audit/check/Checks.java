package penumbra.datasets.audit.check;

import java.util.List;

/// All checks of the audit, in the order of the report. This is the only list of them.
public final class Checks {
  /// All of them.
  public static final List<Check> ALL =
      List.of(
          new UnreadableCheck(),
          new MislabelledCheck(),
          new CountsCheck(),
          new NestedCopiesCheck(),
          new StrayCheck(),
          new ExactDuplicatesCheck(),
          new NearDuplicatesCheck(),
          new PatientCheck(),
          new SwappedLabelsCheck(),
          new ShortcutCheck(),
          new BalanceCheck(),
          new BlankCheck(),
          new NotFiniteCheck(),
          new InversionCheck(),
          new BlurCheck(),
          new BorderCheck(),
          new SizeCheck(),
          new FormCheck(),
          new OrientationCheck());

  private Checks() {}
}
