package penumbra.phantom;

import java.io.IOException;
import java.nio.file.Path;
import penumbra.io.ImageFiles;

/// How the pictures of a [PhantomDataset] are written.
public interface PictureForm {
  /// Writes one picture.
  void write(ChestPhantom phantom, PhantomImage image, Path target) throws IOException;

  /// What the pictures are, in one sentence, for the set's description.
  String describe();

  /// Pictures of 8 bits as they are shown, JPEG or PNG by their names.
  static PictureForm shown() {
    return new PictureForm() {
      @Override
      public void write(ChestPhantom phantom, PhantomImage image, Path target) throws IOException {
        ImageFiles.write(image.display(), target);
      }

      @Override
      public String describe() {
        return "The pictures are as they are shown, 8 bits.";
      }
    };
  }
}
