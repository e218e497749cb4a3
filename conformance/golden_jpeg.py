"""Writes the golden data of penumbra.dicom.codec.jpeg.JpegDecoder: small JPEG streams and the samples that dcmtk and gdcm decode.

    /usr/bin/python3 conformance/golden_jpeg.py      # needs pydicom, NumPy, gdcmconv, and dcmtk's dcmcjpeg and dcmdjpeg

Some streams are dcmcjpeg's; those of features it cannot write (restarts, one scan a component, odd sampling factors, long
Huffman codes) are those of jpeg_streams.py beside this file. The samples are dcmdjpeg's, with no colour conversion. Where
gdcm decodes something else, the script says so; lossless streams of ours must give the input back as well.

`jpeg.tsv` has a line a stream: name, rows, columns, samples per pixel, bits allocated, precision, length of the stream.
`jpeg.bin.gz` is stream and samples (little-endian, pixel by pixel) one after the other, in the order of the lines.
"""

import gzip
import pathlib
import subprocess
import tempfile

import numpy as np
import pydicom
from pydicom.dataset import FileDataset, FileMetaDataset
from pydicom.encaps import encapsulate, generate_pixel_data_frame
from pydicom.uid import ExplicitVRLittleEndian, SecondaryCaptureImageStorage

import jpeg_streams as streams

HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE.parent / "dicom/src/test/resources/penumbra/dicom/codec"
PREFIX = "1.2.840.10008.1.2.4."


def image(rows, columns, samples, bits, seed=1):
    """Slopes, an edge and noise, over the whole range of `bits`."""
    y, x, c = np.meshgrid(np.arange(rows), np.arange(columns), np.arange(samples), indexing="ij")
    state = (y * 7919 + x * 104729 + c * 1299709 + seed * 15485863).astype(np.uint64)
    noise = ((state * np.uint64(6364136223846793005) + np.uint64(1442695040888963407)) >> np.uint64(40)) % 101
    wave = np.sin(x / 3.1 + c) * np.cos(y / 4.3) * 0.4 + 0.5 + 0.3 * (x + y > (rows + columns) / 2 + 3 * c)
    values = np.clip(wave + (noise.astype(float) - 50) / 900, 0, 1.1) / 1.1 * ((1 << bits) - 1)
    return np.round(values).astype(np.uint8 if bits <= 8 else np.uint16)


def data_set(syntax, shape, bits, pixels):
    meta = FileMetaDataset()
    meta.TransferSyntaxUID = syntax
    meta.MediaStorageSOPClassUID = SecondaryCaptureImageStorage
    meta.MediaStorageSOPInstanceUID = "1.2.3.4"
    data = FileDataset("", {}, file_meta=meta, preamble=b"\0" * 128)
    data.is_little_endian, data.is_implicit_VR = True, False
    data.SOPClassUID, data.SOPInstanceUID = SecondaryCaptureImageStorage, "1.2.3.4"
    data.Rows, data.Columns, data.SamplesPerPixel = shape
    data.PhotometricInterpretation = "MONOCHROME2" if shape[2] == 1 else "YBR_FULL"
    if shape[2] > 1:
        data.PlanarConfiguration = 0
    data.BitsAllocated = 8 if bits <= 8 else 16
    data.BitsStored, data.HighBit, data.PixelRepresentation = bits, bits - 1, 0
    data.PixelData = pixels
    data["PixelData"].VR = "OB" if bits <= 8 or syntax != ExplicitVRLittleEndian else "OW"
    if syntax != ExplicitVRLittleEndian:
        data["PixelData"].is_undefined_length = True
    return data


def run(*command):
    subprocess.run(command, check=True, capture_output=True)


def by_dcmcjpeg(array, bits, *options):
    """The stream that dcmcjpeg writes."""
    with tempfile.TemporaryDirectory() as folder:
        pixels = array.tobytes() + b"\0" * (array.nbytes % 2)
        data = data_set(ExplicitVRLittleEndian, array.shape, bits, pixels)
        if "+cr" in options:
            data.PhotometricInterpretation = "RGB"
        data.save_as(f"{folder}/in.dcm", write_like_original=False)
        run("dcmcjpeg", "+un", *options, f"{folder}/in.dcm", f"{folder}/out.dcm")
        coded = pydicom.dcmread(f"{folder}/out.dcm")
        return next(generate_pixel_data_frame(coded.PixelData, 1)), coded.file_meta.TransferSyntaxUID


