"""Writes the golden data of High-Throughput JPEG 2000: small codestreams of OpenJPH and of our own encoder.

    /usr/bin/python3 conformance/golden_htj2k.py      # needs NumPy, ojph_compress (OpenJPH 0.9) and libopenjp2.so.7

OpenJPEG decodes every stream. Those without loss must give the input back. OpenJPH writes cleanup passes only; streams with
the passes that refine, with placeholders, layers and mixed components are htj2k_streams.py's. What OpenJPEG cannot read of
these must have the samples of a stream that says the same in a plainer way, which it reads.

`htj2k.tsv` and `htj2k.bin.gz` are laid out as golden_jpeg2000.py says.
"""

import gzip
import pathlib
import struct
import subprocess
import tempfile

import numpy as np

import golden_jpeg2000
import htj2k_streams as ht
from golden_jpeg2000 import TARGET, image


def openjph(pixels, bits, signed, *options):
    rows, columns, samples = pixels.shape
    middle = 1 << (bits - 1) if signed else 0
    with tempfile.TemporaryDirectory() as folder:
        target = pathlib.Path(folder) / "out.j2c"
        source = pathlib.Path(folder) / ("in.pgm" if samples == 1 else "in.ppm")
        head = f"P{5 if samples == 1 else 6}\n{columns} {rows}\n{(1 << bits) - 1}\n"
        source.write_bytes(head.encode() + (pixels + middle).astype("u1" if bits <= 8 else ">u2").tobytes())
        done = subprocess.run(["ojph_compress", "-i", source, "-o", target, *options], capture_output=True, text=True)
        assert target.exists(), (options, done.stdout, done.stderr)
        coded = bytearray(target.read_bytes())
    if signed:
        # OpenJPH reads no signed samples. The coefficients are the same; only the marker SIZ tells.
        assert samples == 1
        coded[42] |= 0x80
    return bytes(coded)


def jph(coded, rows, columns, samples, bits):
    """The boxes of a JPH file around a codestream."""

    def box(kind, content):
        return struct.pack(">I", len(content) + 8) + kind + content

    header = box(b"ihdr", struct.pack(">IIHBBBB", rows, columns, samples, bits - 1, 7, 0, 0))
    header += box(b"colr", struct.pack(">BBBI", 1, 0, 0, 17))
    return (box(b"jP  ", b"\r\n\x87\n") + box(b"ftyp", b"jph \0\0\0\0jph ") + box(b"jp2h", header) + box(b"jp2c", coded))


def plain():
    """Streams of OpenJPH."""
    grey8, grey12, grey16 = (image(37, 29, 1, bits) for bits in (8, 12, 16))
    colour = image(37, 29, 3, 8)
    reversible = ("-reversible", "true")
    sparse = np.full((70, 150, 1), 2048)
    sparse[::9, ::13] = 2100
    sparse[40, 20:60] = 4095
    for bits, pixels in ((8, grey8), (10, image(37, 29, 1, 10)), (12, grey12), (16, grey16)):
        yield f"grey-{bits}", pixels, bits, False, reversible
    yield "grey-12-signed", grey12 - 2048, 12, True, reversible
    yield "grey-8-signed", grey8 - 128, 8, True, reversible
    yield "one-pixel", grey16[:1, :1], 16, False, reversible + ("-num_decomps", "0")
    yield "one-row", grey16[:1], 16, False, reversible + ("-num_decomps", "1")
    yield "one-column", grey16[:, :1], 16, False, reversible + ("-num_decomps", "1")
    yield "sparse", sparse, 12, False, reversible + ("-num_decomps", "0")
    yield "flat", sparse * 0 + 128, 8, False, reversible
    yield "colour-rct", colour, 8, False, reversible
    yield "colour-plain", colour, 8, False, reversible + ("-colour_trans", "false")
    yield "colour-rct-16", image(37, 29, 3, 16), 16, False, reversible
    for levels in (0, 1, 3, 6):
        yield f"levels-{levels}", grey16, 16, False, reversible + ("-num_decomps", str(levels))
    large = image(75, 70, 1, 12)
    for block in ("4,4", "4,1024", "1024,4", "8,16", "32,32", "64,64"):
        yield f"blocks-{block}", large, 12, False, reversible + ("-block_size", f"{{{block}}}")
    for order in ("LRCP", "RLCP", "RPCL", "PCRL", "CPRL"):
        yield (f"order-{order.lower()}", colour, 8, False, reversible + (
            "-prog_order", order, "-precincts", "{8,16},{16,8}", "-block_size", "{8,8}", "-num_decomps", "2"))
    yield "tiles", grey16, 16, False, reversible + ("-tile_size", "{16,11}", "-num_decomps", "2")
    yield "tiles-offset", colour, 8, False, reversible + (
        "-tile_size", "{13,17}", "-image_offset", "{5,3}", "-num_decomps", "2")
    yield "offset", grey16, 16, False, reversible + ("-image_offset", "{7,9}")
    for step in ("0.00001", "0.002", "0.05"):
        yield f"irreversible-{step}", image(37, 29, 1, 8), 8, False, ("-qstep", step)
    yield "irreversible-16", grey16, 16, False, ("-qstep", "0.0005")
    yield "irreversible-signed", grey12 - 2048, 12, True, ("-qstep", "0.001")
    yield "irreversible-ict", colour, 8, False, ("-qstep", "0.01")
    yield "irreversible-tiles", grey8, 8, False, ("-qstep", "0.01", "-tile_size", "{16,16}", "-image_offset", "{3,2}")


