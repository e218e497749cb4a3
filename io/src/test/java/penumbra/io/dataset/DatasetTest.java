package penumbra.io.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import penumbra.io.format.UnreadableFileException;

class DatasetTest {
  @TempDir Path temporary;
  private Path root = Path.of("");

  @BeforeEach
  void makeRoot() throws Exception {
    root = Files.createDirectory(temporary.resolve("chest_xray"));
  }

  private void put(String name, String content) throws Exception {
    Path file = root.resolve(name);
    Files.createDirectories(root.resolve(name).resolveSibling("."));
    Files.writeString(file, content);
  }

  private List<String> names(List<Path> files) {
    return files.stream()
        .map(file -> root.relativize(file).toString().replace(File.separatorChar, '/'))
        .toList();
  }

  private List<String> images(Dataset set) {
    return names(set.images().stream().map(DatasetImage::file).toList());
  }

  @Test
  void splitsAndLabelsAreReadOffKagglesLayout() throws Exception {
    put("train/NORMAL/b.jpeg", "1");
    put("train/NORMAL/a.jpeg", "2");
    put("train/PNEUMONIA/p.JPG", "3");
    put("Val/normal/v.PNG", "4");
    put("test/PNEUMONIA/t.jpeg", "5");
    put("train/NORMAL/notes.txt", "no image");
    Dataset set = Dataset.list(root);
    assertThat(images(set))
        .containsExactly(
            "Val/normal/v.PNG",
            "test/PNEUMONIA/t.jpeg",
            "train/NORMAL/a.jpeg",
            "train/NORMAL/b.jpeg",
            "train/PNEUMONIA/p.JPG");
    assertThat(set.counts())
        .isEqualTo(
            Map.of(
                Split.TRAIN, Map.of(Label.NORMAL, 2, Label.PNEUMONIA, 1),
                Split.VAL, Map.of(Label.NORMAL, 1),
                Split.TEST, Map.of(Label.PNEUMONIA, 1)));
    assertThat(set.count(Split.TRAIN, Label.NORMAL)).isEqualTo(2);
    assertThat(set.count(Split.NONE, Label.NORMAL)).isZero();
  }

  @Test
  void theOrderIsThatOfTheWholeRelativePath() throws Exception {
    put("a/x.png", "1");
    put("a.png", "2");
    put("a-b/x.png", "3");
    put("B.png", "4");
    assertThat(images(Dataset.list(root)))
        .containsExactly("B.png", "a-b/x.png", "a.png", "a/x.png");
  }

  @Test
  void otherClassesAreNamedByTheirFolder() throws Exception {
    put("train/COVID/c.png", "1");
    put("train/loose.png", "2");
    put("elsewhere/e.png", "3");
    put("PNEUMONIA/bacterial/b.png", "4");
    Dataset set = Dataset.list(root);
    assertThat(set.images())
        .extracting(DatasetImage::split)
        .containsExactly(Split.NONE, Split.NONE, Split.TRAIN, Split.TRAIN);
    assertThat(set.images())
        .extracting(image -> image.label().toString())
        .containsExactly("PNEUMONIA", "none", "COVID", "none");
  }

  @Test
  void theListedFolderMayBeASplitOrAClassItself() throws Exception {
    put("train/NORMAL/a.png", "1");
    DatasetImage fromClass = Dataset.list(root.resolve("train/NORMAL")).images().getFirst();
    assertThat(fromClass.split()).isEqualTo(Split.TRAIN);
    assertThat(fromClass.label()).isEqualTo(Label.NORMAL);
    DatasetImage fromSplit = Dataset.list(root.resolve("train")).images().getFirst();
    assertThat(fromSplit.split()).isEqualTo(Split.TRAIN);
    assertThat(fromSplit.label()).isEqualTo(Label.NORMAL);
  }

  @Test
  void nestedCopiesOfTheSetAreCountedOnce() throws Exception {
    for (String nest : new String[] {"", "chest_xray/", "chest_xray/chest_xray/"}) {
      put(nest + "train/NORMAL/a.jpeg", "first");
      put(nest + "train/PNEUMONIA/a.jpeg", "second");
      put(nest + "test/NORMAL/b.jpeg", "third");
    }
    put("__MACOSX/chest_xray/train/NORMAL/a.jpeg", "first");
    put("train/NORMAL/._a.jpeg", "resource fork");
    put(".hidden/train/NORMAL/h.jpeg", "hidden");
    Dataset set = Dataset.list(root);
    assertThat(images(set))
        .containsExactly("test/NORMAL/b.jpeg", "train/NORMAL/a.jpeg", "train/PNEUMONIA/a.jpeg");
    assertThat(names(set.nestedCopies()))
        .hasSize(6)
        .allMatch(name -> name.startsWith("chest_xray/"))
        .isSorted();
    assertThat(set.count(Split.TRAIN, Label.NORMAL)).isEqualTo(1);
  }

  @Test
  void aFileThatDiffersIsNoCopy() throws Exception {
    put("train/NORMAL/a.jpeg", "first");
    put("inner/train/NORMAL/a.jpeg", "other");
    put("inner/test/NORMAL/a.jpeg", "first");
    put("inner/train/NORMAL/renamed.jpeg", "first");
    put("other/train/NORMAL/only.jpeg", "same depth");
    put("third/train/NORMAL/only.jpeg", "same depth");
    Dataset set = Dataset.list(root);
    assertThat(set.images()).hasSize(6);
    assertThat(set.nestedCopies()).isEmpty();
  }

  @Test
  void linksAreFollowedButNotInCircles() throws Exception {
    put("real/train/NORMAL/a.png", "1");
    Files.createSymbolicLink(root.resolve("real/train/up"), root);
    Path linked = Files.createSymbolicLink(temporary.resolve("linked"), root);
    Dataset set = Dataset.list(linked);
    assertThat(set.images()).hasSize(1);
    assertThat(set.unreadableFolders()).isEmpty();
    assertThat(set.images().getFirst().file().startsWith(linked)).isTrue();
  }

  @Test
  void foldersWithoutPermissionAreToldAndTheRestGoesOn() throws Exception {
    put("locked/a.png", "1");
    put("open/b.png", "2");
    Path locked = root.resolve("locked");
    assertThat(locked.toFile().setReadable(false)).isTrue();
    try {
      Assumptions.assumeFalse(Files.isReadable(locked), "this user may read everything");
      Dataset set = Dataset.list(root);
      assertThat(images(set)).containsExactly("open/b.png");
      assertThat(set.unreadableFolders()).containsExactly(locked);
    } finally {
      assertThat(locked.toFile().setReadable(true)).isTrue();
    }
  }

  @Test
  void missingFoldersAndFilesAreRefused() throws Exception {
    Path missing = root.resolve("no");
    assertThatThrownBy(() -> Dataset.list(missing))
        .isInstanceOf(UnreadableFileException.class)
        .hasMessage(missing + " must exist, but is missing; check the path");
    put("a.png", "1");
    Path file = root.resolve("a.png");
    assertThatThrownBy(() -> Dataset.list(file))
        .hasMessage(file + " must be a folder, but is a file; name the folder it lies in");
    assertThat(Dataset.list(Files.createDirectory(root.resolve("bare"))).images()).isEmpty();
  }
}
