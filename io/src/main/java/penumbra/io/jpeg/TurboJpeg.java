package penumbra.io.jpeg;

import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemoryLayout;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;

/// The functions of libjpeg-turbo that decode grey JPEG, through its TurboJPEG interface, which is
/// the same from version 1.2 to 3.
///
/// ```
/// Optional<byte[]> grey = TurboJpeg.open("libturbojpeg.so.0").decode(jpeg, height, width);
/// ```
final class TurboJpeg {
  /// TJPF_GRAY.
  private static final int GREY = 6;

  /// TJFLAG_ACCURATEDCT: the transform that libjpeg calls "islow" and the JDK's decoder uses.
  private static final int ACCURATE_TRANSFORM = 4096;

  private final MethodHandle create;
  private final MethodHandle decompress;
  private final MethodHandle destroy;

  private TurboJpeg(MethodHandle create, MethodHandle decompress, MethodHandle destroy) {
    this.create = create;
    this.decompress = decompress;
    this.destroy = destroy;
  }

  /// Opens the library of that name.
  ///
  /// @throws IllegalArgumentException if the system has no library that it can load
  /// @throws NoSuchElementException if the library lacks these functions
  /// @throws UnsupportedOperationException if Java cannot call native functions
  @SuppressWarnings("restricted") // called only if the module is allowed to
  static TurboJpeg open(String name) {
    SymbolLookup library = SymbolLookup.libraryLookup(name, Arena.global());
    Linker linker = Linker.nativeLinker();
    MemoryLayout pointer = ValueLayout.ADDRESS;
    MemoryLayout number = ValueLayout.JAVA_INT;
    // C's `unsigned long` has 32 bits on some systems.
    MemoryLayout length = Objects.requireNonNull(linker.canonicalLayouts().get("long"));
    MethodHandle decompress =
        linker.downcallHandle(
            library.findOrThrow("tjDecompress2"),
            FunctionDescriptor.of(
                number, pointer, pointer, length, pointer, number, number, number, number, number));
    MethodType inLongs = decompress.type().changeParameterType(2, long.class);
    return new TurboJpeg(
        linker.downcallHandle(
            library.findOrThrow("tjInitDecompress"), FunctionDescriptor.of(pointer)),
        MethodHandles.explicitCastArguments(decompress, inLongs),
        linker.downcallHandle(
            library.findOrThrow("tjDestroy"), FunctionDescriptor.of(number, pointer)));
  }

  /// The samples of a JPEG of that size and one component; empty if the library reports anything,
  /// even only a warning.
  Optional<byte[]> decode(byte[] jpeg, int height, int width) {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment coded = arena.allocate(jpeg.length);
      MemorySegment.copy(jpeg, 0, coded, ValueLayout.JAVA_BYTE, 0, jpeg.length);
      MemorySegment samples = arena.allocate((long) height * width);
      MemorySegment decoder = (MemorySegment) create.invokeExact();
      if (decoder.equals(MemorySegment.NULL)) {
        return Optional.empty();
      }
      int code =
          (int)
              decompress.invokeExact(
                  decoder,
                  coded,
                  (long) jpeg.length,
                  samples,
                  width,
                  0,
                  height,
                  GREY,
                  ACCURATE_TRANSFORM);
      int _ = (int) destroy.invokeExact(decoder);
      return code == 0 ? Optional.of(samples.toArray(ValueLayout.JAVA_BYTE)) : Optional.empty();
    } catch (RuntimeException | Error ours) {
      throw ours;
    } catch (Throwable notThrownByNativeFunctions) {
      throw new IllegalStateException(notThrownByNativeFunctions);
    }
  }
}
