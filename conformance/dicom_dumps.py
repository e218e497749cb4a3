"""Writes digests of what pydicom reads from the files in ../shared/data/dicom: the golden data of RealDicomTest.

    /usr/bin/python3 conformance/dicom_dumps.py

A line is a file's name, its number of elements, and the first 16 digits of the SHA-256 of a listing of all elements, one a
line: path, value representation, and the value (text without padding, numbers as the bits of doubles, bytes as their digest).
Big-endian words, which pydicom leaves as they are, are turned.
"""

import hashlib
import pathlib
import struct
import warnings

import pydicom
from pydicom.encaps import generate_pixel_data_fragment
from pydicom.filebase import DicomBytesIO
from pydicom.multival import MultiValue

ROOT = pathlib.Path(__file__).resolve().parents[1]
TARGET = ROOT / "dicom/src/test/resources/penumbra/dicom/dumps.tsv"
FILES = ROOT.parent / "shared/data/dicom"
WITHOUT = {"no_meta.dcm"}  # begins one byte too early; nobody reads it
NUMBERS = ("US", "SS", "UL", "SL", "SV", "UV", "FL", "FD")
UNITS = {"OW": 2, "OF": 4, "OL": 4, "OD": 8, "OV": 8}


def digest(value):
    return hashlib.sha256(value).hexdigest()[:16]


def several(value):
    if value is None or value == "":
        return []
    return list(value) if isinstance(value, (list, MultiValue)) else [value]


def text(element):
    if element.VR in ("LT", "ST", "UT", "UR"):
        return str(element.value or "").replace("\0", " ").rstrip()
    numbers = element.VR in ("DS", "IS")
    values = [str(getattr(value, "original_string", value) if numbers else value) for value in several(element.value)]
    return "\\".join(value.replace("\0", " ").strip() for value in values)


def content(element, syntax):
    value = element.value
    if element.tag == 0x7FE00010 and syntax.is_encapsulated:
        table = 8 + struct.unpack("<I", value[4:8])[0]
        source = DicomBytesIO(value[table:])
        source.is_little_endian = True
        return " ".join(digest(fragment) for fragment in generate_pixel_data_fragment(source))
    if element.VR in NUMBERS:
        return " ".join(struct.pack(">d", number).hex() for number in several(value))
    if element.VR == "AT":
        return " ".join(f"{number:08x}" for number in several(value))
    if element.VR in ("OB", "OW", "OF", "OD", "OL", "OV", "UN"):
        unit = UNITS.get(element.VR, 1)
        value = value or b""
        if unit > 1 and not syntax.is_little_endian:
            value = b"".join(value[at : at + unit][::-1] for at in range(0, len(value), unit))
        return digest(value)
    return text(element)


def listing(path, data, syntax):
    for element in data:
        place = f"{path}({element.tag.group:04X},{element.tag.element:04X})"
        if element.VR == "SQ":
            yield f"{place} SQ {len(element.value)}"
            for number, item in enumerate(element.value):
                yield from listing(f"{place}[{number}].", item, syntax)
        else:
            yield f"{place} {element.VR.replace('OB or OW', 'OW')} {content(element, syntax)}"


def main():
    warnings.simplefilter("ignore")
    lines = []
    for file in sorted(FILES.glob("*.dcm")):
        if file.name not in WITHOUT:
            data = pydicom.dcmread(file)
            data.decode()
            rows = list(listing("", data, data.file_meta.TransferSyntaxUID))
            lines.append(f"{file.name}\t{len(rows)}\t{digest(chr(10).join(rows).encode())}")
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(lines)} files read by pydicom {pydicom.__version__}")


if __name__ == "__main__":
    main()
