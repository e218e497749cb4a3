#!/usr/bin/env python3
"""Writes the golden data of Pillow's Image.resize: modes L, I and F, all its filters that the catalogue has.

    python3 conformance/golden_pillow.py

Any Python with NumPy and Pillow will do (Debian: python3-pil). README.md beside this file says what stands in the files.
"""

import sys

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


FILES = {"resize": (resize, cases)}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--case"]:
        case = Case.parse(sys.argv[3])
        np.set_printoptions(threshold=sys.maxsize, linewidth=200)
        print(canonical(resize(case, *Inputs(case.inputs()).of(case))))
    else:
        write_all(FILES, list(FILES), set(), f"Pillow {PIL.__version__}, NumPy {np.__version__}")
