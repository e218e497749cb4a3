#!/usr/bin/env python3
"""Writes the golden data of scikit-image: transform.resize with order=1 and anti_aliasing=True.

    python3 conformance/golden_skimage.py

Any Python with NumPy, SciPy 1.6 or newer and scikit-image 0.19 will do (Debian: python3-skimage). README.md beside this file
says what stands in the files.
"""

import os
import sys
import warnings

# Penumbra has the bits of processors without AVX-512: see docs/fidelity.md.
os.environ.setdefault("NPY_DISABLE_CPU_FEATURES", "AVX512F AVX512CD AVX512_SKX AVX512_CLX AVX512_CNL AVX512_ICL")

import numpy as np
import scipy
import skimage
from skimage.transform import resize

from golden_files import Case, Inputs, canonical, write_all

MODES = {"skimage": "reflect", "skimage-constant": "constant"}


def resized(case, x):
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return resize(x, (int(case["height"]), int(case["width"])), order=1, mode=MODES[case["kernel"]], anti_aliasing=True,
                      preserve_range=True)


def cases(random):
    for kernel in MODES:
        for kind in ("uint8", "uint16", "int16", "float32", "float64"):
            for shape in ("1x1", "1x9", "8x1", "2x3", "5x7", "13x17", "33x31", "64x48", "100x129"):
                rows, columns = map(int, shape.split("x"))
                sizes = [(max(1, rows // 2), max(1, columns // 2)), (rows, columns), (2 * rows, 3 * columns)]
                sizes += [(random.randint(1, 2 * rows), random.randint(1, 2 * columns)) for _ in range(3)]
                for height, width in sizes:
                    flavour = random.choice(["image", "full"])
                    if kind == "float64" or kind == "float32":
                        flavour = "image"
                    yield Case(height=height, width=width, kernel=kernel, input=f"{kind}/{shape}/{flavour}")


FILES = {"resize-skimage": (resized, cases)}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--case"]:
        case = Case.parse(sys.argv[3])
        np.set_printoptions(threshold=sys.maxsize, linewidth=200)
        print(canonical(FILES[sys.argv[2]][0](case, *Inputs(case.inputs()).of(case))))
    else:
        write_all(FILES, sys.argv[1:] or list(FILES), set(),
                  f"scikit-image {skimage.__version__}, SciPy {scipy.__version__}, NumPy {np.__version__}")
