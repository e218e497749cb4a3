package penumbra.cli.failure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import penumbra.core.Failure;
import penumbra.core.Failure.Kind;
import penumbra.imaging.PolarityRemark;

/// What the library says of each kind, and what the command line makes of it.
class FailureWordsTest {
  static Stream<Arguments> remedies() {
    return Stream.of(
        arguments(
            Kind.SEVERAL_FRAMES,
            "choose one of its frames, or write .tif, .nii or .npy",
            "choose one of its frames (--frame 1), or write .tif, .nii or .npy"),
        arguments(
            Kind.SEVERAL_FRAMES,
            "choose one of its 12 pages",
            "choose one of its 12 pages (--frame 1)"),
        arguments(
            Kind.SEVERAL_FRAMES, "choose one from 1 to 2", "choose one from 1 to 2 with --frame"),
        arguments(Kind.NO_SUCH_FRAME, "choose another", "choose another with --frame"),
        arguments(
            Kind.NO_SUCH_FRAME,
            "choose one before the damage",
            "choose one before the damage with --frame"),
        arguments(
            Kind.DAMAGED,
            "copy or download it again, or read what is there leniently",
            "copy or download it again, or read what is there with --lenient"),
        arguments(
            Kind.DAMAGED,
            "copy it again from its source, or read what is there leniently",
            "copy it again from its source, or read what is there with --lenient"),
        arguments(
            Kind.UNEVEN_SERIES,
            "copy the series again, or take the first of them by lenient reading",
            "copy the series again, or take the first of them by --lenient"),
        arguments(
            Kind.NO_MODALITY_VALUES,
            "read the stored values instead",
            "read the stored values instead, --values stored"),
        arguments(Kind.NO_VOLUME, "read the frame by itself", "read the frame without --volume"),
        arguments(Kind.NO_VOLUME, "read them one by one", "read them one by one, without --volume"),
        arguments(
            Kind.NO_VOLUME,
            "name another folder, or read its files one by one",
            "name another folder, or leave out --volume"),
        arguments(
            Kind.NO_VOLUME,
            "ask for modality values: each slice may have a window of its own",
            "leave out --values: each slice may have a window of its own"),
        arguments(
            Kind.SEVERAL_SERIES,
            "name it without an extension, or choose one by its number: series 2, CT",
            "name it without an extension, or choose one with --series: series 2, CT"),
        arguments(
            Kind.SEVERAL_SERIES,
            "or choose one by its number and its part: series 2, part 1 of 2, CT",
            "or choose one with --series and --part: series 2, part 1 of 2, CT"),
        arguments(
            Kind.UNKNOWN_OPERATION, "choose one of its names", "'penumbra operations' lists them"),
        arguments(Kind.UNKNOWN_OPERATION, "did you mean 'sobel'?", "did you mean 'sobel'?"),
        arguments(
            Kind.NO_RECIPE,
            "check the path, or name a ready-made recipe",
            "check the path, or name a ready-made recipe: 'penumbra recipe list'"),
        arguments(
            Kind.UNSOUND_RECIPE,
            "a check of the recipe shows more",
            "'penumbra recipe check' shows more"),
        arguments(
            Kind.NO_RUN,
            "name one that a run has written",
            "name one that 'penumbra run' has written"));
  }

  @ParameterizedTest
  @MethodSource("remedies")
  void theCommandLineNamesTheOptionOrCommand(Kind kind, String library, String commandLine) {
    Failure failure = new Failure(kind, "a.dcm", "must be so", "is not", library, 7);
    assertThat(FailureWords.line(failure))
        .isEqualTo("a.dcm must be so, but is not; " + commandLine);
    assertThat(FailureWords.of(failure).fields()).containsEntry("offset", 7L);
  }

  /// These have no option that would help.
  private static final Set<Kind> UNCHANGED =
      Set.of(
          Kind.INVALID,
          Kind.UNREADABLE,
          Kind.UNWRITABLE,
          Kind.OUT_OF_MEMORY,
          Kind.SYSTEM,
          Kind.INTERNAL,
          Kind.OTHER);

  @ParameterizedTest
  @EnumSource(Kind.class)
  void everyOtherKindHasItsWords(Kind kind) {
    Set<Object> told = remedies().map(row -> row.get()[0]).collect(Collectors.toSet());
    assertThat(FailureWords.changes(kind)).isEqualTo(!UNCHANGED.contains(kind));
    assertThat(told.contains(kind)).isEqualTo(!UNCHANGED.contains(kind));
  }

  @Test
  void whatAFailureIsAboutStaysAsItIs() {
    Failure named =
        new Failure(Kind.DAMAGED, "leniently.dcm", "must be whole", "ends early", "copy it");
    assertThat(FailureWords.line(named))
        .isEqualTo("leniently.dcm must be whole, but ends early; copy it");
  }

  @ParameterizedTest
  @EnumSource(PolarityRemark.class)
  void remarksNameOptionsHereOnly(PolarityRemark remark) {
    List<String> library = List.of(remark.on(Path.of("a.dcm")), remark.onMany());
    assertThat(library).noneMatch(text -> text.contains("--"));
    boolean plain = Set.of(PolarityRemark.TURNED, PolarityRemark.KEPT).contains(remark);
    assertThat(List.of(FailureWords.on(remark, Path.of("a.dcm")), FailureWords.onMany(remark)))
        .allMatch(text -> text.contains("--values ") != plain);
  }
}
