package penumbra.phantom.solid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import penumbra.phantom.anatomy.Outlines;
import penumbra.phantom.anatomy.RandomChoices;

final class TubePathTest {
  @Test
  void noRayPastThePiecesBoxMeetsThePiece() {
    var chance = new RandomChoices(11);
    int hits = 0;
    for (int tube = 0; tube < 40; tube++) {
      for (Tube piece : bent(chance).rounded().pieces(0, 1, Outlines.NONE)) {
        Box box = piece.box();
        for (int i = 0; i < 200; i++) {
          Vector middle = box.low().plus(box.high()).times(0.5);
          var ray = new Ray();
          double x = middle.x() + chance.between(-2, 2);
          double y = middle.y() + chance.between(-2, 2);
          ray.through(x, y, 0, 0, 0, 1);
          double value = piece.integral(ray, new RaySpan());
          hits += value != 0 ? 1 : 0;
          boolean within =
              x >= box.low().x()
                  && x <= box.high().x()
                  && y >= box.low().y()
                  && y <= box.high().y();
          assertThat(value == 0 || within).as("(%s, %s) of %s", x, y, piece).isTrue();
        }
      }
    }
    assertThat(hits).isGreaterThan(1000);
  }

  /// A tube that turns by up to a third of a right angle at a time, its radii changing.
  private static TubePath bent(RandomChoices chance) {
    var path = new TubePath();
    Vector facing = chance.direction();
    Vector way = chance.direction();
    Vector point = new Vector(0, 0, 0);
    for (int i = 0; i < 8; i++) {
      path.add(point, facing, chance.between(0.25, 0.35), chance.between(0.5, 0.6));
      way = way.plus(chance.direction().times(0.3)).unit();
      point = point.plus(way.times(chance.between(0.6, 0.9)));
    }
    return path;
  }
}