def decode(stream, syntax, shape, bits):
    """What dcmdjpeg and gdcm make of a stream."""
    kind = np.uint8 if bits <= 8 else np.dtype("<u2")
    size = int(np.prod(shape))
    with tempfile.TemporaryDirectory() as folder:
        data_set(syntax, shape, bits, encapsulate([stream])).save_as(f"{folder}/in.dcm", write_like_original=False)
        run("dcmdjpeg", "+cn", f"{folder}/in.dcm", f"{folder}/out.dcm")
        first = np.frombuffer(pydicom.dcmread(f"{folder}/out.dcm").PixelData, kind)[:size].reshape(shape)
        try:
            run("gdcmconv", "--raw", f"{folder}/in.dcm", f"{folder}/gdcm.dcm")
            second = np.frombuffer(pydicom.dcmread(f"{folder}/gdcm.dcm").PixelData, kind)[:size].reshape(shape)
        except (subprocess.CalledProcessError, ValueError):
            second = None
    return first, second


def cases():
    """Name, stream, transfer syntax, shape, bits, and the samples if they are known."""
    def ours(name, stream, syntax, shape, bits, known=None):
        return name, stream, PREFIX + syntax, shape, bits, known

    def theirs(name, shape, bits, *options):
        array = image(*shape, bits)
        stream, syntax = by_dcmcjpeg(array, bits, *options)
        return name, stream, syntax, shape, bits, None

    for rows, columns in ((1, 1), (7, 13), (17, 9), (8, 16)):
        shape, size = (rows, columns, 1), f"{rows}x{columns}"
        yield theirs(f"baseline-{size}", shape, 8, "+eb")
        yield theirs(f"extended-8-{size}", shape, 8, "+ee")
        yield theirs(f"extended-12-{size}", shape, 12, "+ee")
    yield theirs("baseline-coarse", (33, 47, 1), 8, "+eb", "+q", "15")
    yield theirs("baseline-fine", (33, 47, 1), 8, "+eb", "+q", "100")
    yield theirs("extended-12-coarse", (33, 47, 1), 12, "+ee", "+q", "15")
    yield theirs("extended-12-fine", (33, 47, 1), 12, "+ee", "+q", "100")
    yield theirs("baseline-standard-tables", (33, 47, 1), 8, "+eb", "-ho")
    for rows, columns in ((1, 1), (2, 3), (3, 5), (7, 13), (17, 9), (33, 35)):
        for name, option in (("444", "+s4"), ("422", "+s2"), ("411", "+n1")):
            yield theirs(f"colour-{name}-{rows}x{columns}", (rows, columns, 3), 8, "+eb", option)
    yield theirs("colour-rgb", (17, 9, 3), 8, "+eb", "+cr")
    for process, option in (("spectral", "+es"), ("progressive", "+ep")):
        for bits in (8, 12):
            yield theirs(f"{process}-{bits}", (33, 19, 1), bits, option)
        yield theirs(f"{process}-fine", (17, 19, 1), 8, option, "+q", "100")
        yield theirs(f"{process}-colour", (17, 35, 3), 8, option, "+s2")

    for factors in ("11-11-11", "21-11-11", "22-11-11", "12-11-11", "41-11-11", "42-21-11", "22-21-12", "44-11-22"):
        sampling = [(int(f[0]), int(f[1])) for f in factors.split("-")]
        for scans in ("one", "three"):
            if scans == "one" and sum(h * v for h, v in sampling) > 10:
                continue
            stream = streams.dct(image(37, 41, 3, 8), 8, sampling, interval=3, interleaved=scans == "one")
            yield ours(f"sampling-{factors}-{scans}-scan", stream, "50", (37, 41, 3), 8)
    grey = image(25, 31, 1, 8)
    yield ours("grey-22", streams.dct(grey, 8, [(2, 2)]), "50", grey.shape, 8)
    yield ours("restart-every-block", streams.dct(grey, 8, [(1, 1)], interval=1), "50", grey.shape, 8)
    deep = image(25, 31, 1, 12)
    yield ours("wide-quantization-12", streams.dct(deep, 12, [(1, 1)], quantum=300, wide=True), "51", deep.shape, 12)
    yield ours("long-codes", streams.dct(grey, 8, [(1, 1)], quantum=2, longest=16), "50", grey.shape, 8)
    colour = image(19, 21, 3, 12)
    yield ours("colour-12", streams.dct(colour, 12, [(2, 2), (1, 1), (1, 1)], interval=2), "51", colour.shape, 12)

    for bits in (8, 12, 16):
        for predictor in range(1, 8):
            yield theirs(f"lossless-{bits}-predictor-{predictor}", (9, 14, 1), bits, "+el", "+sv", str(predictor))
    for rows, columns in ((1, 1), (1, 7), (7, 1), (7, 13), (17, 9)):
        yield theirs(f"lossless-sv1-{rows}x{columns}", (rows, columns, 1), 16, "+e1")
    yield theirs("lossless-point-transform", (7, 13, 1), 16, "+el", "+sv", "4", "+pt", "3")
    yield theirs("lossless-colour", (7, 13, 3), 8, "+e1")
    noise = (image(23, 29, 3, 16).astype(np.uint32) * 40503 & 0xFFFF).astype(np.uint16)
    noise[3, 4:9] = 0
    noise[3, 5] = 32768
    for bits in (2, 5, 8, 10, 12, 16):
        for predictor in range(1, 8):
            array = noise >> (16 - bits)
            array = array.astype(np.uint8) if bits <= 8 else array
            one = np.ascontiguousarray(array[:13, :17, :1])
            interval = (0, 1, 4)[predictor % 3]
            stream = streams.lossless(one, bits, predictor, rows_between=interval, longest=10 + predictor % 7)
            yield ours(f"noise-{bits}-predictor-{predictor}-restart-{interval}", stream, "57", one.shape, bits, one)
    for bits in (8, 16):
        array = noise >> (16 - bits)
        array = array.astype(np.uint8) if bits == 8 else array
        array = array[:13, :17]
        for interleaved in (True, False):
            for interval in (0, 5):
                name = f"colour-lossless-{bits}-{'one' if interleaved else 'three'}-scan-restart-{interval}"
                stream = streams.lossless(array, bits, 4, rows_between=interval, interleaved=interleaved)
                yield ours(name, stream, "57", array.shape, bits, array)
    for point in (1, 3, 7):
        one = np.ascontiguousarray(noise[:, :, :1] >> 6)
        stream = streams.lossless(one, 10, 7, point=point)
        yield ours(f"point-transform-{point}", stream, "57", one.shape, 10, one >> point << point)


