#!/usr/bin/env python3
"""Writes small series of slices, and the volumes that they are, by pydicom and NumPy.

    python3 conformance/golden_series.py

Any Python with pydicom, nibabel and NumPy will do (the committed files: pydicom 2.3.1, nibabel 5.0.0, which takes
mosaics apart). For each series there are, in the tests of
`dicom`: NAME.zip with its files, whose names say nothing of their order; NAME.npy with the modality's values in float64,
slices from foot to head or, of a tilted plane, along its normal; NAME.txt with the spacing (z, y, x) in millimetres and
the three rows of the matrix that takes (x, y, z) indices to the patient in millimetres, right to left, back to front,
foot to head turned into NIfTI's.
"""

import io
import random
import struct
import zipfile
from pathlib import Path

import numpy as np
import pydicom
from nibabel.nicom.dicomwrappers import wrapper_from_data
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.pixel_data_handlers.util import apply_modality_lut
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

TO = Path(__file__).parent.parent / "dicom/src/test/resources/penumbra/dicom/series"
ROWS, COLUMNS = 4, 5
CT, ENHANCED_CT, MR, PET, DOSE = ("1.2.840.10008.5.1.4.1.1." + end for end in ("2", "2.1", "4", "128", "481.2"))


def image(kind, modality, series, instance, pixels, bits=16, signed=False):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = kind
    meta.MediaStorageSOPInstanceUID = f"2.25.{series}{instance:04d}"
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    data = FileDataset(None, {}, file_meta=meta, preamble=bytes(128))
    data.is_little_endian, data.is_implicit_VR = True, False
    data.SOPClassUID, data.SOPInstanceUID = kind, meta.MediaStorageSOPInstanceUID
    data.StudyInstanceUID, data.SeriesInstanceUID = "2.25.9", f"2.25.{series}"
    data.Modality, data.SeriesNumber, data.InstanceNumber = modality, series, instance
    data.SamplesPerPixel, data.PhotometricInterpretation = 1, "MONOCHROME2"
    data.Rows, data.Columns = ROWS, COLUMNS
    data.BitsAllocated, data.BitsStored, data.HighBit = bits, bits, bits - 1
    data.PixelRepresentation = int(signed)
    data.PixelData = pixels.tobytes()
    return data


def place(data, orientation, position, spacing):
    data.ImageOrientationPatient = [f"{v:.8f}"[:16] for v in orientation]
    data.ImagePositionPatient = [f"{v:.6f}"[:16] for v in position]
    data.PixelSpacing = list(spacing)


def normal(orientation):
    return np.cross(orientation[:3], orientation[3:])


def turned(degrees, axis):
    """The directions of rows and columns of an axial slice, turned about an axis of the patient."""
    a = np.radians(degrees)
    c, s = np.cos(a), np.sin(a)
    rotation = {"x": [[1, 0, 0], [0, c, -s], [0, s, c]], "z": [[c, -s, 0], [s, c, 0], [0, 0, 1]]}[axis]
    return np.concatenate([np.array(rotation)[:, 0], np.array(rotation)[:, 1]])


def shuffled(slices, seed):
    order = list(range(len(slices)))
    random.Random(seed).shuffle(order)
    return [slices[i] for i in order]


def write(name, files, volume, spacing, matrix):
    TO.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(TO / f"{name}.zip", "w", zipfile.ZIP_DEFLATED) as packed:
        for i, data in enumerate(files):
            out = io.BytesIO()
            pydicom.dcmwrite(out, data, write_like_original=False)
            packed.writestr(zipfile.ZipInfo(f"{name}/IM{i:02d}.dcm"), out.getvalue(), zipfile.ZIP_DEFLATED)
    np.save(TO / f"{name}.npy", np.ascontiguousarray(volume, np.float64))
    lines = [" ".join(repr(float(v)) for v in row) for row in [spacing, *matrix]]
    (TO / f"{name}.txt").write_text("\n".join(lines) + "\n")


def from_slices(name, slices, seed):
    """Sorted by NumPy, their places from what stands in the files."""
    up = normal(np.array(slices[0].ImageOrientationPatient, float))
    slices = sorted(slices, key=lambda s: np.dot(up, np.array(s.ImagePositionPatient, float)))
    volume = np.stack([apply_modality_lut(s.pixel_array, s) for s in slices])
    first, last = (np.array(s.ImagePositionPatient, float) for s in (slices[0], slices[-1]))
    step = (last - first) / (len(slices) - 1)
    orientation = np.array(slices[0].ImageOrientationPatient, float)
    row, column = (float(v) for v in slices[0].PixelSpacing)
    write(name, shuffled(slices, seed), volume, [np.dot(step, up), row, column],
          matrix(orientation[:3] * column, orientation[3:] * row, step, first))


def matrix(x, y, z, origin):
    """DICOM's patient has x to the left and y to the back, NIfTI's to the right and the front."""
    return np.diag([-1, -1, 1]) @ np.column_stack([x, y, z, origin])


def oblique(draw):
    orientation = turned(33, "x")
    slices = []
    for i in range(7):
        s = image(CT, "CT", 3, i + 1, draw.integers(0, 4096, (ROWS, COLUMNS), np.uint16))
        s.RescaleIntercept, s.RescaleSlope = "-1024", "1"
        # Numbered from head to foot: against the positions.
        place(s, orientation, np.array([-80.5, -60.25, 12]) - normal(orientation) * 2.5 * i, (0.7, 0.6))
        slices.append(s)
    from_slices("oblique", slices, 3)


