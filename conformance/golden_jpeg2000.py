"""Writes the golden data of penumbra.dicom.codec.jpeg2000.Jpeg2000Decoder: small codestreams of OpenJPEG with all its switches.

    /usr/bin/python3 conformance/golden_jpeg2000.py      # needs NumPy and libopenjp2.so.7

The library is called by ctypes, since no program gives access to the switches of the coding passes. Streams without loss must
give the input back; of those with loss, the samples are OpenJPEG's.

`jpeg2000.tsv` has a line a stream: name, rows, columns, samples per pixel, bits, 1 if signed, 1 if lossless, length of the
stream. `jpeg2000.bin.gz` is stream and samples (little-endian, pixel by pixel) one after the other, in the order of the lines.
"""

import ctypes
import gzip
import pathlib
import struct
import tempfile

import numpy as np

TARGET = pathlib.Path(__file__).resolve().parent.parent / "dicom/src/test/resources/penumbra/dicom/codec"
LIBRARY = ctypes.CDLL("libopenjp2.so.7")
for name in ("opj_image_create", "opj_create_compress", "opj_create_decompress", "opj_stream_create_default_file_stream"):
    getattr(LIBRARY, name).restype = ctypes.c_void_p
POINTER = ctypes.c_void_p
J2K, JP2 = 0, 2
# Offsets in opj_cparameters_t of version 2.5.
TILES, ALLOCATE, CODING_STYLE, LAYERS, SWITCHES, MIXED = 0, 20, 48, 4796, 5600, 18698


def image(rows, columns, samples, bits):
    """Slopes, an edge and noise, over the whole range of `bits`."""
    y, x, c = np.meshgrid(np.arange(rows), np.arange(columns), np.arange(samples), indexing="ij")
    noise = np.random.default_rng(1).random(y.shape)
    wave = np.sin(x / 3.1 + c) * np.cos(y / 4.3) * 0.3 + 0.4 + 0.25 * (x + y > (rows + columns) / 2 + 3 * c)
    return np.round(np.clip(wave + noise / 20, 0, 1) * ((1 << bits) - 1)).astype(np.int32)


class Component(ctypes.Structure):
    """opj_image_comp_t."""

    _fields_ = [(name, ctypes.c_uint32) for name in
                ("dx", "dy", "w", "h", "x0", "y0", "prec", "bpp", "sgnd", "resno_decoded", "factor")]
    _fields_ += [("data", ctypes.POINTER(ctypes.c_int32)), ("alpha", ctypes.c_uint16)]


class Image(ctypes.Structure):
    """opj_image_t."""

    _fields_ = [(name, ctypes.c_uint32) for name in ("x0", "y0", "x1", "y1", "numcomps")]
    _fields_ += [("color_space", ctypes.c_int32), ("comps", ctypes.POINTER(Component))]


def encode(pixels, bits, signed, format=J2K, lossy=False, passes=0, levels=3, block=(16, 16), order=0, style=0, tile=None,
           offset=(0, 0), precincts=(), rates=(0,), mixed=None, shift=0):
    rows, columns, samples = pixels.shape
    described = struct.pack("<9I", 1, 1, columns, rows, *offset, bits, bits, signed) * samples
    handle = LIBRARY.opj_image_create(samples, described, 1 if samples == 3 else 2)
    view = ctypes.cast(handle, ctypes.POINTER(Image)).contents
    view.x0, view.y0 = offset
    view.x1, view.y1 = offset[0] + columns, offset[1] + rows
    for band in range(samples):
        values = np.ascontiguousarray(pixels[:, :, band].astype(np.int32))
        ctypes.memmove(view.comps[band].data, values.ctypes.data, values.nbytes)
    parameters = ctypes.create_string_buffer(1 << 16)
    LIBRARY.opj_set_default_encoder_parameters(parameters)
    assert struct.unpack_from("<3I", parameters, SWITCHES) == (6, 64, 64), "another version of OpenJPEG"

    def put(at, form, *numbers):
        struct.pack_into("<" + form, parameters, at, *numbers)

    if tile:
        put(TILES, "5i", 1, 0, 0, *tile)
    put(CODING_STYLE, "2i", style, order)
    put(LAYERS, f"i{len(rates)}f", len(rates), *rates)
    put(ALLOCATE, "i", 1)
    put(SWITCHES, "7i", levels + 1, *block, passes, int(lossy), 0 if shift else -1, shift)
    if precincts:
        put(SWITCHES + 28, "i", len(precincts))
        put(SWITCHES + 32, f"{len(precincts)}i", *precincts)
        put(SWITCHES + 164, f"{len(precincts)}i", *precincts)
        put(CODING_STYLE, "i", style | 1)
    if mixed is None:
        mixed = samples == 3
    put(MIXED, "b", int(mixed))
    codec = LIBRARY.opj_create_compress(format)
    with tempfile.TemporaryDirectory() as folder:
        path = f"{folder}/stream".encode()
        stream = LIBRARY.opj_stream_create_default_file_stream(path, 0)
        ok = (LIBRARY.opj_setup_encoder(POINTER(codec), parameters, POINTER(handle))
              and LIBRARY.opj_start_compress(POINTER(codec), POINTER(handle), POINTER(stream))
              and LIBRARY.opj_encode(POINTER(codec), POINTER(stream))
              and LIBRARY.opj_end_compress(POINTER(codec), POINTER(stream)))
        LIBRARY.opj_stream_destroy(POINTER(stream))
        assert ok
        return pathlib.Path(path.decode()).read_bytes()


