package penumbra.phantom.exposure;

import penumbra.phantom.anatomy.Physique;
import penumbra.phantom.anatomy.RandomChoices;

/// How one picture is taken: the field, the dose and the processing.
///
/// @param fieldWidth the picture's width in cm of the room
/// @param middleY the height of the picture's middle in cm of the room, 0 at the body's middle
/// @param quanta counted by an unattenuated pixel
/// @param detail see [DisplayProcessing]
/// @param flatness see [DisplayProcessing]
/// @param brightness see [DisplayProcessing]
public record Exposure(
    double fieldWidth,
    double middleY,
    double quanta,
    double detail,
    double flatness,
    double brightness) {
  /// A field that shows the lungs whole, whatever the picture's proportions.
  public static Exposure of(RandomChoices chance, Physique physique, int height, int width) {
    double margin = chance.between(0, 1);
    double lungWidth = (32 + 5 * margin) * physique.width();
    double lungHeight = (30.5 + 4 * margin) * physique.height();
    double fieldWidth = Math.max(lungWidth, lungHeight * width / height);
    double middleY = (-0.6 + chance.around(0, 0.5)) * physique.height();
    return new Exposure(
        fieldWidth,
        middleY,
        StrictMath.exp(chance.between(8.6, 9.8)),
        chance.between(1.1, 1.6),
        chance.between(0.3, 0.5),
        chance.around(0.06, 0.03));
  }

  public Detector detector(long seed) {
    return new Detector(0.35, 4, quanta, 0.6, seed);
  }

  public DisplayProcessing presentation() {
    return new DisplayProcessing(detail, flatness, brightness);
  }
}
