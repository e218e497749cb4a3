"""Writes the golden data of GreyPipelineTest: small DICOM files, and what pydicom and dcmtk make of their grey values.

    /usr/bin/python3 conformance/golden_dicom_grey.py

NAME.dcm is a picture of 8 x 8 pixels. NAME.tsv has a line for each pixel: the modality's value (pydicom's apply_modality_lut),
how light it is from 0 to 1 (pydicom's apply_voi_lut over its range), and dcmtk's level out of 65535 (dcm2pnm); '-' where an
oracle does not know the case. real.tsv has digests of pydicom's values of public files, where they are.
Of the two, dcmtk alone applies the polarity.
"""

import hashlib
import pathlib
import subprocess
import tempfile

import numpy as np
import pydicom
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.pixel_data_handlers.util import apply_modality_lut, apply_voi_lut
from pydicom.sequence import Sequence
from pydicom.uid import ExplicitVRLittleEndian

ROOT = pathlib.Path(__file__).resolve().parents[1]
TARGET = ROOT / "dicom/src/test/resources/penumbra/dicom/grey"
FILES = ROOT.parent / "shared/data/dicom"
REAL = [("CT_small", "<i4"), ("MR_small", "<i2"), ("mlut_18", "<u2"), ("vlut_04", "u1"), ("RG3_J2KR", "<u2")]
SIDE = 8


def ramp(low, high):
    """Values from low to high, evenly spread, all in 64 pixels."""
    return np.rint(np.linspace(low, high, SIDE * SIDE)).astype(np.int64).reshape(SIDE, SIDE)


def picture(values, stored, signed=False, allocated=16, photometric="MONOCHROME2", **more):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID = "1.2.840.10008.5.1.4.1.1.7"
    meta.MediaStorageSOPInstanceUID = "2.25.1"
    meta.TransferSyntaxUID = ExplicitVRLittleEndian
    ds = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    ds.is_little_endian = True
    ds.is_implicit_VR = False
    ds.SOPClassUID = meta.MediaStorageSOPClassUID
    ds.SOPInstanceUID = "2.25.1"
    ds.Modality = "OT"
    ds.Rows = ds.Columns = SIDE
    ds.SamplesPerPixel = 1
    ds.PhotometricInterpretation = photometric
    ds.BitsAllocated = allocated
    ds.BitsStored = stored
    ds.HighBit = stored - 1
    ds.PixelRepresentation = 1 if signed else 0
    for keyword, value in more.items():
        setattr(ds, keyword, value)
    kind = "int" if signed else "uint"
    data = values.astype(kind + str(allocated)).tobytes()
    ds.add_new("PixelData", "OW" if allocated > 8 else "OB", data)
    return ds


def table(entries, first, bits, explanation="", vr="US"):
    item = Dataset()
    count = len(entries)
    item.add_new("LUTDescriptor", "SS" if first < 0 else "US", [count % 65536, first, bits])
    if explanation:
        item.LUTExplanation = explanation
    if vr == "OB-in-OW":  # two entries of 8 bits to a word
        item.add_new("LUTData", "OW", np.array(entries, "uint8").tobytes())
    elif vr == "OW":
        item.add_new("LUTData", "OW", np.array(entries, "<u2").tobytes())
    else:
        item.add_new("LUTData", "US", [int(e) for e in entries])
    return Sequence([item])


def curve(count, top):
    return np.rint(top * np.sin(np.linspace(0, np.pi / 2, count))).astype(int)


CASES = {
    "linear": picture(
        ramp(-100, 1500), 16, True, RescaleSlope=1, RescaleIntercept=-1024, RescaleType="HU", WindowCenter=40, WindowWidth=400
    ),
    "narrowest": picture(ramp(0, 63), 12, WindowCenter=20, WindowWidth=1),
    "linear-exact": picture(ramp(0, 255), 8, False, 8, WindowCenter=100.5, WindowWidth=60.25, VOILUTFunction="LINEAR_EXACT"),
    "sigmoid": picture(ramp(0, 4095), 12, WindowCenter=2048, WindowWidth=1500, VOILUTFunction="SIGMOID"),
    "fractions": picture(ramp(0, 4095), 12, RescaleSlope="0.37", RescaleIntercept="-3.25", WindowCenter=700, WindowWidth=900),
    "wide": picture(ramp(0, 1 << 24), 32, False, 32, WindowCenter=8000000, WindowWidth=9000000),
    "monochrome1": picture(ramp(0, 1023), 10, photometric="MONOCHROME1", WindowCenter=550, WindowWidth=1024),
    "inverse-shape": picture(ramp(0, 1023), 10, PresentationLUTShape="INVERSE", WindowCenter=300, WindowWidth=500),
    "modality-table": picture(
        ramp(-120, 120), 12, True, ModalityLUTSequence=table(curve(200, 4000), -100, 16, vr="OW"), WindowCenter=2000, WindowWidth=4000
    ),
    "packed-table": picture(
        ramp(0, 255), 8, False, 8, ModalityLUTSequence=table(curve(256, 255), 0, 8, vr="OB-in-OW"), WindowCenter=128, WindowWidth=200
    ),
    "voi-table": picture(ramp(-200, 200), 16, True, VOILUTSequence=table(curve(256, 4095), -100, 12, "BONE")),
    "rescaled-voi-table": picture(
        ramp(0, 500), 12, RescaleSlope=2, RescaleIntercept=-100, VOILUTSequence=table(curve(512, 1000), 0, 10, vr="OW")
    ),
}


