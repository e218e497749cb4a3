"""Writes the dictionary of data elements that Penumbra reads implicit files by, and names elements with.

The facts are those of DICOM PS3.6, chapters 6 and 7 (and PS3.7 annex E), as pydicom's tables have them:

    /usr/bin/python3 conformance/dictionary.py

A line is `TAG VR[/VR...] KEYWORD NAME`; an x in a tag stands for any hexadecimal digit. The lines are in the order of their
tags, those with an x behind the others.
"""

import pathlib

import pydicom
from pydicom.datadict import DicomDictionary, RepeatersDictionary

TARGET = pathlib.Path(__file__).resolve().parents[1] / "dicom/src/main/resources/penumbra/dicom/dictionary.txt"


def line(tag, entry):
    vr, _, name, _, keyword = entry
    return f"{tag} {vr.replace(' or ', '/')} {keyword} {name}".strip()


def main():
    entries = {f"{tag:08X}": entry for tag, entry in DicomDictionary.items()}
    entries.update({tag.replace("X", "x"): entry for tag, entry in RepeatersDictionary.items()})
    lines = [
        line(tag, entry)
        for tag, entry in sorted(entries.items(), key=lambda item: ("x" in item[0], item[0]))
        if entry[0] != "NONE" and entry[4]
    ]
    assert all(text.isascii() for text in lines)
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(lines)} entries from pydicom {pydicom.__version__}, {TARGET.stat().st_size} bytes")


if __name__ == "__main__":
    main()
