"""Writes the colormap data of the figure module, out of the installed Matplotlib.

    /usr/bin/python3 conformance/colormaps.py

Three files come of it, all relative to the project root:

- figure/src/main/resources/penumbra/figure/colour/colormaps.txt: the maps that exist only as tables
  (viridis and its kin, cividis, turbo), which the module reads.
- figure/src/test/resources/penumbra/figure/colormaps.golden.txt: every map and its reversed twin
  as Matplotlib gives it in bytes.
- scalings.golden.txt beside it: the entries that Normalize and a map of 256 colours choose for a
  few hundred values of each element type.

The build needs neither this script nor Python; it is run again when Matplotlib changes.
"""

from pathlib import Path

import matplotlib
import numpy as np
from matplotlib.colors import ListedColormap, Normalize

ROOT = Path(__file__).resolve().parent.parent / "figure" / "src"
TABLES = ["viridis", "plasma", "inferno", "magma", "cividis", "turbo"]
FORMULAS = ["gray", "bone", "hot", "CMRmap", "prism", "nipy_spectral", "terrain", "jet", "seismic", "bwr", "RdBu"]
ENTRIES_PER_LINE = 16

NOTICE = """\
# 256 colours a map, as RGB in hexadecimal.
# viridis, plasma, inferno, magma: Stefan van der Walt, Nathaniel Smith, Eric Firing; CC0 1.0.
# cividis: Jamie Nunez, Christopher Anderton, Ryan Renslow (PLoS ONE 13(7), 2018), as distributed
#   with Matplotlib under its BSD-compatible licence.
# turbo: Copyright 2019 Google LLC, Anton Mikhailov; Apache-2.0.
# Written by conformance/colormaps.py; not to be edited by hand.
"""


def rgb_bytes(name):
    return matplotlib.colormaps[name](np.arange(256), bytes=True)[:, :3]


def lines(name):
    hexadecimal = ["%02x%02x%02x" % tuple(colour) for colour in rgb_bytes(name)]
    yield name
    for at in range(0, 256, ENTRIES_PER_LINE):
        yield "  " + " ".join(hexadecimal[at : at + ENTRIES_PER_LINE])


def indices(values, vmin, vmax):
    """The table entries that imshow would choose: the colours of the probe are their own index."""
    probe = ListedColormap(np.arange(256)[:, None] / 255 * np.ones(3))
    normalized = Normalize(vmin, vmax)(values)
    return np.rint(probe(normalized)[..., 0] * 255).astype(int)


def scalings():
    random = np.random.default_rng(20261123)
    everything = np.arange(256)
    cases = [
        (everything.astype("uint8"), 0, 255),
        (everything.astype("uint8"), 3, 250),
        (everything.astype("uint8"), 7, 100),
        ((everything - 128).astype("int8"), -128, 127),
        (random.integers(0, 65536, 300).astype("uint16"), 0, 65535),
        (random.integers(0, 65536, 300).astype("uint16"), 117, 4095),
        (random.integers(-32768, 32768, 300).astype("int16"), -1000, 3000),
        (random.integers(0, 2**32, 300).astype("uint32"), 5, 2**32 - 1),
        (random.integers(-(2**31), 2**31, 300).astype("int32"), -(2**30), 2**30),
        (random.integers(-(2**40), 2**40, 300), -(2**40), 2**40),
        (random.normal(0, 1, 300).astype("float32"), -1.5, 2.1),
        (random.normal(0, 1, 300).astype("float32"), -0.1, 0.1),
        (random.normal(0, 1, 300), -1.5, 2.1),
        (random.normal(0, 1e-9, 300), -1e-9, 1e-9),
        (np.array([4.5, 4.5]), 4.5, 4.5),
    ]
    for values, vmin, vmax in cases:
        yield f"{values.dtype} {float(vmin)!r} {float(vmax)!r}"
        yield "  " + " ".join(repr(float(value)) for value in values)
        yield "  " + " ".join(str(index) for index in indices(values, vmin, vmax))


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="ascii")


def main():
    tables = [line for name in TABLES for line in lines(name)]
    write(ROOT / "main/resources/penumbra/figure/colour/colormaps.txt", NOTICE + "\n".join(tables) + "\n")
    names = [twin for name in FORMULAS + TABLES for twin in (name, name + "_r")]
    maps = [line for name in names for line in lines(name)]
    head = f"# Matplotlib {matplotlib.__version__}; written by conformance/colormaps.py\n"
    write(
        ROOT / "test/resources/penumbra/figure/colormaps.golden.txt", head + "\n".join(maps) + "\n"
    )
    write(
        ROOT / "test/resources/penumbra/figure/scalings.golden.txt",
        head + "\n".join(scalings()) + "\n",
    )


if __name__ == "__main__":
    main()