def ripple(rows, columns, bits, signed):
    """Waves around the middle of the range that grow downwards: many small numbers beside large ones."""
    y, x = np.meshgrid(np.arange(rows), np.arange(columns), indexing="ij")
    noise = np.random.default_rng(2).normal(size=y.shape)
    waves = np.round((np.sin(x / 2.3) * np.cos(y / 3.7) + noise / 4) * (1 << (bits - 2)) * (y / rows) ** 2)
    middle = 0 if signed else 1 << (bits - 1)
    return np.clip(waves.astype(np.int32), -(1 << (bits - 1)), (1 << (bits - 1)) - 1) + middle


def refined():
    """Streams of our own encoder: name, pixels, bits, signed, stream, and one that OpenJPEG reads in its place or None."""
    guard = 2
    for name, rows, columns, bits, signed, plane, passes, causal in (
            ("cleanup", 64, 64, 8, False, 0, 0, False),
            ("cleanup-16", 37, 29, 16, True, 0, 0, False),
            ("cleanup-plane-3", 33, 31, 10, False, 3, 0, False),
            ("propagated", 64, 64, 8, False, 2, 1, False),
            ("propagated-causal", 61, 63, 8, False, 2, 1, True),
            ("refined", 64, 64, 8, False, 2, 2, False),
            ("refined-12", 37, 29, 12, True, 5, 2, False),
            ("refined-causal", 61, 62, 8, False, 1, 2, True),
            ("refined-last-plane", 38, 50, 10, False, 1, 2, False),
            ("refined-narrow", 64, 3, 8, False, 1, 2, False),
            ("refined-flat", 2, 63, 8, False, 1, 2, False)):
        pixels = ripple(rows, columns, bits, signed)
        numbers = (pixels - (0 if signed else 1 << (bits - 1))).tolist()
        missing = guard + bits - 1 - 1 - plane
        sets = [ht.cleanup(numbers, plane)]
        if passes:
            sets += [part for part in ht.refinement(numbers, plane, passes, causal)][:passes]
        style = 0x40 | (8 if causal else 0)

        def wrapped(layers, skipped=0, flags=0, style=style, mixed=False):
            body = ht.packets(layers, missing - skipped, mixed)
            return ht.stream(rows, columns, bits, signed, body, len(layers), style, guard, flags)

        simple = wrapped([sets])
        yield name, pixels, bits, signed, simple, None
        if name == "refined":
            placeholders = [b""] * 3
            yield "placeholders", pixels, bits, signed, wrapped([placeholders + sets], 1), simple
            yield "placeholders-6", pixels, bits, signed, wrapped([placeholders * 2 + sets[:1]], 2), wrapped([sets[:1]])
            yield "layers", pixels, bits, signed, wrapped([[], sets[:1], sets[1:2], sets[2:]]), simple
            yield "layers-placeholders", pixels, bits, signed, wrapped(
                [[b""] * 2, [b""], [], [b""] * 2, [b""] + sets[:2], sets[2:]], 2), simple
            above = [ht.cleanup(numbers, plane + 1), *ht.refinement(numbers, plane + 1, 2, causal)]
            yield "sets", pixels, bits, signed, wrapped([above, sets], 1, 1 << 13), simple
            yield "sets-one-layer", pixels, bits, signed, wrapped([above[:1], above[1:] + sets], 1, 1 << 13), simple
            yield "sets-empty", pixels, bits, signed, wrapped([sets, [b""] * 3, [b""]], 0, 1 << 13), simple
            yield "mixed", pixels, bits, signed, wrapped([sets], 0, 3 << 14, 0xC0, True), simple
            yield "mixed-placeholders", pixels, bits, signed, wrapped(
                [placeholders + sets], 1, 3 << 14, 0xC0, True), simple


