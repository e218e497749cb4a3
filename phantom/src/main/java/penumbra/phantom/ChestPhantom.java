package penumbra.phantom;

import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.core.NdArray;
import penumbra.phantom.anatomy.Anatomy;
import penumbra.phantom.anatomy.Outlines;
import penumbra.phantom.anatomy.Physique;
import penumbra.phantom.anatomy.Projection;
import penumbra.phantom.anatomy.RandomChoices;
import penumbra.phantom.exposure.Exposure;
import penumbra.phantom.exposure.FloatImage;
import penumbra.phantom.exposure.LineIntegrals;

/// A simulated chest radiograph: a patient made of simple bodies, X-rays from a point source, a
/// detector with scatter and noise, and the usual display processing.
///
/// ```
/// PhantomImage image = new ChestPhantom(7, 900, 1200, true).render(Execution.allCores());
/// ```
///
/// The line integrals through the bodies are exact: the length of a ray in each body is computed
/// from its equation. The same seed and size give the same bits on every machine, with any number
/// of threads.
///
/// @param seed chooses the patient, the posture and the noise
/// @param height of the picture in pixels, 64 to 8192
/// @param width of the picture in pixels, 64 to 8192
/// @param pneumonia whether the lungs hold opacities
public record ChestPhantom(long seed, int height, int width, boolean pneumonia) {
  private static final double MILLIMETRES = 10;

  public ChestPhantom {
    requireLength("height", height);
    requireLength("width", width);
  }

  private static void requireLength(String what, int length) {
    InvalidInputException.require(
        length >= 64 && length <= 8192,
        what,
        "must be from 64 to 8192",
        length,
        "1000 to 1500 is usual");
  }

  /// Takes the picture.
  public PhantomImage render(Execution execution) {
    var chance = new RandomChoices(seed);
    Physique physique = Physique.of(chance.fork());
    Exposure exposure = Exposure.of(chance.fork(), physique, height, width);
    var projection =
        new Projection(height, width, exposure.fieldWidth(), exposure.middleY(), physique);
    Anatomy anatomy = Anatomy.of(physique, projection, pneumonia, chance.fork());
    LineIntegrals integrals = LineIntegrals.of(anatomy, projection, execution);
    FloatImage attenuation = new FloatImage(integrals.attenuation(), height, width);
    FloatImage signal = exposure.detector(seed).expose(attenuation, projection.pitch(), execution);
    FloatImage grey =
        exposure.presentation().show(signal, projection.pitch(), exposure.fieldWidth(), execution);
    byte[] edges = new byte[height * width];
    execution.strips(
        height,
        8,
        (from, to) -> Outlines.trace(integrals.silhouettes(), height, width, edges, from, to));
    return new PhantomImage(
        NdArray.ofUint8(bytes(grey.values()), height, width),
        NdArray.ofUint16(shorts(grey.values()), height, width),
        NdArray.ofFloat32(signal.values(), height, width),
        NdArray.ofFloat32(integrals.attenuation(), height, width),
        NdArray.ofUint8(integrals.lungs(), height, width),
        NdArray.ofUint8(integrals.opacities(), height, width),
        NdArray.ofUint8(edges, height, width),
        MILLIMETRES * projection.pitch(),
        physique.antePosterior());
  }

  private static byte[] bytes(float[] grey) {
    byte[] bytes = new byte[grey.length];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) (int) (Math.clamp(grey[i], 0f, 1f) * 255 + 0.5f);
    }
    return bytes;
  }

  private static short[] shorts(float[] grey) {
    short[] shorts = new short[grey.length];
    for (int i = 0; i < shorts.length; i++) {
      shorts[i] = (short) (int) (Math.clamp(grey[i], 0f, 1f) * 65535 + 0.5f);
    }
    return shorts;
  }
}
