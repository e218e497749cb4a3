package penumbra.cli.option;

/// The inputs of commands, in words.
public final class InputDescriptions {
  public static final String DESCRIPTION =
      "Images (PNG, JPEG, TIFF, PNM, NIfTI, DICOM), arrays (NPY, NPZ), folders of"
          + " images, archives of them (*.zip, *.tar, *.tar.gz), or members of one"
          + " (a.zip!/folder/name).";

  /// Of commands that read standard input.
  public static final String DASH = " - is standard input.";

  private InputDescriptions() {}
}