def main():
    lines, whole = [], b""
    for name, stream, syntax, shape, bits, known in cases():
        if stream[-1] == 0 and stream[-2] == 0xD9:
            stream = stream[:-1]
        try:
            samples, second = decode(stream, syntax, shape, bits)
        except subprocess.CalledProcessError as error:
            samples, second = None, None
            print(name, "dcmdjpeg refuses:", error.stderr.decode().strip().splitlines()[-1])
        if known is not None:
            if samples is not None and not np.array_equal(samples, known):
                print(name, "dcmdjpeg differs from the input in", np.count_nonzero(samples != known))
            samples = known
        if samples is None:
            raise SystemExit(f"no oracle for {name}")
        if second is None or not np.array_equal(samples, second):
            print(name, "gdcm", "refuses" if second is None else
                  f"differs in {np.count_nonzero(samples != second)} of {samples.size}, "
                  f"at most {np.abs(samples.astype(int) - second).max()}")
        # dcmcjpeg codes 12 bits losslessly as 16.
        precision = stream[next(i for i in range(len(stream)) if stream[i] == 0xFF and 0xC0 <= stream[i + 1] <= 0xC3) + 4]
        cells = (name, *shape, 8 if bits <= 8 else 16, precision, len(stream))
        lines.append("\t".join(map(str, cells)) + "\n")
        whole += stream + samples.astype("u1" if bits <= 8 else "<u2").tobytes()
    TARGET.mkdir(parents=True, exist_ok=True)
    (TARGET / "jpeg.tsv").write_text("".join(lines))
    (TARGET / "jpeg.bin.gz").write_bytes(gzip.compress(whole, 9, mtime=0))
    print(len(lines), "streams,", len(whole), "bytes,", (TARGET / "jpeg.bin.gz").stat().st_size, "compressed")


main()
