#!/usr/bin/env python3
"""Writes the golden data of OpenCV's Canny: 8-bit images, aperture 3, both norms.

    python3 conformance/golden_opencv.py

Any Python with NumPy and cv2 will do (Debian: python3-opencv). README.md beside this file says what stands in the files.
"""

import sys

import cv2
import numpy as np

from golden_files import Case, Inputs, canonical, write_all

SHAPES = ["1x1", "1x9", "8x1", "2x2", "2x3", "3x3", "5x7", "13x17", "7x16", "33x31", "64x48", "100x129"]


def canny(case, x):
    if x.shape[0] == 1 or x.shape[1] == 1:
        x = np.ascontiguousarray(x)
    return cv2.Canny(x, float(case["minVal"]), float(case["maxVal"]), apertureSize=3, L2gradient=case["norm"] == "L2")


def canny_cases(random):
    for shape in SHAPES:
        for flavour in ("image", "full", "low"):
            for norm in ("L1", "L2"):
                for low, high in ((100.0, 200.0), (50.0, 50.0), (0.0, 30.0), (20.5, 61.7), (300.0, 700.0), (10.0, 5000.0)):
                    if flavour != "low" or high < 100:
                        yield Case(minVal=low, maxVal=high, norm=norm, input=f"uint8/{shape}/{flavour}")
    for _ in range(150):
        low = random.choice([random.uniform(0, 400), random.randrange(400)])
        yield Case(minVal=low, maxVal=low + random.uniform(0, 400), norm=random.choice(["L1", "L2"]),
                   input=f"uint8/{random.choice(SHAPES)}/{random.choice(['image', 'full', 'low'])}")


FILES = {"canny": (canny, canny_cases)}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--case"]:
        case = Case.parse(sys.argv[2])
        np.set_printoptions(threshold=sys.maxsize, linewidth=200)
        print(canonical(canny(case, *Inputs(case.inputs()).of(case))))
    else:
        write_all(FILES, list(FILES), set(), f"OpenCV {cv2.__version__}, NumPy {np.__version__}")
