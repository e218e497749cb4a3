#!/usr/bin/env python3
"""Writes small files of the formats that Penumbra reads, by other people's programs, and what they hold.

    python3 conformance/formats.py

Needs tifffile, imagecodecs, Pillow, OpenCV, nibabel and NumPy. For each file there is NAME.npy beside it: the grey
values that a reader must give, in its type and shape; colour is turned into grey by Pillow's rule in whole numbers.
"""

import gzip
import io
import struct
import tarfile
import zipfile
from pathlib import Path

import cv2
import nibabel
import numpy as np
import tifffile
from PIL import Image

TO = Path(__file__).parent.parent / "io/src/test/resources/penumbra/io/formats"
HEIGHT, WIDTH = 11, 19


def values(dtype, *shape):
    """Ramps and extremes, seeded by the type alone."""
    dtype = np.dtype(dtype)
    shape = shape or (HEIGHT, WIDTH)
    n = int(np.prod(shape))
    draw = np.random.default_rng(dtype.num)
    if dtype.kind == "f":
        x = (np.arange(n) % 23) / 4 - 2
        x[:3] = [np.finfo(dtype).max, -0.0, np.finfo(dtype).tiny]
        return x.astype(dtype).reshape(shape)
    about = np.iinfo(dtype)
    x = (np.arange(n) % 17).astype(dtype)
    at = draw.integers(0, n, n // 3)
    x[at] = draw.integers(about.min, about.max, at.size, dtype=dtype, endpoint=True)
    x[:2] = [about.min, about.max]
    return x.reshape(shape)


def grey(rgb):
    r, g, b = (rgb[..., i].astype(np.int64) for i in range(3))
    return ((19595 * r + 38470 * g + 7471 * b + 32768) >> 16).astype(rgb.dtype)


def keep(name, expected):
    np.save(TO / (name + ".npy"), np.ascontiguousarray(expected))


def tiff(name, data, expected=None, **options):
    options.setdefault("photometric", "minisblack")
    tifffile.imwrite(TO / (name + ".tif"), data, metadata=None, software=False, **options)
    keep(name + ".tif", data if expected is None else expected)


def tiffs():
    for kind in ["u1", "i1", "u2", "i2", "u4", "i4", "i8", "f2", "f4", "f8"]:
        tiff(np.dtype(kind).name, values(kind))
    tiff("uint16-big-endian", values("u2"), byteorder=">")
    tiff("float32-big-endian", values("f4"), byteorder=">")
    tiff("bigtiff", values("u2"), bigtiff=True)
    tiff("bigtiff-big-endian", values("f8"), bigtiff=True, byteorder=">")
    for packing in ["lzw", "deflate", "packbits", "adobe_deflate"]:
        tiff("uint16-" + packing, values("u2"), compression=packing, rowsperstrip=4)
    tiff("uint8-lzw-predictor", values("u1"), compression="lzw", predictor=2)
    tiff("uint16-deflate-predictor", values("u2"), compression="deflate", predictor=2, rowsperstrip=3)
    tiff("uint16-big-endian-predictor", values("u2"), compression="deflate", predictor=2, byteorder=">")
    tiff("int32-lzw-predictor", values("i4"), compression="lzw", predictor=2)
    tiff("float32-deflate-predictor3", values("f4"), compression="deflate", predictor=3)
    tiff("float32-big-endian-predictor3", values("f4"), compression="deflate", predictor=3, byteorder=">")
    tiff("float64-lzw-predictor3", values("f8"), compression="lzw", predictor=3)
    tiff("uint16-tiles", values("u2", 37, 41), tile=(16, 16))
    tiff("uint8-tiles-deflate-predictor", values("u1", 37, 41), tile=(16, 32), compression="deflate", predictor=2)
    tiff("float32-tiles-lzw", values("f4", 20, 33), tile=(16, 16), compression="lzw")
    tiff("uint16-miniswhite", values("u2"), 65535 - values("u2"), photometric="miniswhite")
    tiff("uint8-miniswhite", values("u1"), 255 - values("u1"), photometric="miniswhite")
    for kind in ["u1", "u2"]:
        colour = values(kind, HEIGHT, WIDTH, 3)
        label = np.dtype(kind).name
        tiff(label + "-rgb", colour, grey(colour), photometric="rgb")
        planes = np.ascontiguousarray(np.moveaxis(colour, 2, 0))
        tiff(label + "-rgb-planar", planes, grey(colour), photometric="rgb", planarconfig="separate")
        tiff(label + "-rgb-lzw-predictor", colour, grey(colour), photometric="rgb", compression="lzw", predictor=2)
    rgba = values("u1", HEIGHT, WIDTH, 4)
    tiff("uint8-rgba", rgba, grey(rgba), photometric="rgb", extrasamples=["unassalpha"])
    tiles = values("u1", 20, 40, 3)
    tiff("uint8-rgb-tiles-planar", np.ascontiguousarray(np.moveaxis(tiles, 2, 0)), grey(tiles), photometric="rgb",
         planarconfig="separate", tile=(16, 16), compression="deflate")
    with tifffile.TiffWriter(TO / "uint8-grey-alpha.tif") as out:
        both = values("u1", HEIGHT, WIDTH, 2)
        out.write(both, photometric="minisblack", planarconfig="contig", extrasamples=["unassalpha"], metadata=None, software=False)
        keep("uint8-grey-alpha.tif", both[..., 0])
    stack = values("u2", 3, HEIGHT, WIDTH)
    tiff("uint16-pages", stack, compression="deflate", predictor=2)
    with tifffile.TiffWriter(TO / "pages-of-two-sizes.tif") as out:
        out.write(values("u1", 8, 9), metadata=None, software=False)
        out.write(values("u1", 4, 5), metadata=None, software=False)
    with tifffile.TiffWriter(TO / "uint8-thumbnail.tif") as out:
        out.write(values("u1"), metadata=None, software=False)
        out.write(values("u1", 4, 5), subfiletype=1, metadata=None, software=False)
        keep("uint8-thumbnail.tif", values("u1"))
    tiff("imagej", values("u2", 4, HEIGHT, WIDTH), imagej=True)
    pillow = {
        "pillow-1-bit": (Image.fromarray(values("u1") > 8), {}, np.where(values("u1") > 8, 255, 0)),
        "pillow-1-bit-group4": (Image.fromarray(values("u1") > 8), {"compression": "group4"}, None),
        "pillow-grey-lzw": (Image.fromarray(values("u1")), {"compression": "tiff_lzw"}, values("u1")),
        "pillow-grey-deflate": (Image.fromarray(values("u1")), {"compression": "tiff_adobe_deflate"}, values("u1")),
        "pillow-float": (Image.fromarray(values("f4")), {}, values("f4")),
        "pillow-int32": (Image.fromarray(values("i4")), {}, values("i4")),
    }
    for name, (image, options, expected) in pillow.items():
        image.save(TO / (name + ".tif"), **options)
        if expected is not None:
            keep(name + ".tif", expected if expected.dtype != np.int64 else expected.astype(np.uint8))
    palette = Image.fromarray(values("u1", HEIGHT, WIDTH, 3)).quantize(16)
    palette.save(TO / "pillow-palette.tif")
    keep("pillow-palette.tif", grey(np.asarray(palette.convert("RGB"))))
    for kind in ["u1", "u2", "f4"]:
        name = "opencv-" + np.dtype(kind).name
        cv2.imwrite(str(TO / (name + ".tif")), values(kind))
        keep(name + ".tif", values(kind))
    smooth = cv2.GaussianBlur(values("u1", 32, 48), (0, 0), 4)
    tifffile.imwrite(TO / "jpeg.tif", smooth, compression="jpeg", metadata=None, software=False)
    with open(TO / "jpeg.tif.raw", "wb") as out:
        np.save(out, smooth)


def niftis():
    volume = (4, 5, 6)
    for kind in ["u1", "i1", "u2", "i2", "u4", "i4", "i8", "f4", "f8"]:
        data = values(kind, *volume)
        image = nibabel.Nifti1Image(data.transpose(), np.diag([0.5, 0.75, 2, 1]), dtype=data.dtype)
        name = np.dtype(kind).name + ".nii"
        nibabel.save(image, TO / name)
        keep(name, data)
    image = nibabel.Nifti1Image(values("i2", *volume).transpose(), np.diag([0.5, 0.75, 2, 1]))
    (TO / "int16.nii.gz").write_bytes(gzip.compress(image.to_bytes(), 9, mtime=0))
    keep("int16.nii.gz", values("i2", *volume))
    nibabel.save(nibabel.Nifti1Image(values("i2", *volume).transpose(), np.eye(4)), TO / "pair.hdr")
    (TO / "pair.img").unlink()
    big = nibabel.Nifti1Header(endianness=">")
    big.set_data_dtype(">i2")
    nibabel.save(nibabel.Nifti1Image(values("i2", *volume).transpose(), np.eye(4), big), TO / "big-endian.nii")
    keep("big-endian.nii", values("i2", *volume))
    for name, slope, inter in [("scaled", 0.1, -1024.0), ("shifted", 1.0, -1024.0), ("same", 1.0, 0.0)]:
        stored = values("i2", *volume)
        image = nibabel.Nifti1Image(stored.transpose(), np.eye(4))
        data = bytearray(image.to_bytes())
        struct.pack_into("<ff", data, 112, slope, inter)
        (TO / (name + ".nii")).write_bytes(data)
        loaded = nibabel.Nifti1Image.from_bytes(bytes(data)).get_fdata().transpose()
        keep(name + ".nii", stored if name == "same" else loaded)
    image = nibabel.Nifti1Image(values("u1", HEIGHT, WIDTH).transpose(), np.diag([200, 100, 1, 1]))
    image.header.set_xyzt_units("micron")
    nibabel.save(image, TO / "plane.nii")
    keep("plane.nii", values("u1", HEIGHT, WIDTH))


def pnms():
    bits, bytes_, words = values("u1") > 8, values("u1"), values("u2")
    colour = values("u1", HEIGHT, WIDTH, 3)
    for name, image in [("bits.pbm", bits), ("grey.pgm", bytes_), ("colour.ppm", colour)]:
        Image.fromarray(image).save(TO / name)
    keep("bits.pbm", np.where(bits, 255, 0).astype(np.uint8))
    keep("grey.pgm", bytes_)
    keep("colour.ppm", grey(colour))
    cv2.imwrite(str(TO / "deep.pgm"), words)
    keep("deep.pgm", words)
    cv2.imwrite(str(TO / "deep.ppm"), cv2.cvtColor(values("u2", HEIGHT, WIDTH, 3), cv2.COLOR_RGB2BGR))
    keep("deep.ppm", grey(values("u2", HEIGHT, WIDTH, 3)))
    for name, image in [("text.pgm", bytes_), ("text.ppm", colour[..., ::-1])]:
        cv2.imwrite(str(TO / name), image, [cv2.IMWRITE_PXM_BINARY, 0])
    keep("text.pgm", bytes_)
    keep("text.ppm", grey(colour))
    (TO / "comments.pgm").write_bytes(b"P2 # one\n# two\n 3 #three\n2\n#four\n1000\n0 1\t2 1000 # five\n4\n5\n")
    keep("comments.pgm", np.array([[0, 1, 2], [1000, 4, 5]], np.uint16))
    (TO / "text.pbm").write_bytes(b"P1\n3 2\n101\n0 1 0\n")
    keep("text.pbm", np.array([[0, 255, 0], [255, 0, 255]], np.uint8))


def npzs():
    np.savez(TO / "one.npz", image=values("i2"))
    keep("one.npz", values("i2"))
    np.savez_compressed(TO / "two.npz", image=values("f4"), mask=values("u1"))
    keep("two.npz", values("u1"))


def png(seed):
    out = io.BytesIO()
    Image.fromarray(np.full((4, 4), seed, np.uint8)).save(out, "png")
    return out.getvalue()


def archives():
    members = {"chest/train/NORMAL/a.png": png(1), "chest/train/PNEUMONIA/b.png": png(2),
               "chest/test/NORMAL/c.png": png(3), "chest/chest/train/NORMAL/a.png": png(1),
               "__MACOSX/chest/train/NORMAL/._a.png": b"x", "chest/readme.txt": b"hello",
               "chest/" + 11 * "long-name-" + "/train/NORMAL/d.png": png(4)}
    for name, packing in [("set.zip", zipfile.ZIP_DEFLATED), ("stored.zip", zipfile.ZIP_STORED)]:
        with zipfile.ZipFile(TO / name, "w", packing) as out:
            for member, data in members.items():
                out.writestr(zipfile.ZipInfo(member), data, packing)
    for name, form in [("gnu.tar", tarfile.GNU_FORMAT), ("pax.tar", tarfile.PAX_FORMAT), ("ustar.tar", tarfile.USTAR_FORMAT)]:
        plain = io.BytesIO()
        with tarfile.open(fileobj=plain, mode="w", format=form) as out:
            for member, data in members.items():
                about = tarfile.TarInfo("./" + member)
                about.size = len(data)
                out.addfile(about, io.BytesIO(data))
        (TO / (name + ".gz")).write_bytes(gzip.compress(plain.getvalue(), 9, mtime=0))


if __name__ == "__main__":
    TO.mkdir(parents=True, exist_ok=True)
    for old in TO.iterdir():
        old.unlink()
    tiffs()
    niftis()
    pnms()
    npzs()
    archives()