def region():
    """A disc that stands above all around it: its coefficients are shifted by more bits than the others have. Beside it the
    same without a shift, for OpenJPEG, which reads no such region in these code-blocks."""
    pixels, shift, guard = ripple(45, 40, 8, False), 9, 2
    y, x = np.meshgrid(np.arange(45), np.arange(40), indexing="ij")
    inside = (y - 25) ** 2 + (x - 18) ** 2 < 150

    def coded(shift):
        numbers = (pixels - 128) << np.where(inside, shift, 0)
        body = ht.packets([[ht.cleanup(numbers.tolist(), 0)]], guard + 8 - 1 + shift - 1)
        return ht.stream(45, 40, 8, False, body, 1, guard=guard, flags=1 << 12 if shift else 0, shift=shift)

    return pixels[:, :, None], coded(shift), coded(0)


def classic_in_mixed(pixels, bits):
    """A block of part 1 in a component that might have others: OpenJPEG's, its coding style and packet header rewritten."""
    coded = golden_jpeg2000.encode(pixels, bits, False, levels=0, block=(64, 64))
    at = coded.index(b"\xff\x93") + 2
    body, place = coded[at:-2], 0

    def bit():
        nonlocal place
        place += 1
        return body[(place - 1) // 8] >> (7 - (place - 1) % 8) & 1

    def number(n):
        return sum(bit() << (n - 1 - i) for i in range(n))

    assert bit() and bit()
    missing = next(i for i in range(64) if bit())
    assert number(4) == 0b1111
    passes = 6 + number(5)
    length_bits = 3 + next(i for i in range(64) if not bit())
    length = number(length_bits + ht.log2(passes))
    assert b"\xff" not in body[: place // 8] and passes < 37
    content = body[(place + 7) // 8 :][:length]
    header = ht.Header()
    header.bits += [1, 1] + [0] * missing + [1]
    header.passes(passes)
    header.bits += [1] * (length_bits - 3) + [0]
    header.put(length, length_bits + ht.log2(passes))
    return ht.stream(*pixels.shape[:2], bits, False, header.bytes() + content, 1, 0xC0, 2, 3 << 14), coded


def main():
    lines, content = [], b""

    def add(name, pixels, bits, signed, coded, readable=None):
        nonlocal content
        decoded = golden_jpeg2000.decode(readable or coded, golden_jpeg2000.J2K)
        lossless = np.array_equal(decoded, pixels) and not name.startswith("irreversible")
        rows, columns, samples = pixels.shape
        numbers = (rows, columns, samples, bits, int(signed), int(lossless), len(coded))
        lines.append("\t".join(map(str, (name,) + numbers)))
        content += coded + decoded.astype("<u1" if bits <= 8 and not signed else "i1" if bits <= 8 else
                                          "<i2" if signed else "<u2").tobytes()
        print(lines[-1], np.abs(decoded - pixels).max())
        return lossless

    for name, pixels, bits, signed, options in plain():
        coded = openjph(pixels, bits, signed, *options)
        assert add(name, pixels, bits, signed, coded) != name.startswith("irreversible"), name
        if name == "colour-rct":
            boxes = jph(coded, *pixels.shape, bits)
            assert add("colour-rct-jph", pixels, bits, signed, boxes, coded)
    for name, pixels, bits, signed, coded, readable in refined():
        add(name, pixels[:, :, None], bits, signed, coded, readable)
    pixels, coded, readable = region()
    assert add("region", pixels, 8, False, coded, readable)
    pixels = image(37, 29, 1, 8)
    assert add("mixed-part-1", pixels, 8, False, *classic_in_mixed(pixels, 8))
    (TARGET / "htj2k.tsv").write_text("".join(line + "\n" for line in lines))
    (TARGET / "htj2k.bin.gz").write_bytes(gzip.compress(content, 9, mtime=0))


if __name__ == "__main__":
    main()
