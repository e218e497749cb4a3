package penumbra.phantom.anatomy;

/// What differs from patient to patient and from exposure to exposure.
///
/// @param width size of the body against the reference adult, left to right
/// @param height the same, head to feet
/// @param depth the same, back to front
/// @param childhood 1 for a toddler's proportions, 0 for an adult's
/// @param fat thickness of the fat under the skin in the reference body's cm
/// @param inspiration how far the diaphragm stands below its mean height, in cm
/// @param heart size of the heart against the mean
/// @param ribDrop how steeply the ribs fall, against the mean
/// @param armsRaised whether the arms are held up, as in small children
/// @param antePosterior whether the tube stands in front of the patient
/// @param turn rotation about the long axis, in degrees
/// @param tilt rotation in the picture's plane, in degrees
/// @param nod rotation about the axis from left to right, in degrees
public record Physique(
    double width,
    double height,
    double depth,
    double childhood,
    double fat,
    double inspiration,
    double heart,
    double ribDrop,
    boolean armsRaised,
    boolean antePosterior,
    double turn,
    double tilt,
    double nod) {
  public static Physique of(RandomChoices chance) {
    double childhood = chance.happens(0.7) ? chance.between(0.5, 1) : chance.between(0, 0.3);
    double size = 1 - 0.45 * childhood;
    return new Physique(
        size * chance.around(1, 0.03),
        size * (1 - 0.1 * childhood) * chance.around(1, 0.03),
        size * (1 - 0.05 * childhood) * chance.around(1, 0.04),
        childhood,
        chance.between(0.4, 1.4),
        chance.around(0, 0.7),
        chance.around(1 + 0.08 * childhood, 0.04),
        chance.around(1 - 0.25 * childhood, 0.06),
        chance.happens(0.5 * childhood),
        chance.happens(0.3 + 0.6 * childhood),
        chance.around(0, 1.8),
        chance.around(0, 1.2),
        chance.around(0, 2));
  }
}
