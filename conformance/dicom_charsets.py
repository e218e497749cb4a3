"""Writes what pydicom reads from text in DICOM's character sets: the golden data of CharacterSetTest.

    /usr/bin/python3 conformance/dicom_charsets.py

A line is the terms of (0008,0005), the value representation, the bytes in hexadecimal, and the values in hexadecimal UTF-8, parted by commas.
"""

import io
import pathlib
import struct
import warnings

import pydicom

TARGET = pathlib.Path(__file__).resolve().parents[1] / "dicom/src/test/resources/penumbra/dicom/charsets.tsv"
TAGS = {"PN": (0x0010, 0x0010), "LO": (0x0008, 0x1030), "LT": (0x0010, 0x4000), "UC": (0x0018, 0x9908)}

SINGLE = {  # number in the registry: Python's codec, a text of its script
    "100": ("iso8859_1", "Buc^Jérôme", "-A"),
    "101": ("iso8859_2", "Wałęsa^Żółć", "-B"),
    "109": ("iso8859_3", "Ĉapelo^Ŝuo", "-C"),
    "110": ("iso8859_4", "Šķēle^Ģirts", "-D"),
    "126": ("iso8859_7", "Διονυσιος", "-F"),
    "127": ("iso8859_6", "قباني^لنزار", "-G"),
    "138": ("iso8859_8", "שרון^דבורה", "-H"),
    "144": ("iso8859_5", "Люкceмбypг", "-L"),
    "148": ("iso8859_9", "Çavuşoğlu^İpek", "-M"),
    "166": ("iso8859_11", "สมชาย^ใจดี", "-T"),
}

EXTENDED = [  # terms, representation, bytes: PS3.5 annexes H, I and K, and others like them
    ("\\ISO 2022 IR 87", "PN", b"Yamada^Tarou=\x1b$B;3ED\x1b(B^\x1b$BB@O:\x1b(B=\x1b$B$d$^$@\x1b(B^\x1b$B$?$m$&\x1b(B"),
    ("ISO 2022 IR 13\\ISO 2022 IR 87", "PN", b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3=\x1b$B;3ED\x1b(J^\x1b$BB@O:\x1b(J=\x1b$B$d$^$@\x1b(J^\x1b$B$?$m$&\x1b(J"),
    ("\\ISO 2022 IR 149", "PN", b"Hong^Gildong=\x1b$)C\xfb\xf3^\x1b$)C\xd1\xce\xd4\xd7=\x1b$)C\xc8\xab^\x1b$)C\xb1\xe6\xb5\xbf"),
    ("\\ISO 2022 IR 149", "LT", b"\x1b$)C\xb1\xe8\xc8\xf1\xc1\xdf\r\n\x1b$)C\xb9\xab\xb0\xfa"),
    ("\\ISO 2022 IR 58", "PN", b"Zhang^XiaoDong=\x1b$)A\xd5\xc5^\x1b$)A\xd0\xa1\xb6\xab"),
    ("\\ISO 2022 IR 58", "LO", b"1.\x1b$)A\xb5\xda\xd2\xbb\xd0\xd0"),
    ("\\ISO 2022 IR 159", "PN", b"A^\x1b$(D0!0\"\x1b(B"),
    ("\\ISO 2022 IR 87\\ISO 2022 IR 159", "LO", b"\x1b$B;3\x1b$(D0!\x1b(B x"),
    ("ISO 2022 IR 13", "LO", b"\xb1\xb2\xb3 ABC"),
    ("ISO_IR 13", "PN", b"\xd4\xcf\xc0\xde^\xc0\xdb\xb3"),
    ("ISO 2022 IR 100\\ISO 2022 IR 144\\ISO 2022 IR 126", "PN", b"Dionysios=\x1b-L\xbb\xee\xda^\xd9=\x1b-F\xc4\xe9\xef"),
    ("ISO 2022 IR 6\\ISO 2022 IR 144", "LO", b"plain \x1b-L\xbb\xee\xda"),
    ("", "LO", b"Latin 1 by mistake: \xe9"),
    ("ISO_IR 6", "LO", b"one\\two \\ three "),
]


def cases():
    for number, (codec, text, escape) in SINGLE.items():
        for terms in (f"ISO_IR {number}", f"ISO 2022 IR {number}"):
            yield terms, "PN", text.encode(codec)
            yield terms, "LO", (text + "\\A\\ " + text[:3]).encode(codec)
        yield f"\\ISO 2022 IR {number}", "LO", b"a \x1b" + escape.encode() + text.replace("^", " ").encode(codec)
    for terms, codec in (("ISO_IR 192", "utf_8"), ("GB18030", "gb18030"), ("GBK", "gbk")):
        yield terms, "PN", "Wang^XiaoDong=王^小东".encode(codec)
        yield terms, "LO", "头颅\\平扫".encode(codec)
        yield terms, "LT", " 第一行。\r\n第二行\\。 ".encode(codec)
    yield from EXTENDED


def read(terms, vr, value):
    elements = [((0x0008, 0x0005), terms.encode()), (TAGS[vr], value)]
    data = b"".join(
        struct.pack("<HHI", *tag, len(text) + len(text) % 2) + text + b" " * (len(text) % 2)
        for tag, text in sorted(elements)
    )
    read = pydicom.dcmread(io.BytesIO(data), force=True)
    read.decode()
    found = read[TAGS[vr]].value
    values = [found] if isinstance(found, (str, pydicom.valuerep.PersonName)) else list(found)
    # pydicom 2.3 leaves the escape sequence of ISO 2022 IR 58 in the text.
    texts = [str(text).replace("\x1b$)A", "") for text in values]
    return [text.rstrip() if vr == "LT" else text.strip() for text in texts]


def main():
    warnings.simplefilter("ignore")
    lines = [
        "\t".join([terms, vr, value.hex(), ",".join(text.encode().hex() for text in read(terms, vr, value))])
        for terms, vr, value in cases()
    ]
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n", encoding="ascii")
    print(f"{len(lines)} texts read by pydicom {pydicom.__version__}")


if __name__ == "__main__":
    main()
