package penumbra.conformance;

import java.util.Map;

/// The names that examples in comments take for given, with their types.
final class ExampleNames {
  private static final String SHARED =
      """
      interface Upload {
        java.io.InputStream getInputStream();

        java.io.OutputStream getOutputStream();
      }

      class ExampleNames {
        NdArray pixels, image, array, x, a, b, edges, mask, difference, before, after, picture;
        NdArray result, noisy, volume;
        Radiograph scan;
        Path file, folder, out;
        byte[] bytes;
        short[] shorts;
        float[] values;
        int height, width, y;
        Execution execution;
        Filter filter;
        Presentation presentation;
        Figure figure;
        Recipe recipe;
        DicomObject object;
      }
      """;

  /// Where a name means something else in the example of a class, or only there something.
  private static final Map<String, String> OWN =
      Map.ofEntries(
          Map.entry("Animation", "List<NdArray> pictures;"),
          Map.entry("AtomicFiles", "Path target; byte[] png;"),
          Map.entry("BufferedImages", "java.io.File file;"),
          Map.entry("Clahe", "NdArray bytes;"),
          Map.entry("DataSet", "DataSet data;"),
          Map.entry("Deidentifier", "byte[] key; Path target; DicomObject object;"),
          Map.entry("DensityPanel", "long[] counts;"),
          Map.entry("Derivation", "String recipe, version;"),
          Map.entry("DerivedObject", "DicomObject source; Derivation derivation;"),
          Map.entry("DicomExplanation", "DicomImage image; void print(String a, String b) {}"),
          Map.entry("DicomFacts", "DicomImage image; void print(String a, String b) {}"),
          Map.entry("DicomHeader", "java.io.PrintStream out;"),
          Map.entry("DicomReader", "Upload request;"),
          Map.entry("DicomWriter", "DataSet data; Upload request, response;"),
          Map.entry("Coordinate", "Series series; void log(String line) {}"),
          Map.entry("Explanation", "java.io.PrintStream out;"),
          Map.entry("FigurePng", "Path path;"),
          Map.entry("FigureSvg", "Path path;"),
          Map.entry("Filtering", "Operation gaussian;"),
          Map.entry("AnimationFrames", "List<NdArray> pictures;"),
          Map.entry("Gif", "List<NdArray> pictures;"),
          Map.entry("GridStyle", "List<Plots.Titled> images; List<Display> displays;"),
          Map.entry("Hypot", "NdArray dx, dy;"),
          Map.entry("ImageFiles", "Upload request, response;"),
          Map.entry("ImageFormats", "java.io.OutputStream out;"),
          Map.entry("ImageNet", "NdArray bytes;"),
          Map.entry("ImageSource", "Upload request;"),
          Map.entry("Luma", "NdArray rgb;"),
          Map.entry("MapRange", "NdArray bytes;"),
          Map.entry("NdArray", "int x;"),
          Map.entry("Origin", "Derivation derivation;"),
          Map.entry("PatientPosition", "int depth, rows, columns; PatientPosition placement;"),
          Map.entry("Orientation", "byte[] bytes; List<String> steps;"),
          Map.entry("Plane", "DataSet attributes;"),
          Map.entry("Plots", "List<Plots.Titled> images;"),
          Map.entry("Pointwise", "NdArray stored; double slope, intercept;"),
          Map.entry("ReadingNotes", "List<String> steps; Radiograph image;"),
          Map.entry("RecipeCheck", "void tell(String line) {}"),
          Map.entry("Series", "List<Path> files; void log(Exception wrong) {}"),
          Map.entry("Tags", "DataSet data;"),
          Map.entry("UniqueIdentifier", "String sourceUid, recipe, version;"),
          Map.entry("VoiTable", "short[] entries;"),
          Map.entry("Window", "NdArray hounsfield;"),
          Map.entry("Windowing", "NdArray hounsfield;"),
          Map.entry("WriteOptions", "Radiograph picture;"));

  private ExampleNames() {}

  /// The class in which the names of all examples are declared.
  static String shared() {
    return SHARED;
  }

  /// The declarations for the example of a class.
  static String of(String type) {
    return OWN.getOrDefault(type, "");
  }
}
