package penumbra.dicom.series;

import penumbra.dicom.DataSet;
import penumbra.dicom.Vr;

/// The strength and the direction of diffusion weighting in the private elements of the makers
/// whose elements are well known.
final class DiffusionElements {
  private static final String SIEMENS = "SIEMENS MR HEADER";
  private static final String UNITED_IMAGING = "Image Private Header";

  /// General Electric adds this to some b-values to say more about them.
  private static final double OFFSET = 1e9;

  private static final int MOST_OFFSETS = 100_000;

  private final DataSet data;
  private final PrivateElements elements;

  DiffusionElements(DataSet data) {
    this.data = data;
    this.elements = new PrivateElements(data);
  }

  /// The b-value; without numbers where none is known.
  double[] value() {
    double[] siemens = elements.numbers(SIEMENS, 0x0019, 0x0C, Vr.IS);
    double[] electric = elements.numbers("GEMS_PARM_01", 0x0043, 0x39, Vr.IS);
    return firstOf(
        siemens,
        electric.length == 0 ? electric : new double[] {withoutOffset(electric[0])},
        elements.numbers("Philips Imaging DD 001", 0x2001, 0x03, Vr.FL),
        elements.numbers(UNITED_IMAGING, 0x0065, 0x09, Vr.FD),
        siemens.length == 0 ? CsaHeader.of(data).numbers("B_value") : siemens);
  }

  /// The direction in the patient or in the scanner, three numbers.
  double[] direction() {
    String philips = "Philips MR Imaging DD 001";
    String electric = "GEMS_ACQU_01";
    return firstOf(
        elements.numbers(SIEMENS, 0x0019, 0x0E, Vr.FD),
        joined(
            elements.numbers(electric, 0x0019, 0xBB, Vr.DS),
            elements.numbers(electric, 0x0019, 0xBC, Vr.DS),
            elements.numbers(electric, 0x0019, 0xBD, Vr.DS)),
        joined(
            elements.numbers(philips, 0x2005, 0xB0, Vr.FL),
            elements.numbers(philips, 0x2005, 0xB1, Vr.FL),
            elements.numbers(philips, 0x2005, 0xB2, Vr.FL)),
        elements.numbers(UNITED_IMAGING, 0x0065, 0x37, Vr.FD),
        CsaHeader.of(data).numbers("DiffusionGradientDirection"));
  }

  private static double withoutOffset(double value) {
    return value >= OFFSET ? value % MOST_OFFSETS : value;
  }

  private static double[] joined(double[] x, double[] y, double[] z) {
    return x.length == 1 && y.length == 1 && z.length == 1
        ? new double[] {x[0], y[0], z[0]}
        : new double[0];
  }

  private static double[] firstOf(double[]... choices) {
    for (double[] choice : choices) {
      if (choice.length > 0) {
        return choice;
      }
    }
    return new double[0];
  }
}