def decode(coded, format):
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "stream"
        path.write_bytes(coded)
        stream = LIBRARY.opj_stream_create_default_file_stream(str(path).encode(), 1)
        codec = LIBRARY.opj_create_decompress(format)
        parameters = ctypes.create_string_buffer(1 << 14)
        LIBRARY.opj_set_default_decoder_parameters(parameters)
        handle = POINTER()
        ok = (LIBRARY.opj_setup_decoder(POINTER(codec), parameters)
              and LIBRARY.opj_read_header(POINTER(stream), POINTER(codec), ctypes.byref(handle))
              and LIBRARY.opj_decode(POINTER(codec), POINTER(stream), handle))
        LIBRARY.opj_stream_destroy(POINTER(stream))
        assert ok
    view = ctypes.cast(handle, ctypes.POINTER(Image)).contents
    bands = []
    for i in range(view.numcomps):
        component = view.comps[i]
        bands.append(np.ctypeslib.as_array(component.data, (component.h, component.w)).copy())
    return np.stack(bands, -1)


def cases():
    grey8, grey16, colour = image(37, 29, 1, 8), image(37, 29, 1, 16), image(37, 29, 3, 8)
    signed = image(37, 29, 1, 12).astype(np.int32) - 2048
    yield "grey-8", grey8, 8, False, {}
    yield "grey-8-jp2", grey8, 8, False, {"format": JP2}
    yield "grey-12-signed", signed, 12, True, {}
    yield "grey-16", grey16, 16, False, {"levels": 4, "block": (64, 64)}
    yield "grey-16-no-level", grey16, 16, False, {"levels": 0}
    yield "grey-1", grey8 >> 7, 1, False, {}
    yield "one-pixel", grey16[:1, :1], 16, False, {"levels": 0}
    yield "one-row", grey16[:1], 16, False, {"levels": 0}
    yield "one-column", grey16[:, :1], 16, False, {"levels": 0}
    yield "colour-rct", colour, 8, False, {}
    yield "colour-rct-16", image(37, 29, 3, 16), 16, False, {"format": JP2}
    yield "colour-plain", colour, 8, False, {"mixed": False}
    for name, passes in (("bypass", 1), ("reset", 2), ("terminate", 4), ("causal", 8), ("predictable", 16), ("symbols", 32),
                         ("bypass-terminate", 5), ("all", 63)):
        yield f"passes-{name}", grey16, 16, False, {"passes": passes}
    for order, name in enumerate(("lrcp", "rlcp", "rpcl", "pcrl", "cprl")):
        yield f"order-{name}", colour, 8, False, {"order": order, "precincts": (16, 8), "block": (8, 8), "rates": (6, 3, 0),
                                                  "levels": 2, "style": 6}
    yield "tiles", grey16, 16, False, {"tile": (16, 11), "levels": 2, "block": (8, 8)}
    yield "tiles-offset", colour, 8, False, {"tile": (13, 17), "offset": (5, 3), "levels": 2, "order": 2}
    yield "tiles-narrow", grey16, 16, False, {"tile": (16, 12), "offset": (15, 11), "levels": 3}
    yield "lossy-tiles-narrow", grey8, 8, False, {"tile": (16, 12), "offset": (13, 9), "levels": 2, "lossy": True}
    yield "offset", grey16, 16, False, {"offset": (7, 9)}
    yield "narrow-blocks", grey8, 8, False, {"block": (4, 64)}
    yield "region", grey8, 8, False, {"shift": 9}
    yield "layers", grey16, 16, False, {"rates": (20, 10, 5, 2, 0), "style": 2}
    yield "lossy-8", grey8, 8, False, {"lossy": True, "rates": (4,)}
    yield "lossy-16", grey16, 16, False, {"lossy": True, "rates": (4,)}
    yield "lossy-signed", signed, 12, True, {"lossy": True, "rates": (3,), "levels": 4}
    yield "lossy-ict", colour, 8, False, {"lossy": True, "rates": (5,)}
    yield "lossy-tiles", grey8, 8, False, {"lossy": True, "rates": (3,), "tile": (16, 16), "offset": (3, 2)}
    yield "lossy-reversible", grey16, 16, False, {"rates": (4,)}
    yield "lossy-bypass", grey16, 16, False, {"lossy": True, "rates": (2,), "passes": 1}


def main():
    lines, content = [], b""
    for name, pixels, bits, signed, options in cases():
        coded = encode(pixels, bits, signed, **options)
        decoded = decode(coded, options.get("format", J2K))
        lossless = np.array_equal(decoded, pixels)
        assert lossless != name.startswith("lossy"), name
        rows, columns, samples = pixels.shape
        numbers = (rows, columns, samples, bits, int(signed), int(lossless), len(coded))
        lines.append("\t".join(map(str, (name,) + numbers)))
        content += coded + decoded.astype("<u1" if bits <= 8 else "<i2" if signed else "<u2").tobytes()
        print(lines[-1])
    (TARGET / "jpeg2000.tsv").write_text("".join(line + "\n" for line in lines))
    (TARGET / "jpeg2000.bin.gz").write_bytes(gzip.compress(content, 9, mtime=0))


if __name__ == "__main__":
    main()
