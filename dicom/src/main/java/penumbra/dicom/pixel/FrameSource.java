package penumbra.dicom.pixel;

import java.util.List;
import penumbra.dicom.DicomException;
import penumbra.io.format.Limits;

/// Where frames come from: native or coded pixel data.
sealed interface FrameSource permits NativePixels, CodedFrames {
  /// One frame.
  ///
  /// @param index its number, from 0
  /// @param limits how large it may be
  /// @param steps takes what is done, a sentence each
  /// @param odd takes what is odd, a sentence each; it may have some before
  StoredFrame frame(int index, Limits limits, List<String> steps, List<String> odd)
      throws DicomException;
}
