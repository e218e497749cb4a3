"""Writes the seeds of module fuzz, into fuzz/corpus.

    /usr/bin/python3 conformance/fuzz_seeds.py       # needs NumPy, pydicom and Pillow

Seeds are small files of every form that a parser knows: those that the other scripts of this folder wrote for tests, the
ready-made recipes, and some that are made here. Frames stand behind six bytes that say what a data set says of them, as
penumbra.fuzz.FrameReadings tells.
Inputs that fuzzing found are named found-*; this script leaves them.
"""

import gzip
import io
import json
import pathlib
import struct
import tarfile
import zipfile
import zlib

import numpy as np
import pydicom
from PIL import Image
from pydicom._uid_dict import UID_dictionary
from pydicom.dataset import Dataset, FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate
from pydicom.sequence import Sequence

ROOT = pathlib.Path(__file__).resolve().parents[1]
CORPUS = ROOT / "fuzz/corpus"
FORMATS = ROOT / "io/src/test/resources/penumbra/io/formats"
DICOM = ROOT / "dicom/src/test/resources/penumbra/dicom"
RECIPES = ROOT / "imaging/src/main/resources/penumbra/imaging/recipe"
LONGEST = 2600
FRAMES = 24
SYNTAX = "1.2.840.10008.1.2"
# pydicom 2.3 does not know it.
UID_dictionary[SYNTAX + ".4.201"] = ("High-Throughput JPEG 2000 Lossless", "Transfer Syntax", "", "", "HTJ2KLossless")


def write(parser, name, content):
    folder = CORPUS / parser
    folder.mkdir(parents=True, exist_ok=True)
    (folder / name).write_bytes(content)


def copies():
    """The golden files of module io."""
    kinds = {".tif": "tiff", ".nii": "nifti", ".pbm": "pnm", ".pgm": "pnm", ".ppm": "pnm", ".npz": "npz", ".zip": "zip"}
    for file in sorted(FORMATS.iterdir()):
        parser = kinds.get(file.suffix)
        if file.name.endswith(".nii.gz"):
            parser = "nifti"
        elif file.name.endswith(".tar.gz"):
            parser = "tar"
        if parser and file.stat().st_size <= LONGEST:
            write(parser, file.name, file.read_bytes())


def ramp(dtype, *shape):
    return (np.arange(int(np.prod(shape))) * 7 % 251).astype(dtype).reshape(shape)


def chunk(name, content):
    return struct.pack(">I", len(content)) + name + content + struct.pack(">I", zlib.crc32(name + content))


def png(depth, kind, rows, *chunks, interlaced=0, width=5, height=4):
    header = struct.pack(">IIBBBBB", width, height, depth, kind, 0, 0, interlaced)
    body = b"".join(chunks) + chunk(b"IDAT", zlib.compress(rows))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + body + chunk(b"IEND", b"")


def pngs():
    samples = {0: 1, 2: 3, 3: 1, 4: 2, 6: 4}
    palette = chunk(b"PLTE", bytes(range(48)))
    for kind, depths in {0: (1, 2, 4, 8, 16), 2: (8, 16), 3: (1, 2, 4, 8), 4: (8, 16), 6: (8, 16)}.items():
        for depth in depths:
            length = (5 * samples[kind] * depth + 7) // 8
            rows = b"".join(bytes([y]) + bytes(y + x & 1 for x in range(length)) for y in range(4))
            write("png", f"kind-{kind}-depth-{depth}.png", png(depth, kind, rows, *[palette] * (kind == 3)))
    passes = [(1, 1), (1, 1), (1, 2), (2, 2), (2, 3), (2, 5), (2, 5)]
    rows = b"".join(b"\0" + bytes(range(w)) for h, w in passes for _ in range(h))
    write("png", "interlaced.png", png(8, 0, rows, interlaced=1))
    key = chunk(b"tRNS", b"\0\1") + chunk(b"gAMA", struct.pack(">I", 45455)) + chunk(b"tEXt", b"Title\0seed")
    write("png", "chunks.png", png(8, 0, (b"\1" + bytes(5)) * 4, key))