def dcmtk(file, ds):
    if "VOILUTSequence" in ds:
        view = ["+Wl", "1"]
    else:
        view = ["+Wi", "1"]
        if ds.get("VOILUTFunction") == "SIGMOID":
            view.append("+Wfs")
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "out.pgm"
        subprocess.run(["dcm2pnm", "-O", *view, "--write-16-bit-pnm", str(file), str(target)], check=True)
        data = target.read_bytes()
    tokens, rest = [], data
    while len(tokens) < 4:
        line, rest = rest.split(b"\n", 1)
        if not line.startswith(b"#"):
            tokens += line.split()
    if tokens[0] == b"P2":
        return np.array(rest.split(), int)
    return np.frombuffer(rest, ">u2" if int(tokens[3]) > 255 else "u1").astype(int)


def unpack(ds):
    """Brings packed entries into the form that pydicom knows."""
    for item in ds.get("ModalityLUTSequence") or []:
        if item["LUTData"].VR == "OW" and len(item.LUTData) < 2 * item.LUTDescriptor[0]:
            item.add_new("LUTData", "US", list(item.LUTData))


def lightness(ds, modality):
    shown = apply_voi_lut(modality, ds).astype(float)
    if "VOILUTSequence" in ds:
        return shown / ((1 << ds.VOILUTSequence[0].LUTDescriptor[2]) - 1)
    if "ModalityLUTSequence" in ds:
        low, high = 0, (1 << ds.ModalityLUTSequence[0].LUTDescriptor[2]) - 1
    elif ds.PixelRepresentation:
        low, high = -(1 << ds.BitsStored - 1), (1 << ds.BitsStored - 1) - 1
    else:
        low, high = 0, (1 << ds.BitsStored) - 1
    if "RescaleSlope" in ds:
        low, high = (end * float(ds.RescaleSlope) + float(ds.RescaleIntercept) for end in (low, high))
    return (shown - low) / (high - low)


def sha(array, kind):
    return hashlib.sha256(np.ascontiguousarray(array, kind).tobytes()).hexdigest()


def levels(ds, modality):
    shown = np.rint(lightness(ds, modality) * 65535)
    return 65535 - shown if ds.PhotometricInterpretation == "MONOCHROME1" else shown


def stored(ds):
    """pydicom 2 leaves what lies above the stored bits; the standard does not count it."""
    values = ds.pixel_array
    if ds.PixelRepresentation == 1:
        spare = ds.BitsAllocated - ds.BitsStored
        values = (values << spare) >> spare
    return values


def real():
    """Digests of values of the public files in ../shared/data/dicom."""
    lines = []
    for name, kind in REAL:
        ds = pydicom.dcmread(FILES / (name + ".dcm"))
        modality = apply_modality_lut(stored(ds), ds)
        lines.append(f"{name}\tmodality\t{sha(modality, kind)}")
        if "WindowCenter" in ds or "VOILUTSequence" in ds:
            lines.append(f"{name}\tdisplay\t{sha(levels(ds, modality), '<u2')}")
    (TARGET / "real.tsv").write_text("\n".join(lines) + "\n")


def main():
    TARGET.mkdir(parents=True, exist_ok=True)
    for name, ds in CASES.items():
        file = TARGET / (name + ".dcm")
        ds.save_as(file, write_like_original=False)
        ds = pydicom.dcmread(file)
        unpack(ds)
        modality = apply_modality_lut(ds.pixel_array, ds)
        light = lightness(ds, modality).ravel()
        known = ds.get("VOILUTFunction") != "LINEAR_EXACT"
        levels = dcmtk(file, ds) if known else ["-"] * SIDE * SIDE
        lines = [f"{float(m)!r}\t{float(v)!r}\t{d}" for m, v, d in zip(modality.ravel(), light, levels)]
        (TARGET / (name + ".tsv")).write_text("\n".join(lines) + "\n")
    real()


if __name__ == "__main__":
    main()
