#!/usr/bin/env python3
"""Writes the golden data of OpenCV: Canny (8-bit images, aperture 3, both norms), CLAHE (8 and 16 bits), and shrinking by
areas.

    python3 conformance/golden_opencv.py           write all files anew
    python3 conformance/golden_opencv.py clahe     write these files anew

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


def clahe(case, x):
    return cv2.createCLAHE(float(case["clipLimit"]), (int(case["tilesX"]), int(case["tilesY"]))).apply(x)


def clahe_cases(random):
    for kind in ("uint8", "uint16"):
        for shape in SHAPES:
            for flavour in ("image", "full", "low"):
                for limit, x, y in ((2.0, 8, 8), (40.0, 8, 8), (0.0, 4, 3), (1.5, 1, 1), (3.7, 2, 5)):
                    if kind == "uint8" or random.random() < 0.4:
                        yield Case(clipLimit=limit, tilesX=x, tilesY=y, input=f"{kind}/{shape}/{flavour}")


def area(case, x):
    return cv2.resize(x, (int(case["width"]), int(case["height"])), interpolation=cv2.INTER_AREA)


def area_cases(random):
    for shape in ("5x7", "13x17", "33x31"):
        rows, columns = map(int, shape.split("x"))
        for _ in range(6):
            yield Case(height=random.randint(1, rows), width=random.randint(1, columns), input=f"float64/{shape}/image")
    yield Case(height=16, width=12, input="float64/64x48/image")
    yield Case(height=4, width=48, input="float64/64x48/image")


WAYS = {"cv2-linear": cv2.INTER_LINEAR, "cv2-area": cv2.INTER_AREA}


def resize(case, x):
    size = int(case["width"]), int(case["height"])
    # OpenCV takes a picture of one column for one row of channels, unless it is told.
    return cv2.resize(x, size, interpolation=WAYS[case["kernel"]]).reshape(size[1], size[0])


def resize_cases(random):
    for kernel in WAYS:
        for kind in ("uint8", "uint16", "int16", "float32", "float64"):
            for shape in ("1x1", "1x9", "8x1", "2x3", "5x7", "13x17", "33x31", "64x48", "100x129"):
                rows, columns = map(int, shape.split("x"))
                # By halves, by other whole factors along one or both axes, and as it is.
                sizes = [(max(1, rows // 2), max(1, columns // 2)), (rows, columns), (max(1, rows // 4), max(1, columns // 3)),
                         (rows, max(1, columns // 5)), (2 * rows, 3 * columns)]
                sizes += [(random.randint(1, 2 * rows), random.randint(1, 2 * columns)) for _ in range(3)]
                sizes += [(random.randint(1, rows), random.randint(1, columns)) for _ in range(2)]
                for height, width in sizes:
                    flavour = random.choice(["image", "full"])
                    if kind == "float64" or kind == "float32":
                        flavour = "image"
                    yield Case(height=height, width=width, kernel=kernel, input=f"{kind}/{shape}/{flavour}")


FILES = {"resize-opencv": (resize, resize_cases), "canny": (canny, canny_cases), "clahe": (clahe, clahe_cases), "resize-area": (area, area_cases)}

if __name__ == "__main__":
    if sys.argv[1:2] == ["--case"]:
        case = Case.parse(sys.argv[3])
        np.set_printoptions(threshold=sys.maxsize, linewidth=200)
        print(canonical(FILES[sys.argv[2]][0](case, *Inputs(case.inputs()).of(case))))
    else:
        write_all(FILES, sys.argv[1:] or list(FILES), {"resize-area"}, f"OpenCV {cv2.__version__}, NumPy {np.__version__}")
