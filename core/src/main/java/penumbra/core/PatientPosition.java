package penumbra.core;

/// Where the values of a picture or a volume are in the patient.
///
/// ```
/// PatientPosition.Vector last = placement.at(depth - 1, rows - 1, columns - 1);
/// ```
///
/// Positions and steps are in millimetres, in DICOM's patient coordinates: x to the patient's left,
/// y to the back, z to the head. The three steps need not be orthogonal: the slices of a tilted
/// gantry are shifted against each other.
///
/// @param origin the centre of the first value
/// @param slice the step to the same value of the next slice; for a single picture its normal, 1 mm
///   long
/// @param row the step to the next row
/// @param column the step to the next column
public record PatientPosition(Vector origin, Vector slice, Vector row, Vector column) {
  /// A position, a direction or a step, in millimetres.
  ///
  /// @param x to the patient's left
  /// @param y to the patient's back
  /// @param z to the patient's head
  public record Vector(double x, double y, double z) {
    /// The sum with `other`.
    public Vector plus(Vector other) {
      return new Vector(x + other.x, y + other.y, z + other.z);
    }

    /// The step from `other` to this.
    public Vector minus(Vector other) {
      return new Vector(x - other.x, y - other.y, z - other.z);
    }

    /// This vector times `factor`.
    public Vector times(double factor) {
      return new Vector(factor * x, factor * y, factor * z);
    }

    /// The dot product. For a direction of length 1 this is the component along it.
    public double dot(Vector other) {
      return x * other.x + y * other.y + z * other.z;
    }

    /// The cross product.
    public Vector cross(Vector other) {
      return new Vector(
          y * other.z - z * other.y, z * other.x - x * other.z, x * other.y - y * other.x);
    }

    /// The length in millimetres.
    public double length() {
      return Math.sqrt(dot(this));
    }

    /// The same direction with length 1.
    public Vector unit() {
      return times(1 / length());
    }
  }

  /// The position of the value at that index.
  public Vector at(double ofSlice, double ofRow, double ofColumn) {
    return origin.plus(slice.times(ofSlice)).plus(row.times(ofRow)).plus(column.times(ofColumn));
  }

  /// The placement of the slices from number `first` on, counted from 0.
  public PatientPosition from(int first) {
    return new PatientPosition(at(first, 0, 0), slice, row, column);
  }
}
