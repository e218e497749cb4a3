package penumbra.figure.canvas;

/// The sizes (in points) and colours that all figures share. Lines and text are grey, so that a
/// figure of grey pictures is a grey PNG, which takes a third of the size and the time.
public final class FigureStyle {
  public static final int PAPER = 0xFFFFFF;
  public static final int INK = 0x1C1C1C;
  static final int QUIET_INK = 0x4D4D4D;
  public static final int AXIS = 0x707070;
  public static final int GRID = 0xE4E4E4;
  public static final int FRAME = 0xC6C6C6;
  public static final int CURVE = 0x24567F;
  public static final int CURVE_FILL = 0xC6D9E8;

  public static final TextStyle FIGURE_TITLE = new TextStyle(Typeface.SEMIBOLD, 18, INK);
  public static final TextStyle PANEL_TITLE = new TextStyle(Typeface.SEMIBOLD, 13, INK);
  public static final TextStyle FIGURE_CAPTION = new TextStyle(Typeface.REGULAR, 12, QUIET_INK);
  public static final TextStyle PANEL_CAPTION = new TextStyle(Typeface.REGULAR, 11, QUIET_INK);
  public static final TextStyle TICK_LABEL = new TextStyle(Typeface.REGULAR, 10.5, QUIET_INK);
  public static final TextStyle AXIS_LABEL = new TextStyle(Typeface.REGULAR, 11, QUIET_INK);

  public static final double PAGE_MARGIN = 16;
  public static final double COLUMN_GAP = 18;
  public static final double ROW_GAP = 18;
  public static final double TITLE_GAP = 7;
  public static final double FIGURE_TITLE_GAP = 14;
  public static final double CAPTION_GAP = 6;
  public static final double FIGURE_CAPTION_GAP = 14;

  public static final double HAIRLINE = 0.5;
  public static final double TICK = 3.5;
  public static final double LABEL_GAP = 3;
  public static final double AXIS_LABEL_GAP = 5;

  private FigureStyle() {}
}
