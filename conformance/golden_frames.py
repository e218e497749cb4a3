"""Writes coded frames and the digests of their samples, for the tests of the codecs in module dicom.

    /usr/bin/python3 conformance/golden_frames.py             # jpeg-ls and rle, into the tests' resources
    /usr/bin/python3 conformance/golden_frames.py FOLDER N    # and N frames drawn at random of each, elsewhere

Needs NumPy, pydicom, libcharls 2 (which GDCM stands on, too), dcmtk, gdcmconv and GDCM's Python module. Each frame is decoded again by CharLS
or pydicom before it is kept, and compared with its input, so that no digest comes from one program alone.

real.tsv holds the digests of the pixels that dcmtk and GDCM find in six public files, which are not part of the project.
NAME.bin holds the frames one after the other; a line of NAME.tsv is: writer and input, rows, columns, samples per pixel,
bits allocated, bits stored, length of the frame, SHA-256 (16 bytes) of the samples, little-endian, side by side.
"""

import ctypes
import hashlib
import pathlib
import random
import subprocess
import sys
import tempfile

import gdcm
import numpy as np
import pydicom
from pydicom.encaps import generate_pixel_data_frame
from pydicom.pixel_data_handlers.rle_handler import _rle_decode_frame, rle_encode_frame

HERE = pathlib.Path(__file__).resolve().parent
RESOURCES = HERE.parent / "dicom/src/test/resources/penumbra/dicom/codec"
REAL = HERE.parent.parent / "shared/data/dicom"
REAL_FILES = ["JLSL_16_15_1_1F.dcm", "MR_small_jpeg_ls_lossless.dcm", "JPEGLSNearLossless_08.dcm", "MR_small_RLE.dcm",
              "OBXXXX1A_rle.dcm", "SC_rgb_rle_16bit.dcm"]
EXPLICIT_LITTLE = "1.2.840.10008.1.2.1"
SECONDARY_CAPTURE = "1.2.840.10008.5.1.4.1.1.7"
NONE, LINE, SAMPLE = range(3)
charls = ctypes.CDLL("libcharls.so.2")
for function in ("charls_jpegls_encoder_create", "charls_jpegls_decoder_create"):
    getattr(charls, function).restype = ctypes.c_void_p


class FrameInfo(ctypes.Structure):
    _fields_ = [("width", ctypes.c_uint32), ("height", ctypes.c_uint32), ("bits", ctypes.c_int32),
                ("components", ctypes.c_int32)]


def call(name, handle, *arguments):
    status = getattr(charls, "charls_jpegls_" + name)(ctypes.c_void_p(handle), *arguments)
    if status:
        raise RuntimeError(f"{name}: CharLS error {status}")


def size_t(n):
    return ctypes.c_size_t(n)


