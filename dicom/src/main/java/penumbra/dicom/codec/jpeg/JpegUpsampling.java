package penumbra.dicom.codec.jpeg;

/// Upsamples a component to the frame's size, like libjpeg 6b with its "fancy upsampling": by 2
/// across, and by 2 across and down, with a triangle filter of weights 3/4 and 1/4, whose rounding
/// alternates so that it is not biased. Other factors use repetition.
///
/// ```
/// 2 across:  a  (3a + b + 2)/4  (3b + a + 1)/4  (3b + c + 2)/4  ...
/// ```
final class JpegUpsampling {
  private final JpegPlane plane;
  private final int horizontal;
  private final int horizontalOfFrame;
  private final int vertical;
  private final int verticalOfFrame;
  private final int[] near;
  private final int[] far;

  JpegUpsampling(JpegFrame frame, JpegFrame.Component component, JpegPlane plane) {
    this.plane = plane;
    this.horizontal = component.horizontal();
    this.horizontalOfFrame = frame.horizontal();
    this.vertical = component.vertical();
    this.verticalOfFrame = frame.vertical();
    this.near = new int[plane.width];
    this.far = new int[plane.width];
  }

  /// Fills `line` with the frame's row `y`.
  void row(int y, int[] line) {
    // libjpeg uses repetition if a row is too short for its loop.
    boolean smooth = horizontalOfFrame == 2 * horizontal && plane.width > 2;
    if (smooth && verticalOfFrame == vertical) {
      plane.row(y, near);
      across(line);
    } else if (smooth && verticalOfFrame == 2 * vertical) {
      plane.row(y / 2, near);
      plane.row(y % 2 == 0 ? y / 2 - 1 : y / 2 + 1, far);
      acrossAndDown(line);
    } else {
      repeat(y * vertical / verticalOfFrame, line);
    }
  }

  private void across(int[] line) {
    int last = near.length - 1;
    for (int x = 0; x < line.length; x++) {
      int i = x / 2;
      int beside = (x & 1) == 0 ? near[Math.max(i - 1, 0)] : near[Math.min(i + 1, last)];
      line[x] = (3 * near[i] + beside + 1 + (x & 1)) >> 2;
    }
  }

  private void acrossAndDown(int[] line) {
    for (int i = 0; i < near.length; i++) {
      near[i] = 3 * near[i] + far[i];
    }
    int last = near.length - 1;
    for (int x = 0; x < line.length; x++) {
      int i = x / 2;
      int beside = (x & 1) == 0 ? near[Math.max(i - 1, 0)] : near[Math.min(i + 1, last)];
      line[x] = (3 * near[i] + beside + 8 - (x & 1)) >> 4;
    }
  }

  private void repeat(int y, int[] line) {
    if (horizontal == horizontalOfFrame) {
      plane.row(y, line);
      return;
    }
    plane.row(y, near);
    for (int x = 0; x < line.length; x++) {
      line[x] = near[x * horizontal / horizontalOfFrame];
    }
  }
}
