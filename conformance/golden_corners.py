#!/usr/bin/env python3
"""Writes corners.tsv: what SciPy makes of whole numbers that a double does not hold, and of 4 and 5 axes.

python3 conformance/golden_corners.py

A line: filter, sigma, input type, output type, seed, shape, and the results. The input is made by the
formula of CornersTest.
"""
import pathlib

import numpy as np
import scipy
from scipy import ndimage

assert scipy.__version__.startswith("1.17"), scipy.__version__
HERE = pathlib.Path(__file__).resolve().parent
TARGET = HERE / "src/test/resources/penumbra/conformance/corners.tsv"
STEP = 0x9E3779B97F4A7C15
WHOLE = ["uint8", "int16", "uint16", "uint32", "int32", "int64"]


def pixels(kind, seed, shape):
    size = int(np.prod(shape))
    words = np.array([(STEP * (i + 1 + 97 * seed)) % 2**64 for i in range(size)], np.uint64)
    if kind == "uint32":
        return (words >> 32).astype(np.uint32).reshape(shape)
    if kind == "float64":
        return (words >> 40).astype(np.float64).reshape(shape)
    return (words.view(np.int64) >> 1).reshape(shape)


def calls():
    for kind in ("int64", "uint32"):
        for output in WHOLE + ["float32", "float64"]:
            yield "gaussian", 0.0, kind, output, (3, 4)
        for output in ("int64", "float64"):
            yield "laplace", 0.0, kind, output, (3, 4)
            for sigma in (0.0, 0.6, 1.1):
                yield "gaussian-laplace", sigma, kind, output, (3, 4)
                yield "gaussian-gradient-magnitude", sigma, kind, output, (3, 4)
    for shape in ((2, 3, 2, 2), (2, 2, 3, 2, 2)):
        yield "laplace", 0.0, "float64", "float64", shape
        for name in ("gaussian", "gaussian-laplace", "gaussian-gradient-magnitude"):
            yield name, 1.0, "float64", "float64", shape


def result(name, sigma, array, output):
    if name == "gaussian":
        return ndimage.gaussian_filter(array, sigma, output=output)
    if name == "laplace":
        return ndimage.laplace(array, output=output)
    if name == "gaussian-laplace":
        return ndimage.gaussian_laplace(array, sigma, output=output)
    return ndimage.gaussian_gradient_magnitude(array, sigma, output=output)


def main():
    lines = []
    with np.errstate(all="ignore"):
        for seed, (name, sigma, kind, output, shape) in enumerate(calls()):
            made = result(name, sigma, pixels(kind, seed, shape), output)
            # Both as 64 bits: whole numbers, or the bits of a double.
            bits = made.astype(np.int64) if made.dtype.kind in "iu" else made.astype(np.float64).view(np.int64)
            values = " ".join(str(value) for value in bits.ravel())
            lengths = "x".join(str(length) for length in shape)
            lines.append("\t".join([name, str(sigma), kind, output, str(seed), lengths, values]))
    TARGET.write_text("\n".join(lines) + "\n")
    print(len(lines), "lines")


if __name__ == "__main__":
    main()
