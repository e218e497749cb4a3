"""Writes what gdcm and dcmtk decode from the files in ../shared/data/dicom: the golden data of RealPixelsTest.

    /usr/bin/python3 conformance/dicom_pixels.py

A line is a file's name, the type and shape of its stored values, the first 16 digits of the SHA-256 of their little-endian
bytes, all frames one behind the other, and the tools that give them. Values are masked to Bits Stored and their sign is
extended; a palette is looked up; colour is RGB. Where both tools decode a file, they must agree. Of JPEG 2000 with loss, which
decoders round differently, some 512 values at even distances stand in the place of the digest.
"""

import hashlib
import pathlib
import subprocess
import tempfile
import warnings

import numpy as np
import pydicom

ROOT = pathlib.Path(__file__).resolve().parents[1]
TARGET = ROOT / "dicom/src/test/resources/penumbra/dicom/pixel/pixels.tsv"
FILES = ROOT.parent / "shared/data/dicom"
# The number of frames is no number; the offset is wrong; the pixel data is cut off; no image.
NOT_READ = {"badVR.dcm", "no_meta.dcm", "MR_truncated.dcm", "reportsi.dcm"}
# gdcm 3.0.21 mixes up the bytes of 16-bit colour; pydicom agrees with dcmtk.
WRONG = {("SC_rgb_rle_16bit.dcm", "gdcmconv")}
LOSSY = "1.2.840.10008.1.2.4.91"
SAMPLED = 512
DCMTK = {
    "1.2.840.10008.1.2.4.5": "dcmdjpeg",
    "1.2.840.10008.1.2.4.7": "dcmdjpeg",
    "1.2.840.10008.1.2.4.8": "dcmdjpls",
    "1.2.840.10008.1.2.5": "dcmdrle",
    "1.2.840.10008.1.2.4.9": None,
}


def values(data):
    """The stored values of a native little-endian data set."""
    colour = data.SamplesPerPixel == 3
    signed = data.PixelRepresentation == 1 and not colour
    kind = f"<{'i' if signed else 'u'}{data.BitsAllocated // 8}"
    shape = (int(data.get("NumberOfFrames", 1) or 1), data.Rows, data.Columns)
    raw = np.frombuffer(data.PixelData, kind)[: int(np.prod(shape)) * data.SamplesPerPixel]
    if colour and data.PlanarConfiguration == 1:
        raw = raw.reshape(shape[0], 3, -1).swapaxes(1, 2)
    raw = raw.reshape(shape + (3,) if colour else shape)
    rest = data.BitsAllocated - data.BitsStored
    raw = (raw << (rest + data.BitsStored - 1 - data.HighBit)) >> rest if rest else raw
    if data.PhotometricInterpretation != "PALETTE COLOR":
        return raw
    tables = []
    for name in ("Red", "Green", "Blue"):
        entries, first, bits = data[f"{name}PaletteColorLookupTableDescriptor"].value
        table = np.frombuffer(data[f"{name}PaletteColorLookupTableData"].value, f"<u{bits // 8}")
        tables.append(table[np.clip(raw.astype(int) - first, 0, (entries or 65536) - 1)])
    return np.stack(tables, -1)


def native(tool, file, folder):
    """The data set as `tool` writes it, native and little-endian."""
    target = pathlib.Path(folder) / f"{tool}.dcm"
    target.unlink(missing_ok=True)
    command = {"gdcmconv": ["gdcmconv", "--raw", file, target], "dcmconv": ["dcmconv", "+te", file, target]}
    subprocess.run(command.get(tool, [tool, file, target]), check=True, capture_output=True)
    data = pydicom.dcmread(target)
    assert data.file_meta.TransferSyntaxUID.is_little_endian and not data.file_meta.TransferSyntaxUID.is_compressed
    return data


def main():
    lines = []
    for file in sorted(FILES.glob("*.dcm")):
        if file.name in NOT_READ:
            continue
        syntax = str(pydicom.dcmread(file, stop_before_pixels=True).file_meta.TransferSyntaxUID)
        dcmtk = next((tool for start, tool in DCMTK.items() if syntax.startswith(start)), "dcmconv")
        found = {}
        with tempfile.TemporaryDirectory() as folder:
            for tool in filter(None, ("gdcmconv", dcmtk)):
                if (file.name, tool) in WRONG:
                    continue
                data = native(tool, file, folder)
                if data.PhotometricInterpretation.startswith("YBR"):
                    continue  # gdcm leaves it so
                found[tool] = values(data)
        first = next(iter(found.values()))
        for tool, other in found.items():
            assert np.array_equal(first, other), f"{file.name}: {tool} differs in {(first != other).sum()} of {first.size}"
        array = np.ascontiguousarray(first)
        if syntax == LOSSY:
            content = " ".join(map(str, array.reshape(-1)[:: array.size // SAMPLED | 1]))
        else:
            content = hashlib.sha256(array.tobytes()).hexdigest()[:16]
        shape = "x".join(map(str, array.shape))
        lines.append("\t".join((file.name, array.dtype.name, shape, ",".join(found), content)))
        print(lines[-1][:100])
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("".join(line + "\n" for line in lines))


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    main()
