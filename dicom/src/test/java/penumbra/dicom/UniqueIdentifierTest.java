package penumbra.dicom;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

class UniqueIdentifierTest {
  @Test
  void theSamePartsGiveTheSame() {
    assertThat(UniqueIdentifier.derived("instance", "1.2.3"))
        .isEqualTo("2.25.9839239966336587917256922794308772295");
  }

  @Test
  void partsDoNotRunIntoEachOther() {
    assertThat(UniqueIdentifier.derived("ab", "c"))
        .isNotEqualTo(UniqueIdentifier.derived("a", "bc"));
  }

  @Test
  void theNumberIsAUuidOfVersion8() {
    byte[] ones = new byte[32];
    java.util.Arrays.fill(ones, (byte) 0xFF);
    String uid = UniqueIdentifier.of(ones);
    assertThat(new BigInteger(uid.substring(5)).toString(16))
        .isEqualTo("ffffffffffff8fffbfffffffffffffff");
    assertThat(uid.length()).isLessThanOrEqualTo(64);
  }
}
