#!/usr/bin/env python3
"""Writes small files as other programs write them that are seldom met, and what they hold.

    /usr/bin/python3 conformance/odd_files.py

Needs tifffile, Pillow, OpenCV, nibabel and NumPy. The files lie beside those of formats.py, each with NAME.npy, the grey
values that a reader must give; those in the folder `damaged` are read leniently.
"""

import io
import struct
from pathlib import Path

import cv2
import nibabel
import numpy as np
import tifffile
from PIL import Image, ImageFile

from formats import HEIGHT, TO, WIDTH, grey, keep, values

DAMAGED = TO.parent / "damaged"


def imagej():
    """One directory, the other planes behind the first, as ImageJ writes above 4 GB."""
    cases = {
        "imagej-behind-uint8": ("u1", (5, 1, 1), "<"),
        "imagej-behind-uint16-big-endian": ("u2", (1, 4, 1), ">"),
        "imagej-behind-float32": ("f4", (1, 3, 1), "<"),
        "imagej-behind-hyperstack": ("u2", (2, 3, 2), ">"),
    }
    for name, (kind, (frames, slices, channels), order) in cases.items():
        data = values(kind, frames, slices, channels, HEIGHT, WIDTH)
        write(name, data, order, metadata={"axes": "TZCYX"})
    colours = values("u1", 1, 3, 1, HEIGHT, WIDTH, 3)
    write("imagej-behind-rgb", colours, "<", metadata={"axes": "TZCYXS"})
    keep("imagej-behind-rgb.tif", grey(colours[0, :, 0]))


def write(name, data, order, **options):
    with tifffile.TiffWriter(TO / (name + ".tif"), imagej=True, byteorder=order) as out:
        out.write(data, truncate=True, software=False, **options)
    read = tifffile.imread(TO / (name + ".tif"))
    assert len(tifffile.TiffFile(TO / (name + ".tif")).pages) == 1
    assert np.array_equal(read, np.squeeze(data), equal_nan=data.dtype.kind == "f"), (read.shape, data.shape)
    keep(name + ".tif", read)