def tilted(draw):
    """A tilted gantry: the table moves along z, the slices are turned about x."""
    slices = []
    for i in range(5):
        s = image(CT, "CT", 4, i + 1, draw.integers(-1024, 3000, (ROWS, COLUMNS), np.int16), signed=True)
        s.RescaleIntercept, s.RescaleSlope = "0", "1"
        place(s, turned(-15, "x"), [-100, -100, 3 * i], (0.5, 0.5))
        slices.append(s)
    from_slices("tilted", slices, 4)


def rescaled(draw):
    """Each slice with a slope of its own, as in PET."""
    slices = []
    for i in range(4):
        s = image(PET, "PT", 5, i + 1, draw.integers(0, 32768, (ROWS, COLUMNS), np.int16), signed=True)
        s.RescaleIntercept, s.RescaleSlope = "0", f"{0.25 * (i + 1)}"
        place(s, turned(0, "x"), [0, 0, 4 * i], (4, 4))
        slices.append(s)
    from_slices("rescaled", slices, 5)


def item(**values):
    data = Dataset()
    for key, value in values.items():
        setattr(data, key, value)
    return data


def enhanced(draw):
    """Frames that do not follow their places, a position and a rescale for each, the rest shared."""
    orientation, places = turned(20, "z"), [2, 0, 3, 1]
    pixels = draw.integers(0, 4096, (4, ROWS, COLUMNS), np.uint16)
    data = image(ENHANCED_CT, "CT", 6, 1, pixels)
    data.NumberOfFrames = 4
    data.SharedFunctionalGroupsSequence = Sequence([item(
        PixelMeasuresSequence=Sequence([item(PixelSpacing=[0.8, 0.9], SliceThickness="1")]),
        PlaneOrientationSequence=Sequence([item(ImageOrientationPatient=[f"{v:.8f}" for v in orientation])]))])
    up = normal(orientation)
    data.PerFrameFunctionalGroupsSequence = Sequence([item(
        PlanePositionSequence=Sequence([item(ImagePositionPatient=[f"{v:.6f}" for v in up * 1.5 * at + [5, 6, 7]])]),
        PixelValueTransformationSequence=Sequence([item(RescaleIntercept=-1000, RescaleSlope=at + 1, RescaleType="HU")]))
        for at in places])
    order = np.argsort(places)
    volume = np.stack([pixels[f].astype(float) * (places[f] + 1) - 1000 for f in order])
    # The directions as they were written, to eight digits.
    written = np.array([float(f"{v:.8f}") for v in orientation])
    write("enhanced", [data], volume, [1.5, 0.8, 0.9],
          matrix(written[:3] * 0.9, written[3:] * 0.8, normal(written) * 1.5, np.array([5, 6, 7])))


def dose(draw):
    """A dose grid, whose frames are told by their offsets; the first is the highest."""
    pixels = draw.integers(0, 65536, (3, ROWS, COLUMNS), np.uint16)
    data = image(DOSE, "RTDOSE", 7, 1, pixels)
    data.NumberOfFrames = 3
    data.FrameIncrementPointer = 0x3004000C
    data.GridFrameOffsetVector = [0, -2, -4]
    place(data, turned(0, "x"), [1, 2, 30], (3, 3))
    write("dose", [data], pixels[::-1], [2, 3, 3],
          matrix(np.array([3, 0, 0]), np.array([0, 3, 0]), np.array([0, 0, 2]), np.array([1, 2, 26])))


def scanner_header(**values):
    """The header of Siemens scanners in its newer form: names, each with values as text."""
    out = b"SV10\4\3\2\1" + struct.pack("<2I", len(values), 77)
    for name, (vr, *texts) in values.items():
        out += struct.pack("<64si4s3i", name.encode(), len(texts), vr.encode() + b"\0\0", 4, 6, 77)
        for text in texts + [""] * (6 - len(texts)):
            own = text.encode() + b"\0" if text else b""
            out += struct.pack("<4i", len(own), len(own), 77, len(own)) + own + bytes(-len(own) % 4)
    return out


def mosaic(draw, name="mosaic", side=1):
    """Seven slices beside each other in one picture of three times three; nibabel takes them apart."""
    orientation = turned(25, "x")
    pixels = draw.integers(0, 4096, (3 * ROWS, 3 * COLUMNS), np.uint16)
    data = image(MR, "MR", 8, 1, pixels)
    data.Rows, data.Columns = pixels.shape
    data.ImageType = ["ORIGINAL", "PRIMARY", "M", "ND", "MOSAIC"]
    data.SpacingBetweenSlices = "3.6"
    place(data, orientation, [-96, -80, -40], (3, 2))
    texts = [f"{side * v:.8f}" for v in normal(orientation)]
    data.add_new(0x00290010, "LO", "SIEMENS CSA HEADER")
    data.add_new(0x00291010, "OB", scanner_header(
        AcquisitionMatrixText=["SH", "4*5"], NumberOfImagesInMosaic=["US", "7"], SliceNormalVector=["FD", *texts]))
    taken = wrapper_from_data(data)
    volume, to = np.moveaxis(taken.get_data(), 2, 0), taken.affine
    step, first = to[:3, 2], to[:3, 3]
    if side < 0:
        volume, first, step = volume[::-1], first + 6 * step, -step
    write(name, [data], volume, [3.6, 3, 2], matrix(to[:3, 1], to[:3, 0], step, first))


def reversed_mosaic(draw):
    """The same, whose slices follow each other against the normal of their planes."""
    mosaic(draw, "reversed_mosaic", -1)


if __name__ == "__main__":
    for make in (oblique, tilted, rescaled, enhanced, dose, mosaic, reversed_mosaic):
        make(np.random.default_rng(len(make.__name__)))
        print(make.__name__)
