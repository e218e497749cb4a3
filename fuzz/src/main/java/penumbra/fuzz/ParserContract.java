package penumbra.fuzz;

import com.sun.management.ThreadMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import penumbra.dicom.DicomException;
import penumbra.io.format.Limits;
import penumbra.io.format.UnreadableFileException;

/// The contract of every parser for every file: it reads the file or throws one of our own errors
/// in one line, and memory stays within a factor of the file's size and of the pixel limit.
///
/// ```
/// new ParserContract(64).keep(bytes, input -> DicomReader.parse(input, false));
/// ```
///
/// The fuzzer measures the time. All allocations count, whether they are kept or dropped at once,
/// so the bound is above the peak memory.
///
/// @param perByte how many bytes of memory each byte of a file may cost
record ParserContract(long perByte) {
  /// Few enough that a larger picture is noticed, and more than any seed has.
  static final Limits LIMITS = new Limits(1 << 14);

  /// The memory that each pixel within the limit may need: some copies in the widest type.
  private static final long PER_PIXEL = 256;

  /// For tables and buffers of fixed size, among them those of the JDK's decoders.
  private static final long ALWAYS = 4L << 20;

  /// The factor for a tool that traces calls and allocates memory for each.
  static final String OVERHEAD = "penumbra.fuzz.overhead";

  private static final int LONGEST_LINE = 1000;
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /// Reads `input`, and returns whether it was read or refused.
  ///
  /// @throws ContractViolation if anything else happens; unchecked exceptions are passed on
  boolean keep(byte[] input, Reading reading) {
    long most =
        Integer.getInteger(OVERHEAD, 1)
            * (ALWAYS + perByte * input.length + PER_PIXEL * LIMITS.maxPixels());
    long before = THREADS.getCurrentThreadAllocatedBytes();
    boolean done = reads(input, reading);
    long between = THREADS.getCurrentThreadAllocatedBytes();
    // Loading a class takes memory, once: what it takes again counts.
    if (between - before > most) {
      reads(input, reading);
      long taken = THREADS.getCurrentThreadAllocatedBytes() - between;
      if (taken > most) {
        throw new ContractViolation(
            "takes %d bytes of memory, where %d are allowed for a file of %d"
                .formatted(taken, most, input.length));
      }
    }
    return done;
  }

  private static boolean reads(byte[] input, Reading reading) {
    try {
      reading.read(input);
      return true;
    } catch (UnreadableFileException | DicomException ours) {
      checkLine(ours);
      return false;
    } catch (IOException other) {
      throw new ContractViolation("gives an error that does not say what is wrong", other);
    }
  }

  private static void checkLine(IOException ours) {
    String line = String.valueOf(ours.getMessage());
    if (line.length() > LONGEST_LINE || line.chars().anyMatch(Character::isISOControl)) {
      throw new ContractViolation("gives an error that is not one line", ours);
    }
  }
}
