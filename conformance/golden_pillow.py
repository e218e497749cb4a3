#!/usr/bin/env python3
"""Writes the golden data of Pillow's Image.resize: modes L, I and F, all its filters that the catalogue has; and of
such pictures in the middle of a box.

    python3 conformance/golden_pillow.py [resize] [letterbox]

Any Python with NumPy and Pillow will do (Debian: python3-pil). README.md beside this file says what stands in the files.
"""

import sys
from fractions import Fraction

import numpy as np
import PIL
from PIL import Image

from golden_files import Case, Inputs, canonical, write_all

KERNELS = {"nearest": Image.Resampling.NEAREST, "box": Image.Resampling.BOX, "bilinear": Image.Resampling.BILINEAR,
           "bicubic": Image.Resampling.BICUBIC, "lanczos": Image.Resampling.LANCZOS}
SHAPES = ["1x1", "1x9", "8x1", "2x3", "5x7", "13x17", "33x31", "64x48", "100x129"]
SIZES = [1, 2, 3, 5, 7, 8, 16, 31, 50, 64, 100, 224]


def resize(case, x):
    return np.asarray(Image.fromarray(x).resize((int(case["width"]), int(case["height"])), KERNELS[case["kernel"]]))


def letterbox(case, x):
    """The largest size that fits, and its rest on both sides, the larger half below and on the right."""
    height, width = int(case["height"]), int(case["width"])
    rows, columns = x.shape
    if height * columns <= width * rows:
        size = height, max(1, round(Fraction(height * columns, rows)))
    else:
        size = max(1, round(Fraction(width * rows, columns))), width
    picture = np.asarray(Image.fromarray(x).resize((size[1], size[0]), KERNELS[case["kernel"]]))
    box = np.full((height, width), float(case["fill"])).astype(x.dtype)
    top, left = (height - size[0]) // 2, (width - size[1]) // 2
    box[top:top + size[0], left:left + size[1]] = picture
    return box


def cases(random):
    for kernel in KERNELS:
        for shape in SHAPES:
            for kind, flavours in (("uint8", ["image", "full"]), ("float32", ["image", "full"]),
                                   ("int32", ["low"] if kernel in ("bicubic", "lanczos") else ["low", "full"])):
                for flavour in flavours:
                    for _ in range(3):
                        yield Case(height=random.choice(SIZES), width=random.choice(SIZES), kernel=kernel,
                                   input=f"{kind}/{shape}/{flavour}")
        # A side that stays as it is takes one pass only.
        for height, width in ((13, 40), (40, 17), (13, 17)):
            yield Case(height=height, width=width, kernel=kernel, input="uint8/13x17/full")


def letterbox_cases(random):
    for kernel in KERNELS:
        for shape in SHAPES:
            for kind, flavour in (("uint8", "image"), ("float32", "full"), ("int32", "low")):
                yield Case(height=random.choice(SIZES), width=random.choice(SIZES), kernel=kernel,
                           fill=random.choice([0.0, 7.0, 255.0]), input=f"{kind}/{shape}/{flavour}")
        # As it is, and with an odd rest on one side and on both.
        for height, width in ((13, 17), (13, 22), (20, 17), (33, 41)):
            yield Case(height=height, width=width, kernel=kernel, fill=1.0, input="uint8/13x17/full")


FILES = {"resize": (resize, cases), "letterbox": (letterbox, letterbox_cases)}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--case"]:
        case = Case.parse(sys.argv[3])
        np.set_printoptions(threshold=sys.maxsize, linewidth=200)
        print(canonical(FILES[sys.argv[2]][0](case, *Inputs(case.inputs()).of(case))))
    else:
        write_all(FILES, sys.argv[1:] or list(FILES), set(), f"Pillow {PIL.__version__}, NumPy {np.__version__}")