def jpegs():
    grey, rgb = Image.fromarray(ramp("u1", 17, 19)), Image.fromarray(ramp("u1", 17, 19, 3))
    pictures = {
        "grey": (grey, {}), "grey-progressive": (grey, {"progressive": True}), "colour": (rgb, {}),
        "colour-444": (rgb, {"subsampling": 0}), "colour-progressive": (rgb, {"progressive": True, "optimize": True}),
        "colour-422": (rgb, {"subsampling": 1}), "inks": (rgb.convert("CMYK"), {}),
        "commented": (grey, {"comment": b"seed", "dpi": (72, 72), "icc_profile": b"none"}),
    }
    for name, (picture, options) in pictures.items():
        out = io.BytesIO()
        picture.save(out, "JPEG", quality=60, **options)
        write("jpeg", name + ".jpg", out.getvalue())


def arrays():
    out = {}
    for dtype in ("u1", "i1", "<u2", ">u2", "<i2", "<u4", "<i4", ">i4", "<i8", "<f4", ">f4", "<f8", "?"):
        out[dtype.replace("<", "").replace(">", "big-").replace("?", "bool")] = ramp(dtype, 3, 4)
    out |= {"fortran": np.asfortranarray(ramp("<u2", 3, 4)), "volume": ramp("u1", 2, 3, 4), "line": ramp("u1", 5),
            "number": np.array(3.0), "empty": ramp("u1", 0, 4), "half": ramp("<f2", 3, 4)}
    for name, array in out.items():
        buffer = io.BytesIO()
        np.save(buffer, array)
        write("npy", name + ".npy", buffer.getvalue())
    for version in ((2, 0), (3, 0)):
        buffer = io.BytesIO()
        np.lib.format.write_array(buffer, ramp("<u2", 3, 4), version)
        write("npy", f"version-{version[0]}.npy", buffer.getvalue())
    for name, save in {"stored": np.savez, "packed": np.savez_compressed}.items():
        buffer = io.BytesIO()
        save(buffer, image=ramp("<u2", 3, 4))
        write("npz", name + ".npz", buffer.getvalue())


def archives():
    scan = png(8, 0, (b"\0" + bytes(range(5))) * 4)
    npy = io.BytesIO()
    np.save(npy, ramp("u1", 2, 3))
    members = {"train/NORMAL/a.png": scan, "train/NORMAL/again/a.png": scan, "b.npy": npy.getvalue(), "c.txt": b"text"}
    for kind in ("plain", "packed"):
        buffer = io.BytesIO()
        with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED if kind == "plain" else zipfile.ZIP_DEFLATED) as archive:
            for name, content in members.items():
                archive.writestr(name, content)
        write("zip", kind + ".zip", buffer.getvalue())
    for name, form in {"gnu": tarfile.GNU_FORMAT, "pax": tarfile.PAX_FORMAT, "ustar": tarfile.USTAR_FORMAT}.items():
        buffer = io.BytesIO()
        with tarfile.open(fileobj=buffer, mode="w", format=form) as archive:
            for member, content in members.items():
                long = name != "ustar" and member.startswith("train")
                entry = tarfile.TarInfo("folder/" * 30 + member if long else member)
                entry.size = len(content)
                archive.addfile(entry, io.BytesIO(content))
            link = tarfile.TarInfo("link")
            link.type, link.linkname = tarfile.SYMTYPE, "b.npy"
            archive.addfile(link)
        content = buffer.getvalue().rstrip(b"\0")
        content += bytes(-len(content) % 512 + 1024)
        write("tar", name + ".tar", content)
        write("tar", name + ".tar.gz", gzip.compress(content, mtime=0))


def form(rows, columns, samples, allocated, stored, signed=0):
    return bytes([rows - 1, columns - 1, samples == 3, (8, 16, 32).index(allocated), stored - 1, signed])


