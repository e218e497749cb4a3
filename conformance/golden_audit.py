#!/usr/bin/env python3
"""Writes the golden data of what the audit and the statistics of data sets measure.

    python3 conformance/golden_audit.py

Entropy by scikit-image, the variance of the Laplacian by OpenCV, the blur effect by scikit-image, the area under the ROC
curve and DeLong's variance by NumPy from the definitions, pair by pair. Any Python with NumPy, cv2 and skimage (0.19 or
newer) will do. Inputs follow from formulas that the test repeats.
"""

import math
import pathlib

import cv2
import numpy as np
import skimage
from skimage.measure import blur_effect, shannon_entropy

TARGET = pathlib.Path(__file__).parent.parent / "datasets/src/test/resources/penumbra/datasets/audit/measure/oracle.tsv"


def picture(kind, height, width):
    """Whole numbers of 8 bits: a smooth one, one of bars, one of noise, one that is flat."""
    y, x = np.mgrid[0:height, 0:width].astype(np.int64)
    if kind == "smooth":
        value = (x * x + 3 * y * y + x * y) // (height + width)
    elif kind == "bars":
        value = ((x // 5) % 2) * 200 + ((y // 7) % 3) * 20
    elif kind == "noise":
        value = (x * 1103515245 + y * 12345 + x * y * 40503 + (x ^ y) * 2654435761) >> 7
    else:
        value = 0 * x + 77
    return (value & 255).astype(np.uint8)


def numbers(seed, count, step):
    """A walk through a few values, so that there are ties."""
    return np.array([((i * 7919 + seed * 104729) % 97) // step + (i % 3) * 0.25 for i in range(count)])


def auc(positives, negatives):
    """The area and DeLong's variance."""
    above = (positives[:, None] > negatives[None, :]) + 0.5 * (positives[:, None] == negatives[None, :])
    v10 = above.mean(axis=1)
    v01 = above.mean(axis=0)
    return above.mean(), v10.var(ddof=1) / len(positives) + v01.var(ddof=1) / len(negatives)


def main():
    lines = [f"# scikit-image {skimage.__version__}, OpenCV {cv2.__version__}, NumPy {np.__version__}"]
    for kind in ("smooth", "bars", "noise", "flat"):
        for height, width in ((13, 17), (64, 48), (101, 130), (3, 40)):
            image = picture(kind, height, width)
            laplacian = cv2.Laplacian(image, cv2.CV_64F).var()
            blur = float("nan")
            if min(height, width) > 11 and kind != "flat":
                blur = blur_effect(image.astype(float))
            lines.append(f"image\t{kind}\t{height}\t{width}\t{shannon_entropy(image)!r}\t{float(laplacian)!r}\t{float(blur)!r}")
    for seed, m, n, step in ((1, 20, 30, 1), (2, 11, 50, 10), (3, 200, 150, 30), (4, 2, 3, 5), (5, 40, 40, 97)):
        positives = numbers(seed, m, step) + (0.5 if seed == 3 else 0)
        negatives = numbers(seed + 10, n, step)
        area, variance = auc(positives, negatives)
        lines.append(f"auc\t{seed}\t{m}\t{n}\t{step}\t{float(area)!r}\t{math.sqrt(variance)!r}")
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
