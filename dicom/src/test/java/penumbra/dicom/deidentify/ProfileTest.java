package penumbra.dicom.deidentify;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import penumbra.dicom.Tags;
import penumbra.dicom.Vr;

class ProfileTest {
  @Test
  void theTableIsWhole() {
    assertThat(Profile.standard().size()).isEqualTo(617);
  }

  @Test
  void theLastOfTheStandardsChoicesIsTaken() {
    Profile.Rule serial =
        Profile.standard().rule(penumbra.dicom.Tag.of(0x0018, 0x1000)).orElseThrow();
    assertThat(serial.action()).isEqualTo(Profile.Action.DUMMY);
    assertThat(serial.removable()).isTrue();
    assertThat(serial.isKeptUnder('e')).isTrue();
    assertThat(Profile.standard().rule(Tags.ROWS)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "DA, 20200229, 366, 20210301",
    "DA, 1992.05.17, -17, 19920430",
    "DT, 20191231235959.5+0100, 1, 20200101235959.5+0100",
    "TM, 101500, 9, 101500"
  })
  void datesAreMovedByDays(Vr vr, String from, int days, String to) {
    assertThat(DateShift.shifted(vr, List.of(from), days)).hasValue(to);
  }

  @ParameterizedTest
  @CsvSource({"DA, 2020", "DA, 20200230", "DA, 20200101-20200102", "DT, 202002", "DA, unknown!"})
  void whatIsNoWholeDateCannotBeMoved(Vr vr, String text) {
    assertThat(DateShift.shifted(vr, List.of(text), 1)).isEqualTo(Optional.empty());
  }
}