def frames():
    """Coded frames of the codecs' golden data: the smaller, spread over all kinds. Gives some of each."""
    found = {}
    for codec, packed in {"jpeg": True, "jpeg2000": True, "htj2k": True, "jpeg-ls": False, "rle": False}.items():
        is_2000 = codec in ("jpeg2000", "htj2k")
        data = (DICOM / f"codec/{codec}.bin{'.gz' if packed else ''}").read_bytes()
        data = gzip.decompress(data) if packed else data
        at, kept = 0, []
        for line in (DICOM / f"codec/{codec}.tsv").read_text().splitlines():
            name, *numbers = line.split("\t")
            numbers = [int(number) for number in numbers[: 7 if is_2000 else 6]]
            rows, columns, samples = numbers[:3]
            length, signed = numbers[6 if is_2000 else 5], 0
            if is_2000:
                stored, signed = numbers[3], numbers[4]
                allocated = 8 if stored <= 8 else 16
            else:
                allocated, stored = numbers[3], numbers[4]
            coded = data[at : at + length]
            at += length
            if packed:
                at += rows * columns * samples * allocated // 8
            if rows <= 128 and columns <= 128 and length <= LONGEST:
                title = f"{name} {rows}x{columns}x{samples} {stored} of {allocated}".replace("=", "-").replace(" ", "-")
                kept.append((title, form(rows, columns, samples, allocated, stored, signed), coded))
        spread = [kept[i * len(kept) // FRAMES] for i in range(FRAMES)] if len(kept) > FRAMES else kept
        parser = {"jpeg2000": "dicom-jpeg-2000"}.get(codec, "dicom-" + codec)
        for title, head, coded in spread:
            write(parser, title, head + coded)
        found[codec] = spread
    return found


def image(syntax, rows=4, columns=6, samples=1, allocated=16, stored=None, photometric="MONOCHROME2", **more):
    meta = FileMetaDataset()
    meta.MediaStorageSOPClassUID, meta.MediaStorageSOPInstanceUID = "1.2.840.10008.5.1.4.1.1.7", "2.25.1"
    meta.TransferSyntaxUID = syntax
    data = FileDataset("", {}, file_meta=meta, preamble=bytes(128))
    data.is_little_endian, data.is_implicit_VR = not syntax.endswith("1.2.2"), syntax == SYNTAX
    data.SOPClassUID, data.SOPInstanceUID, data.Modality = meta.MediaStorageSOPClassUID, "2.25.1", "OT"
    data.Rows, data.Columns, data.SamplesPerPixel, data.PhotometricInterpretation = rows, columns, samples, photometric
    data.BitsAllocated, data.BitsStored = allocated, stored or allocated
    data.HighBit, data.PixelRepresentation = data.BitsStored - 1, 0
    if samples == 3:
        data.PlanarConfiguration = more.pop("planar", 0)
    for keyword, value in more.items():
        setattr(data, keyword, value)
    return data


def saved(data):
    buffer = io.BytesIO()
    data.save_as(buffer, write_like_original=False)
    return buffer.getvalue()


def with_pixels(data, content, vr="OW"):
    data.add_new("PixelData", vr, content)
    if data.file_meta.TransferSyntaxUID.is_encapsulated:
        data["PixelData"].is_undefined_length = True
    return data


def item(**values):
    data = Dataset()
    for keyword, value in values.items():
        setattr(data, keyword, value)
    return data


def headers():
    """Data sets of each encoding, with sequences, private elements and names in other scripts."""
    for name, ending in {"implicit": "", "explicit": ".1", "big": ".2", "deflated": ".1.99"}.items():
        data = image(SYNTAX + ending)
        data.SpecificCharacterSet = ["", "ISO 2022 IR 87"] if name == "explicit" else "ISO_IR 192"
        data.PatientName, data.PatientID = "Doe^Jane", "1"
        data.PatientBirthDate, data.StudyDate, data.StudyTime = "19700101", "20200101", "120000"
        data.StudyInstanceUID, data.SeriesInstanceUID = "2.25.2", "2.25.3"
        data.PixelSpacing, data.InstanceNumber = ["0.5", "0.25"], "1"
        inner = item(ReferencedSOPClassUID="1.2.840.10008.5.1.4.1.1.7", ReferencedSOPInstanceUID="2.25.4")
        data.SourceImageSequence = Sequence([item(PurposeOfReferenceCodeSequence=Sequence([inner])), inner])
        data.private_block(0x0009, "SEED", create=True).add_new(1, "UN" if name == "explicit" else "LO", b"private!"
                                                                if name == "explicit" else "private!")
        with_pixels(data, ramp("u1", 48).tobytes())
        write("dicom", name + ".dcm", saved(data))
        data["SourceImageSequence"].is_undefined_length = True
        for inside in data.SourceImageSequence:
            inside.is_undefined_length_sequence_item = True
        whole = saved(data)
        write("dicom", name + "-undefined.dcm", whole)
        if name in ("implicit", "explicit"):
            write("dicom", name + "-bare.dcm", whole[whole.index(b"\x08\0\x05\0"):])


def odd(coded):
    """Files that are odd in one way: beginnings, lengths, sequences, and containers of pixels."""
    data = image(SYNTAX + ".1")
    data.PatientName, data.PatientID, data.StudyDescription = "Doe^Jane", "1", "seed"
    whole = saved(with_pixels(data, ramp("u1", 48).tobytes()))
    patient = whole.index(b"\x10\0\x10\0PN")
    pixel = whole.index(b"\xe0\x7f\x10\0OW")
    starts = {"no-preamble": whole[128:], "no-magic": whole[:128] + whole[132:], "meta-first": whole[132:],
              "gzip": gzip.compress(whole, mtime=0), "two-preambles": whole[:whole.index(b"\x08\0")] + whole}
    stray = bytes.fromhex("feff00e000000000")
    sequence = bytes.fromhex("080040115351 0000")
    put = {
        "stray-item": sequence + struct.pack("<I", 0) + stray,
        "text-as-sequence": sequence + struct.pack("<I", 6) + b"abcdef",
        "long-item": sequence + struct.pack("<I", 8) + stray[:4] + struct.pack("<I", 400),
        "long-sequence": sequence + struct.pack("<I", 40000) + stray,
        "open-junk": sequence + b"\xff" * 4 + stray + b"junk in an item" + bytes.fromhex("feffdde000000000"),
        "short-length": b"\x09\0\x10\x10UN" + struct.pack("<H", 6) + b"abcdef",
        "wide-length": b"\x09\0\x10\x10LO" + struct.pack("<HI", 0, 6) + b"abcdef",
        "blank": b"\x09\0\x10\x10  " + struct.pack("<H", 6) + b"abcdef",
        "junk": b"~~~~~~~",
        "beyond": b"\x09\0\x10\x10OB" + struct.pack("<HI", 0, 1 << 30) + b"abcdef",
    }
    for name, bytes_put in put.items():
        starts[name] = whole[:patient] + bytes_put + whole[patient:]
    starts["open-pixels"] = whole[:pixel + 8] + b"\xff" * 4 + whole[pixel + 12:]
    for codec in ("rle", "jpeg", "jpeg2000"):
        title, head, frame = next(one for one in coded[codec] if not one[1][2])
        frame += b"\0" * (len(frame) % 2)
        of = image(SYNTAX + ".1", head[0] + 1, head[1] + 1, 1, (8, 16, 32)[head[3]], head[4] + 1)
        plain = saved(with_pixels(of, frame, "OB"))
        starts[f"{codec}-no-items"] = plain
        at = plain.index(b"\xe0\x7f\x10\0OB")
        items = stray + stray[:4] + struct.pack("<I", len(frame)) + frame
        starts[f"{codec}-in-items"] = plain[:at + 8] + b"\xff" * 4 + items
    for name, content in starts.items():
        write("dicom", f"odd-{name}.dcm", content)
        write("dicom-pixels", f"odd-{name}.dcm", content)


def pixels(coded):
    for file in sorted((DICOM / "grey").glob("*.dcm")):
        write("dicom-pixels", file.name, file.read_bytes())
    explicit = SYNTAX + ".1"
    grey = {"8": (8, 8), "12": (16, 12), "16": (16, 16), "32": (32, 32)}
    for name, (allocated, stored) in grey.items():
        data = image(explicit, allocated=allocated, stored=stored)
        write("dicom-pixels", f"grey-{name}.dcm", saved(with_pixels(data, ramp("u1", 3 * allocated).tobytes())))
    bits = image(explicit, rows=8, columns=8, allocated=1)
    write("dicom-pixels", "bits.dcm", saved(with_pixels(bits, bytes(range(8)), "OB")))
    for photometric, planar, size in (("RGB", 0, 72), ("RGB", 1, 72), ("YBR_FULL", 0, 72), ("YBR_FULL_422", 0, 48)):
        data = image(explicit, samples=3, allocated=8, photometric=photometric, planar=planar)
        write("dicom-pixels", f"{photometric.lower()}-{planar}.dcm", saved(with_pixels(data, bytes(range(size)), "OB")))
    palette = image(explicit, allocated=8, photometric="PALETTE COLOR")
    for colour in ("Red", "Green", "Blue"):
        palette.add_new(f"{colour}PaletteColorLookupTableDescriptor", "US", [16, 0, 16])
        palette.add_new(f"{colour}PaletteColorLookupTableData", "OW", ramp("u1", 32).tobytes())
    write("dicom-pixels", "palette.dcm", saved(with_pixels(palette, bytes(i % 16 for i in range(24)), "OB")))
    segmented = image(explicit, allocated=8, photometric="PALETTE COLOR")
    for colour in ("Red", "Green", "Blue"):
        segmented.add_new(f"{colour}PaletteColorLookupTableDescriptor", "US", [16, 0, 16])
        segments = struct.pack("<9H", 0, 2, 1, 500, 1, 6, 60000, 1, 8) + struct.pack("<H", 7)
        segmented.add_new(f"Segmented{colour}PaletteColorLookupTableData", "OW", segments)
    write("dicom-pixels", "segmented.dcm", saved(with_pixels(segmented, bytes(i % 16 for i in range(24)), "OB")))
    floats = image(explicit, allocated=32)
    floats.add_new("FloatPixelData", "OF", ramp("<f4", 24).tobytes())
    write("dicom-pixels", "float.dcm", saved(floats))
    several = image(explicit, allocated=8, NumberOfFrames=3)
    shared = item(PixelMeasuresSequence=Sequence([item(PixelSpacing=["1", "2"])]))
    each = [item(PixelValueTransformationSequence=Sequence([item(RescaleSlope=str(i), RescaleIntercept="-1")]))
            for i in (1, 2, 3)]
    several.SharedFunctionalGroupsSequence, several.PerFrameFunctionalGroupsSequence = Sequence([shared]), Sequence(each)
    write("dicom-pixels", "frames.dcm", saved(with_pixels(several, bytes(range(72)), "OB")))
    syntaxes = {"jpeg": ".4.70", "jpeg2000": ".4.90", "htj2k": ".4.201", "jpeg-ls": ".4.80", "rle": ".5"}
    for codec, ending in syntaxes.items():
        for title, head, frame in coded[codec][:: max(1, len(coded[codec]) // 4)]:
            samples = 3 if head[2] else 1
            data = image(SYNTAX + ending, head[0] + 1, head[1] + 1, samples, (8, 16, 32)[head[3]], head[4] + 1,
                         "RGB" if samples == 3 else "MONOCHROME2", NumberOfFrames=2)
            whole = frame + b"\0" * (len(frame) % 2)
            content = encapsulate([whole, whole], has_bot=codec != "rle")
            write("dicom-pixels", f"{codec}-{title}.dcm", saved(with_pixels(data, content, "OB")))


def recipes():
    for file in sorted(RECIPES.glob("*.yaml")):
        write("recipe", file.name, file.read_bytes())
    write("recipe", "recipe.json", json.dumps({
        "penumbra": 1, "name": "seed", "description": "Of each field one.",
        "input": {"values": "display", "window": "40/400", "frame": 1, "lenient": True, "invert": False},
        "steps": [{"gaussian": {"sigma": [1, 2]}}, "sobel-magnitude"],
        "outputs": [{"name": "edges", "steps": [{"threshold": {"value": 150}}], "format": "png", "path": "{folder}/{stem}-{name}"}],
        "histogram": {"bins": 256, "min": 0, "max": 255}}, indent=1).encode())


def main():
    for file in CORPUS.glob("*/*"):
        if not file.name.startswith("found-"):
            file.unlink()
    copies()
    pngs()
    jpegs()
    arrays()
    archives()
    headers()
    coded = frames()
    odd(coded)
    pixels(coded)
    recipes()


if __name__ == "__main__":
    main()
