package penumbra.dicom.codec.jpegls;

import java.util.BitSet;
import org.jspecify.annotations.Nullable;
import penumbra.dicom.DicomException;
import penumbra.dicom.codec.frame.FrameErrors;
import penumbra.dicom.codec.frame.FrameForm;
import penumbra.dicom.codec.frame.SampleRows;
import penumbra.dicom.codec.frame.Samples;

/// Goes through the markers of one JPEG-LS frame and decodes its scans in order.
final class JpegLsStream {
  private static final int FRAME = 0xF7;
  private static final int SCAN = 0xDA;
  private static final int PARAMETERS = 0xF8;
  private static final int RESTART_INTERVAL = 0xDD;
  private static final int FIRST_APPLICATION = 0xE0;
  private static final int LAST_APPLICATION = 0xEF;
  private static final int COMMENT = 0xFE;

  /// A marker outside the standard with which some encoders say that colours were transformed.
  private static final String COLOUR_TRANSFORM = "mrfx";

  private final byte[] coded;
  private final FrameForm form;
  private final BitSet done = new BitSet();
  private @Nullable JpegLsFrame frame;
  private @Nullable SampleRows rows;
  private JpegLsPreset preset = new JpegLsPreset(0, 0, 0, 0, 0);
  private int restartInterval;

  JpegLsStream(byte[] coded, FrameForm form) {
    this.coded = coded;
    this.form = form;
  }

  Samples decode() throws DicomException {
    JpegLsSegment segment = JpegLsSegment.at(coded, 0);
    if (segment.marker() != JpegLsSegment.START_OF_IMAGE) {
      throw segment.bad("should be D8, which begins an image");
    }
    int at = segment.end();
    while (frame == null || rows == null || done.cardinality() < form.samplesPerPixel()) {
      segment = JpegLsSegment.at(coded, at);
      at = segment.marker() == SCAN ? readScan(segment) : read(segment);
    }
    return rows.samples(frame.bits());
  }

  private int read(JpegLsSegment segment) throws DicomException {
    int marker = segment.marker();
    if (marker == FRAME) {
      readFrame(segment);
    } else if (marker == PARAMETERS) {
      readParameters(segment);
    } else if (marker == RESTART_INTERVAL) {
      restartInterval = segment.number(Math.max(2, Math.min(segment.left(), 4)));
    } else if (marker == JpegLsSegment.END_OF_IMAGE) {
      throw FrameErrors.of(
          "a JPEG-LS frame must hold " + form.samplesPerPixel() + " samples a pixel",
          "ends after " + done.cardinality() + " of them at byte " + segment.begin());
    } else if (marker >= FIRST_APPLICATION && marker <= LAST_APPLICATION) {
      requireNoTransform(segment);
    } else if (marker != COMMENT) {
      throw segment.bad("is not one that JPEG-LS defines");
    }
    return segment.end();
  }

  private void readFrame(JpegLsSegment segment) throws DicomException {
    if (frame != null) {
      throw segment.bad("begins a second frame");
    }
    JpegLsFrame read = JpegLsFrame.read(segment);
    read.check(form);
    frame = read;
  }

  private void readParameters(JpegLsSegment segment) throws DicomException {
    int type = segment.number(1);
    preset =
        switch (type) {
          case 1 ->
              new JpegLsPreset(
                  segment.number(2),
                  segment.number(2),
                  segment.number(2),
                  segment.number(2),
                  segment.number(2));
          case 2, 3 ->
              throw FrameErrors.unsupported(
                  "the samples of a JPEG-LS frame must stand for themselves",
                  "has a table that maps them at byte " + segment.begin());
          case 4 ->
              throw FrameErrors.unsupported(
                  "a JPEG-LS frame must have at most 65535 lines and columns",
                  "gives larger sizes at byte " + segment.begin());
          default -> throw segment.bad("has parameters of type " + type);
        };
  }

  private static void requireNoTransform(JpegLsSegment segment) throws DicomException {
    if (segment.startsWith(COLOUR_TRANSFORM)) {
      segment.number(COLOUR_TRANSFORM.length());
      int transform = segment.number(1);
      if (transform != 0) {
        throw FrameErrors.unsupported(
            "the colours of a JPEG-LS frame must not be transformed",
            "are by transform " + transform + " at byte " + segment.begin());
      }
    }
  }

  private int readScan(JpegLsSegment segment) throws DicomException {
    JpegLsFrame frame = this.frame;
    if (frame == null) {
      throw segment.bad("begins a scan before the frame");
    }
    JpegLsScan scan = JpegLsScan.read(segment, frame);
    JpegLsPreset whole = preset.completed(frame.bits(), scan.near());
    for (int band : scan.bands()) {
      if (done.get(band)) {
        throw segment.bad("holds a component again");
      }
      done.set(band);
    }
    if (rows == null) {
      rows = new SampleRows(form);
    }
    return new JpegLsScanDecoder(frame, scan, whole, restartInterval)
        .decode(coded, segment.end(), rows);
  }
}
