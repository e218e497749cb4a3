package penumbra.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import penumbra.dicom.DicomException;
import penumbra.io.format.UnreadableFileException;

class ParserContractTest {
  private static final byte[] INPUT = new byte[100];

  private final ParserContract promise = new ParserContract(64);

  @Test
  void readingAndRefusingInOneLineKeepIt() {
    assertThat(promise.keep(INPUT, input -> {})).isTrue();
    assertThat(promise.keep(INPUT, input -> refuse("is broken"))).isFalse();
    assertThat(
            promise.keep(
                INPUT,
                input -> {
                  throw new DicomException("must be whole", "is not", "copy it");
                }))
        .isFalse();
  }

  @Test
  void anotherErrorOfTheSystemBreaksIt() {
    assertThatThrownBy(() ->
            promise.keep(
                INPUT,
                input -> {
                  throw new IOException("oops");
                }))
        .isInstanceOf(ContractViolation.class)
        .hasMessage("gives an error that does not say what is wrong");
  }

  @Test
  void whatIsUncheckedComesThrough() {
    assertThatThrownBy(() -> promise.keep(INPUT, input -> use(input[input.length])))
        .isInstanceOf(ArrayIndexOutOfBoundsException.class);
  }

  @Test
  void memoryBeyondTheFactorBreaksIt() {
    assertThatThrownBy(() -> promise.keep(INPUT, input -> use(new byte[16 << 20].length)))
        .isInstanceOf(ContractViolation.class)
        .hasMessageMatching(
            "takes 167\\d+ bytes of memory, where 8395008 are allowed for a file of 100");
  }

  @Test
  void anErrorOfManyWordsBreaksIt() {
    assertThatThrownBy(() -> promise.keep(INPUT, input -> refuse("x".repeat(2000))))
        .isInstanceOf(ContractViolation.class)
        .hasMessage("gives an error that is not one line");
  }

  private static void refuse(String found) throws IOException {
    throw UnreadableFileException.of(Path.of("a"), "must be whole", found, "copy it again");
  }

  private static void use(int number) {
    if (number == 42) {
      throw new IllegalStateException();
    }
  }
}