def image(content, shape, bits, seed):
    """Samples of 0 to 2^bits - 1, in whole numbers only, so that every machine has the same."""
    rows, columns, samples = shape
    y, x, s = np.meshgrid(*(np.arange(n, dtype=np.uint64) for n in shape), indexing="ij")
    z = ((y * columns + x) * samples + s + np.uint64(seed * 1000003)) * np.uint64(0x9E3779B97F4A7C15)
    z = (z ^ (z >> np.uint64(30))) * np.uint64(0xBF58476D1CE4E5B9)
    noise = (z ^ (z >> np.uint64(27))) >> np.uint64(20)
    top = np.uint64(2**bits - 1)
    made = {
        "constant": lambda: 0 * x + np.uint64(seed % 7) * top // np.uint64(7),
        "noise": lambda: noise & top,
        "ramp": lambda: (x * np.uint64(3) + y * np.uint64(5) + s * np.uint64(40)) * (top // np.uint64(250) + np.uint64(1)) & top,
        # steps with a little noise here and there: runs and what interrupts them
        "steps": lambda: ((x // np.uint64(9) + y // np.uint64(6) + s) % np.uint64(5) * top // np.uint64(5)
                          + (noise % np.uint64(61) == 0) * (noise >> np.uint64(9)) % np.uint64(4)) & top,
        "soft": lambda: (x * x + y * y * np.uint64(2)) * top // np.uint64(9000) + noise % (top // np.uint64(60) + np.uint64(2)) & top,
    }[content]()
    return made.astype("<u1" if bits <= 8 else "<u2" if bits <= 16 else "<u4")


def encode(array, bits, near=0, interleave=NONE, preset=None):
    rows, columns, samples = array.shape
    handle = charls.charls_jpegls_encoder_create()
    source = (np.moveaxis(array, 2, 0) if interleave == NONE else array).tobytes()
    room = ctypes.create_string_buffer(len(source) * 2 + 2048)
    call("encoder_set_frame_info", handle, ctypes.byref(FrameInfo(columns, rows, bits, samples)))
    call("encoder_set_near_lossless", handle, near)
    call("encoder_set_interleave_mode", handle, interleave)
    if preset:
        call("encoder_set_preset_coding_parameters", handle, ctypes.byref((ctypes.c_int32 * 5)(*preset)))
    call("encoder_set_destination_buffer", handle, room, size_t(len(room)))
    call("encoder_encode_from_buffer", handle, source, size_t(len(source)), 0)
    written = ctypes.c_size_t()
    call("encoder_get_bytes_written", handle, ctypes.byref(written))
    charls.charls_jpegls_encoder_destroy(ctypes.c_void_p(handle))
    return room.raw[:written.value]


def decode(frame, like):
    rows, columns, samples = like.shape
    handle = charls.charls_jpegls_decoder_create()
    room = ctypes.create_string_buffer(like.nbytes)
    mode = ctypes.c_int32()
    call("decoder_set_source_buffer", handle, frame, size_t(len(frame)))
    call("decoder_read_header", handle)
    call("decoder_get_interleave_mode", handle, ctypes.byref(mode))
    call("decoder_decode_to_buffer", handle, room, size_t(like.nbytes), 0)
    charls.charls_jpegls_decoder_destroy(ctypes.c_void_p(handle))
    flat = np.frombuffer(room.raw, like.dtype)
    if mode.value == NONE:
        return np.moveaxis(flat.reshape(samples, rows, columns), 0, 2)
    return flat.reshape(like.shape)


def with_spare_bit(frame, bits):
    """The same samples under a frame header of one bit more, and a preset that says how large they get."""
    at = frame.index(b"\xff\xf7")
    end = at + 2 + frame[at + 3]
    preset = b"\xff\xf8\x00\x0d\x01" + (2**bits - 1).to_bytes(2, "big") + bytes(8)
    return frame[:at + 4] + bytes([bits + 1]) + frame[at + 5:end] + preset + frame[end:]


def with_restarts(array, bits, interval, **how):
    """One scan with restart markers: each stretch of lines is coded as if it were an image."""
    stretches = [encode(array[i:i + interval], bits, **how) for i in range(0, len(array), interval)]
    header = encode(array, bits, **how)
    scan = stretches[0].index(b"\xff\xda")
    begin = scan + 2 + stretches[0][scan + 3]
    frame = header[:header.index(b"\xff\xda")] + b"\xff\xdd\x00\x04" + interval.to_bytes(2, "big")
    frame += stretches[0][scan:begin]
    for i, stretch in enumerate(stretches):
        end = stretch.rindex(b"\xff\xd9")
        last = i + 1 == len(stretches)
        frame += stretch[begin:end] + (b"\xff\xd9" if last else bytes((0xFF, 0xD0 + i % 8)))
    return frame


def squeezed(array):
    return array[:, :, 0] if array.shape[2] == 1 else array


def by_program(array, bits, *command):
    """What a program of dcmtk or GDCM makes of a DICOM file with these samples."""
    with tempfile.TemporaryDirectory() as folder:
        plain, coded = pathlib.Path(folder, "plain.dcm"), pathlib.Path(folder, "coded.dcm")
        data = pydicom.Dataset()
        data.SOPClassUID, data.SOPInstanceUID = SECONDARY_CAPTURE, "1.2.3.4"
        data.Rows, data.Columns, data.SamplesPerPixel = array.shape
        data.PhotometricInterpretation = "RGB" if array.shape[2] == 3 else "MONOCHROME2"
        if array.shape[2] == 3:
            data.PlanarConfiguration = 0
        data.BitsAllocated, data.BitsStored, data.HighBit = array.itemsize * 8, bits, bits - 1
        data.PixelRepresentation = 0
        data.PixelData = array.tobytes() + bytes(array.nbytes % 2)
        data["PixelData"].VR = "OB" if array.itemsize == 1 else "OW"
        data.file_meta = pydicom.dataset.FileMetaDataset()
        data.file_meta.TransferSyntaxUID = EXPLICIT_LITTLE
        data.is_little_endian, data.is_implicit_VR = True, False
        data.save_as(plain, write_like_original=False)
        subprocess.run([*command, plain, coded], check=True, capture_output=True)
        return next(generate_pixel_data_frame(pydicom.dcmread(coded).PixelData, 1))


class Golden:
    def __init__(self, folder, name):
        self.path, self.lines, self.frames = folder / name, [], []

    def add(self, title, frame, samples, bits):
        digest = hashlib.sha256(np.ascontiguousarray(samples).tobytes()).hexdigest()[:32]
        self.lines.append("\t".join(map(str, (title, *samples.shape, samples.itemsize * 8, bits, len(frame), digest))))
        self.frames.append(frame)

    def jpeg_ls(self, title, frame, array, bits, near=0):
        decoded = decode(frame, array)
        off = np.abs(decoded.astype(np.int64) - array).max()
        assert off <= near, (title, off)
        self.add(title, frame, decoded, bits)

    def rle(self, title, frame, array, bits):
        rows, columns, samples = array.shape
        planes = np.frombuffer(_rle_decode_frame(frame, rows, columns, samples, array.itemsize * 8), array.dtype)
        assert (np.moveaxis(planes.reshape(samples, rows, columns), 0, 2) == array).all(), title
        self.add(title, frame, array, bits)

    def write(self):
        self.path.with_suffix(".tsv").write_text("\n".join(self.lines) + "\n")
        self.path.with_suffix(".bin").write_bytes(b"".join(self.frames))
        print(self.path, len(self.lines), "frames,", sum(map(len, self.frames)), "bytes")


SHAPES = [(1, 1), (1, 2), (2, 3), (5, 7), (7, 64), (13, 1), (1, 64), (16, 33), (9, 2), (3, 3), (24, 17)]
CONTENTS = ["constant", "noise", "ramp", "steps", "soft"]


def jpeg_ls(golden):
    number = 0
    for bits in (8, 12, 16):
        for near in (0, 1, 3, 10):
            for content in CONTENTS:
                number += 1
                array = image(content, (*SHAPES[number % len(SHAPES)], 1), bits, number)
                golden.jpeg_ls(f"charls {content} near={near}", encode(array, bits, near), array, bits, near)
    for bits in (2, 3, 5, 7, 9, 10, 13, 14, 15):
        for near in (0, 1):
            array = image("steps" if near else "soft", (9, 31, 1), bits, bits)
            golden.jpeg_ls(f"charls near={near}", encode(array, bits, near), array, bits, near)
    for bits, near in ((8, 0), (8, 3), (12, 0), (16, 0), (16, 10)):
        for interleave in (NONE, LINE, SAMPLE):
            for content in ("steps", "soft"):
                array = image(content, (11, 23, 3), bits, bits)
                frame = encode(array, bits, near, interleave)
                golden.jpeg_ls(f"charls {content} near={near} interleave={interleave}", frame, array, bits, near)
    wide = image("constant", (3, 5000, 1), 8, 3)
    golden.jpeg_ls("charls long runs", encode(wide, 8), wide, 8)
    for preset in ((255, 5, 9, 40, 31), (255, 10, 100, 255, 255), (255, 0, 0, 30, 0)):
        array = image("soft", (12, 20, 1), 8, 5)
        golden.jpeg_ls(f"charls preset={preset}", encode(array, 8, preset=preset), array, 8)
    for interleave in (LINE, SAMPLE):
        array, preset = image("soft", (12, 20, 3), 8, 5), (255, 5, 9, 40, 64)
        frame = encode(array, 8, 0, interleave, preset)
        golden.jpeg_ls(f"charls preset={preset} interleave={interleave}", frame, array, 8)
    array = image("soft", (12, 20, 1), 7, 7)
    # CharLS 2.4.1 gives up on it, so that its word on the 7 bits alone has to do.
    golden.add("charls 7 bits in 8", with_spare_bit(encode(array, 7), 7), decode(encode(array, 7), array), 8)
    for interleave, samples in ((NONE, 1), (LINE, 3), (SAMPLE, 3)):
        array = image("steps", (29, 20, samples), 8, 4)
        frame = with_restarts(array, 8, 3, interleave=interleave)
        golden.jpeg_ls(f"charls restarts interleave={interleave}", frame, array, 8)
    for bits in (8, 12, 16):
        array = image("soft", (14, 19, 1), bits, 6)
        frame = by_program(array, bits, "gdcmconv", "--jpegls")
        golden.jpeg_ls("gdcmconv", frame, array, bits)
        frame = by_program(array, bits, "dcmcjpls", "+en", "+md", "2")
        golden.jpeg_ls("dcmcjpls near=2", frame, array, bits, 2)
    for option in ("+il", "+is", "+in"):
        array = image("steps", (14, 19, 3), 8, 6)
        golden.jpeg_ls("dcmcjpls " + option, by_program(array, 8, "dcmcjpls", option), array, 8)


def rle(golden):
    number = 0
    for bits in (8, 12, 16, 32):
        for samples in (1, 3):
            for content in CONTENTS:
                number += 1
                array = image(content, (*SHAPES[number % len(SHAPES)], samples), bits, number)
                golden.rle(f"pydicom {content}", rle_encode_frame(squeezed(array)), array, bits)
                if bits <= 16:
                    golden.rle(f"dcmcrle {content}", by_program(array, bits, "dcmcrle"), array, bits)
                    even = image(content, (10, 34, samples), bits, number)  # of others, gdcmconv breaks down
                    golden.rle(f"gdcmconv {content}", by_program(even, bits, "gdcmconv", "--rle"), even, bits)


def real(folder):
    lines = []
    for name in REAL_FILES:
        with tempfile.TemporaryDirectory() as place:
            raw = pathlib.Path(place, "raw.dcm")
            subprocess.run(["dcmdrle" if "rle" in name.lower() else "dcmdjpls", REAL / name, raw], check=True)
            data = pydicom.dcmread(raw)
        pixels = data.PixelData[:data.Rows * data.Columns * data.SamplesPerPixel * data.BitsAllocated // 8]
        # GDCM 3.0.21 mixes up the bytes of colours of 16 bits in RLE: pydicom agrees with dcmtk.
        second = pydicom.dcmread(REAL / name).pixel_array.tobytes() if name == "SC_rgb_rle_16bit.dcm" else by_gdcm(name)
        assert pixels == second, name
        form = data.Rows, data.Columns, data.SamplesPerPixel, data.BitsAllocated, data.BitsStored
        lines.append("\t".join(map(str, (name, *form, hashlib.sha256(pixels).hexdigest()[:32]))))
    (folder / "real.tsv").write_text("\n".join(lines) + "\n")


def by_gdcm(name):
    reader = gdcm.ImageReader()
    reader.SetFileName(str(REAL / name))
    assert reader.Read() and reader.GetImage().GetPlanarConfiguration() == 0
    return reader.GetImage().GetBuffer().encode("utf-8", "surrogateescape")


def drawn(frames, lines, count):
    dice = random.Random(1)
    for number in range(count):
        bits, samples = dice.randint(2, 16), dice.choice((1, 3))
        array = image(dice.choice(CONTENTS), (dice.randint(1, 40), dice.randint(1, 90), samples), bits, number)
        near = dice.choice((0, 0, 1, 2, 3, 10, 127, 255))
        near = min(near, (2**bits - 1) // 2)
        how = dict(near=near, interleave=dice.randint(0, 2) if samples == 3 else 0)
        if dice.random() < 0.3:
            top = 2**bits - 1
            thresholds = sorted(dice.randint(near + 1, top) for _ in range(3)) if top > near else (0, 0, 0)
            # CharLS 2.4.1 counts in one byte, and takes pixels for samples where RESET is not 64.
            reset = 64 if how["interleave"] == SAMPLE else dice.randint(3, 255)
            how["preset"] = (top, *thresholds, reset)
        try:
            if dice.random() < 0.3 and (samples == 1 or how["interleave"]):
                frame = with_restarts(array, bits, dice.randint(1, 9), **how)
            else:
                frame = encode(array, bits, **how)
            frames.jpeg_ls(f"charls {how}", frame, array, bits, near)
        except RuntimeError as refused:
            print(refused, array.shape, bits, how)
        lines.rle("pydicom", rle_encode_frame(squeezed(array)), array, bits)


def main():
    folder = pathlib.Path(sys.argv[1]) if len(sys.argv) > 1 else RESOURCES
    folder.mkdir(parents=True, exist_ok=True)
    frames, lines = Golden(folder, "jpeg-ls"), Golden(folder, "rle")
    if len(sys.argv) > 2:
        drawn(frames, lines, int(sys.argv[2]))
    else:
        jpeg_ls(frames)
        rle(lines)
        real(folder)
    frames.write()
    lines.write()


if __name__ == "__main__":
    main()
