package penumbra.phantom.anatomy;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import penumbra.phantom.exposure.Exposure;
import penumbra.phantom.solid.Insert;
import penumbra.phantom.solid.Tube;

final class AttachmentsTest {
  private static final int HEIGHT = 700;
  private static final int WIDTH = 1000;

  @Test
  void theLettersOfLeadLieInThePictureWhole() {
    int pieces = 0;
    for (int seed = 1; seed <= 60; seed++) {
      var chance = new RandomChoices(seed);
      Physique physique = Physique.of(chance.fork());
      Exposure exposure = Exposure.of(chance.fork(), physique, HEIGHT, WIDTH);
      var projection =
          new Projection(HEIGHT, WIDTH, exposure.fieldWidth(), exposure.middleY(), physique);
      for (Insert part : Attachments.of(physique, projection, chance)) {
        if (part instanceof Tube tube && tube.difference() > 50) {
          pieces++;
          Projection.Shadow shadow = projection.shadow(tube.box());
          assertThat(shadow.top()).as("top, seed %s", seed).isGreaterThanOrEqualTo(HEIGHT / 40);
          assertThat(shadow.left()).as("left, seed %s", seed).isPositive();
          assertThat(shadow.right()).as("right, seed %s", seed).isLessThan(WIDTH);
        }
      }
    }
    assertThat(pieces).isGreaterThan(60);
  }
}
