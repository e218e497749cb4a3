package penumbra.phantom;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import penumbra.core.Execution;
import penumbra.core.InvalidInputException;
import penumbra.io.ImageFiles;
import penumbra.io.dataset.Label;
import penumbra.io.dataset.Split;
import penumbra.io.format.AtomicFiles;

/// A data set of chest phantoms, laid out as Kaggle's chest X-ray set.
///
/// ```
/// Path images = PhantomDataset.standard().write(Path.of("demo"), Execution.allCores(), Progress.none());
/// ```
///
/// It writes `chest_xray/train/NORMAL/IM-0001-0001.jpeg` and so on, the truth as
/// `truth/train/NORMAL/IM-0001-0001.edges.png`, `.lungs.png` and `.opacity.png`, and a `README.txt`
/// that explains them.
///
/// @param pictures the pictures of the set, in order
/// @param form how they are written
public record PhantomDataset(List<Picture> pictures, PictureForm form) {
  private static final int MOST_THREADS = 4;
  private static final int MOST = 1000;

  public PhantomDataset {
    pictures = List.copyOf(pictures);
  }

  /// A set of 8-bit pictures for display.
  public PhantomDataset(List<Picture> pictures) {
    this(pictures, PictureForm.shown());
  }

  /// One picture of the set.
  ///
  /// @param split the part of the set it belongs to
  /// @param name the file's name with its ending
  /// @param phantom the patient
  public record Picture(Split split, String name, ChestPhantom phantom) {
    /// What the picture shows.
    public Label label() {
      return phantom.pneumonia() ? Label.PNEUMONIA : Label.NORMAL;
    }

    Path folder() {
      return Path.of(split.name().toLowerCase(Locale.ROOT), label().name());
    }

    Path truth(String kind) {
      return folder().resolve(name.substring(0, name.lastIndexOf('.')) + "." + kind + ".png");
    }
  }

  /// Receives the progress of the writing.
  @FunctionalInterface
  public interface Progress {
    /// `done` of `all` pictures are written; called once per picture, never twice at a time.
    void pictures(int done, int all);

    /// Ignores the progress.
    static Progress none() {
      return (_, _) -> {};
    }
  }

  /// The set of the demonstration: 22 patients, 11 of them with opacities, all of different sizes.
  public static PhantomDataset standard() {
    List<Picture> pictures = new ArrayList<>();
    int[] perClass = {7, 1, 3};
    Split[] splits = {Split.TRAIN, Split.VAL, Split.TEST};
    int patient = 0;
    for (int s = 0; s < splits.length; s++) {
      for (int i = 0; i < 2 * perClass[s]; i++) {
        patient++;
        boolean pneumonia = i >= perClass[s];
        pictures.add(new Picture(splits[s], name(patient, pneumonia), phantom(patient, pneumonia)));
      }
    }
    return new PhantomDataset(pictures);
  }

  /// A set of DICOM files, all for training; every other patient has opacities.
  ///
  /// @param count how many, 1 to 1000
  public static PhantomDataset dicom(int count, PhantomDicom form) {
    InvalidInputException.require(
        count >= 1 && count <= MOST, "count", "must be from 1 to 1000", count, "9 make a grid");
    List<Picture> pictures = new ArrayList<>();
    for (int patient = 1; patient <= count; patient++) {
      boolean pneumonia = patient % 2 == 0;
      String name = name(patient, pneumonia);
      String dicom = name.substring(0, name.lastIndexOf('.')) + ".dcm";
      pictures.add(new Picture(Split.TRAIN, dicom, phantom(patient, pneumonia)));
    }
    return new PhantomDataset(pictures, form);
  }

  /// The sizes go through the range of 560 to 1200 pixels in steps that repeat late.
  private static ChestPhantom phantom(int patient, boolean pneumonia) {
    int width = 800 + (patient * 137) % 400;
    double proportion = 0.7 + 0.01 * ((patient * 11) % 27);
    int height = (int) (width * proportion) / 2 * 2;
    return new ChestPhantom(patient, height, width, pneumonia);
  }

  private static String name(int patient, boolean pneumonia) {
    String ending = patient % 5 == 0 ? "png" : "jpeg";
    String cause = patient % 3 == 0 ? "virus" : "bacteria";
    return pneumonia
        ? "person" + patient + "_" + cause + "_" + (2 * patient + 1) + "." + ending
        : String.format(Locale.ROOT, "IM-%04d-0001.%s", 100 + patient, ending);
  }

  /// Simulates and writes all pictures below `folder`; files of the same names are replaced.
  ///
  /// @return the folder `chest_xray`, which holds only the pictures
  public Path write(Path folder, Execution execution, Progress progress) throws IOException {
    Path images = folder.resolve("chest_xray");
    Path truth = folder.resolve("truth");
    AtomicInteger done = new AtomicInteger();
    // Each picture on one thread: that keeps the threads busy while files are written.
    Execution alone = new Execution(1, execution.pool());
    int threads = Math.min(execution.threads(), MOST_THREADS);
    try {
      new Execution(threads, execution.pool())
          .strips(
              pictures.size(),
              1,
              (from, to) -> {
                for (int i = from; i < to; i++) {
                  writeUnchecked(pictures.get(i), images, truth, alone);
                  synchronized (done) {
                    progress.pictures(done.incrementAndGet(), pictures.size());
                  }
                }
              });
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
    AtomicFiles.write(folder.resolve("README.txt"), description().getBytes(StandardCharsets.UTF_8));
    return images;
  }

  private void writeUnchecked(Picture picture, Path images, Path truth, Execution execution) {
    try {
      PhantomImage image = picture.phantom().render(execution);
      Path target = images.resolve(picture.folder()).resolve(picture.name());
      Files.createDirectories(target.getParent());
      Files.createDirectories(truth.resolve(picture.folder()));
      ImageFiles.write(image.edges(), truth.resolve(picture.truth("edges")));
      ImageFiles.write(image.lungMask(), truth.resolve(picture.truth("lungs")));
      ImageFiles.write(image.opacityMask(), truth.resolve(picture.truth("opacity")));
      form.write(picture.phantom(), image, target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String description() {
    StringBuilder text =
        new StringBuilder(
            """
            Simulated chest radiographs
            ===========================

            No patient was X-rayed for these pictures. Each is computed: a thorax of simple bodies
            (lungs, heart, ribs, vessels, ...), X-ray attenuation along the ray of every pixel at
            50 keV from a point source at 180 cm, scatter, Poisson noise, the screen's blur, and the
            logarithmic processing of a radiograph. They are for trying out and measuring software,
            not for diagnosis and not for training it.
            FORM

            chest_xray/   the pictures, laid out as Kaggle's chest X-ray set
            truth/        for each picture, from the same geometry:
                          .edges.png    outlines of bones, lungs, heart, diaphragm and skin
                          .lungs.png    lung fields: where a ray meets lung, but no heart or diaphragm
                          .opacity.png  opacities within the lung fields (empty for NORMAL)

            picture, height x width, seed
            """
                .replace("FORM", form.describe()));
    for (Picture picture : pictures) {
      ChestPhantom phantom = picture.phantom();
      text.append(picture.folder().resolve(picture.name()).toString().replace('\\', '/'))
          .append(", ")
          .append(phantom.height() + " x " + phantom.width())
          .append(", ")
          .append(phantom.seed())
          .append('\n');
    }
    return text.toString();
  }
}