def directory(entries, data, order):
    """A TIFF with one directory of (tag, type, values), whose tag 273 or 324 names the data, which comes last."""
    sizes = {1: "B", 3: "H", 4: "I", 5: "II"}
    at = 8 + 2 + 12 * len(entries) + 4
    fields, lists = b"", b""
    rooms = [struct.calcsize(order + sizes[kind] * (len(some) if kind != 5 else len(some) // 2)) for _, kind, some in entries]
    behind = at + sum(room for room in rooms if room > 4)
    for (tag, kind, some), room in zip(entries, rooms):
        if tag in (273, 324):
            some = [behind + offset for offset in some]
        packed = struct.pack(order + (sizes[kind][0] * len(some)), *some)
        count = len(some) if kind != 5 else len(some) // 2
        fields += struct.pack(order + "HHI", tag, kind, count)
        fields += packed.ljust(4, b"\0") if room <= 4 else struct.pack(order + "I", at + len(lists))
        lists += packed if room > 4 else b""
    start = struct.pack(order + "HI", 42, 8) + struct.pack(order + "H", len(entries))
    return (b"II" if order == "<" else b"MM") + start + fields + b"\0" * 4 + lists + data


def luminance():
    for across, down, order in [(2, 2, "<"), (2, 1, ">"), (4, 2, "<"), (1, 1, "<"), (1, 2, ">")]:
        rows = 8 if down < 4 else HEIGHT
        height, width = HEIGHT, WIDTH
        strips = []
        smooth = cv2.GaussianBlur(values("u1", height, width, 3), (0, 0), 3).astype(np.uint8)
        for top in range(0, height, rows):
            there = min(rows, height - top)
            strip = b""
            for y in range(0, there, down):
                for x in range(0, width, across):
                    block = [smooth[min(top + min(y + i, there - 1), height - 1), min(x + j, width - 1), 0]
                             for i in range(down) for j in range(across)]
                    strip += bytes(block) + bytes(smooth[top + y, x, 1:])
            strips.append(strip)
        offsets = np.cumsum([0] + [len(strip) for strip in strips[:-1]]).tolist()
        entries = [(256, 3, [width]), (257, 3, [height]), (258, 3, [8, 8, 8]), (259, 3, [1]), (262, 3, [6]), (273, 4, offsets),
                   (277, 3, [3]), (278, 3, [rows]), (279, 4, [len(strip) for strip in strips]), (530, 3, [across, down])]
        name = f"ycbcr-{across}x{down}.tif"
        (TO / name).write_bytes(directory(entries, b"".join(strips), order))
        colour = cv2.imread(str(TO / name), cv2.IMREAD_COLOR)
        assert colour is not None and colour.shape[:2] == (height, width), name
        keep(name, grey(colour[..., ::-1]))


def tiles():
    image = values("u2", 20, 40)
    parts, offsets = [], []
    for top in range(0, 20, 16):
        for left in range(0, 40, 16):
            tile = np.zeros((16, 16), "<u2")
            part = image[top:top + 16, left:left + 16]
            tile[:part.shape[0], :part.shape[1]] = part
            offsets.append(512 * len(parts))
            parts.append(tile.tobytes())
    entries = [(256, 3, [40]), (257, 3, [20]), (258, 3, [16]), (259, 3, [1]), (262, 3, [1]), (273, 4, offsets),
               (277, 3, [1]), (279, 4, [512] * len(parts)), (322, 3, [16]), (323, 3, [16])]
    (TO / "tiles-as-strips.tif").write_bytes(directory(entries, b"".join(parts), "<"))
    assert np.array_equal(cv2.imread(str(TO / "tiles-as-strips.tif"), cv2.IMREAD_UNCHANGED), image)
    keep("tiles-as-strips.tif", image)


def jpeg_in_tiff():
    colours = cv2.GaussianBlur(values("u1", 32, 48, 3), (0, 0), 4)
    Image.fromarray(colours).save(TO / "jpeg-rgb.tif", compression="jpeg", tiffinfo={262: 2})
    page = tifffile.TiffFile(TO / "jpeg-rgb.tif").pages[0]
    read = cv2.imread(str(TO / "jpeg-rgb.tif"), cv2.IMREAD_COLOR)
    assert page.photometric == 2 and np.abs(read[..., ::-1].astype(int) - colours).max() < 24
    keep("jpeg-rgb.tif", grey(read[..., ::-1]))


def bmps():
    pixels = values("u1")
    colours = values("u1", HEIGHT, WIDTH, 3)
    Image.fromarray(pixels).save(TO / "grey.bmp")
    keep("grey.bmp", pixels)
    Image.fromarray(colours).save(TO / "colour.bmp")
    keep("colour.bmp", grey(colours))
    bits = values("u1") > 8
    Image.fromarray(bits).save(TO / "bits.bmp")
    keep("bits.bmp", np.where(bits, 255, 0).astype(np.uint8))
    palette = Image.fromarray(colours).quantize(16)
    palette.save(TO / "palette.bmp")
    keep("palette.bmp", grey(np.asarray(palette.convert("RGB"))))
    Image.fromarray(np.dstack([colours, pixels])).save(TO / "alpha.bmp")
    keep("alpha.bmp", grey(colours))
    levels = np.repeat(np.arange(256, dtype=np.uint8), 3).reshape(256, 3)[:, ::-1]
    colours_of_grey = b"".join(bytes(level) + b"\0" for level in levels)
    runs = b""
    for row in pixels[::-1]:
        runs += bytes([0, 5]) + bytes(row[:5]) + b"\0"
        for value in row[5:]:
            runs += bytes([1, value])
        runs += b"\0\0"
    bmp("runs-of-8.bmp", 40, 8, 1, colours_of_grey, runs + b"\0\1")
    half = np.repeat(values("u1")[:, :10] % 16, 2, axis=1)[:, :WIDTH]
    runs = b""
    for row in half[::-1]:
        for x in range(0, WIDTH, 2):
            runs += bytes([min(2, WIDTH - x), row[x] << 4 | row[x]])
        runs += b"\0\0"
    bmp("runs-of-4.bmp", 40, 4, 2, b"".join(bytes([17 * i] * 3) + b"\0" for i in range(16)), runs + b"\0\1")
    words = values("u2")
    rows = b"".join(row.tobytes() + b"\0" * (-row.nbytes % 4) for row in words[::-1])
    bmp("555.bmp", 40, 16, 0, b"", rows)
    bmp("565.bmp", 40, 16, 3, struct.pack("<III", 0xF800, 0x7E0, 0x1F), rows)
    down = b"".join(row.tobytes() + b"\0" * (-row.nbytes % 4) for row in colours[..., ::-1])
    bmp("top-down.bmp", 40, 24, 0, b"", down, -HEIGHT)


def bmp(name, size, bits, packing, between, data, height=HEIGHT):
    header = struct.pack("<IiiHHIIiiII", size, WIDTH, height, 1, bits, packing, len(data), 0, 0, 0, 0)
    offset = 14 + len(header) + len(between)
    (TO / name).write_bytes(b"BM" + struct.pack("<IHHI", offset + len(data), 0, 0, offset) + header + between + data)
    keep(name, grey(np.asarray(Image.open(TO / name).convert("RGB"))))


def niftis():
    volume = (4, 5, 6)
    for kind in ["u1", "i2", "f4", "f8"]:
        for order in "<>":
            data = values(kind, *volume)
            header = nibabel.Nifti2Header(endianness=order)
            header.set_data_dtype(np.dtype(kind).newbyteorder(order))
            image = nibabel.Nifti2Image(data.transpose(), np.diag([0.5, 0.75, 2, 1]), header)
            name = f"nifti2-{np.dtype(kind).name}-{'little' if order == '<' else 'big'}.nii"
            nibabel.save(image, TO / name)
            keep(name, data)
    stored = values("i2", *volume)
    data = bytearray(nibabel.Nifti2Image(stored.transpose(), np.eye(4)).to_bytes())
    struct.pack_into("<dd", data, 176, 0.25, -1024.0)
    (TO / "nifti2-scaled.nii").write_bytes(data)
    keep("nifti2-scaled.nii", nibabel.Nifti2Image.from_bytes(bytes(data)).get_fdata().transpose())


def damaged():
    """What the decoders of others make of files that are not whole."""
    DAMAGED.mkdir(exist_ok=True)
    ImageFile.LOAD_TRUNCATED_IMAGES = True
    y, x = np.mgrid[:96, :128]
    picture = Image.fromarray((128 + 60 * np.sin(x / 11) + 50 * np.cos(y / 7)).astype(np.uint8))
    for progressive in [False, True]:
        out = io.BytesIO()
        picture.save(out, "jpeg", quality=80, progressive=progressive)
        whole = out.getvalue()
        kind = "progressive" if progressive else "baseline"
        scans = [i for i in range(len(whole) - 1) if whole[i] == 0xFF and whole[i + 1] == 0xDA]
        tables = [i for i in range(scans[0], len(whole) - 1) if whole[i] == 0xFF and whole[i + 1] == 0xC4]
        cuts = {"no-end": whole[:-2], "half": whole[:len(whole) * 2 // 3], "junk": whole[:20] + b"\1\2\3\4" + whole[20:]}
        if progressive:
            cuts["between-scans"] = whole[:tables[-1]]
        for name, cut in cuts.items():
            file = DAMAGED / f"{kind}-{name}.jpg"
            file.write_bytes(cut)
            pixels = cv2.imread(str(file), cv2.IMREAD_GRAYSCALE)
            if name == "between-scans":
                pixels = cv2.imdecode(np.frombuffer(cut + b"\xff\xd9", np.uint8), cv2.IMREAD_GRAYSCALE)
            np.save(str(file) + ".npy", pixels)


if __name__ == "__main__":
    imagej()
    luminance()
    tiles()
    jpeg_in_tiff()
    bmps()
    niftis()
    damaged()
