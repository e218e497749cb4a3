"""Times SciPy on the rows of the measure; see docs/performance.md.

    python3 bench/scipy_peer.py PICTURE.npy SECONDS_PER_ROW ROWS

PICTURE is 8-bit grey, ROWS a regular expression. The first line printed names the versions; each
other one holds row, median, lower and upper end of its interval (milliseconds), calls.
"""

import re
import sys
import time

try:
    import numpy as np
    import scipy
    from scipy import ndimage
except ImportError as missing:
    sys.exit(f"python3 has no module '{missing.name}'")

try:
    from skimage import feature
except ImportError:
    feature = None

ITERATIONS = 10


def rows(u8):
    """Name -> call. Results are written into the same arrays again, as the other contenders do."""
    f32 = u8.astype(np.float32)
    out, other = np.empty_like(f32), np.empty_like(f32)
    out8 = np.empty_like(u8)

    def sobel():
        ndimage.sobel(u8, 0, output=out)
        ndimage.sobel(u8, 1, output=other)
        return np.hypot(out, other, out=out)

    def sobel_normalized():
        magnitude = sobel()
        magnitude *= 255.0 / np.max(magnitude)

    table = {
        "gaussian-1-f32": lambda: ndimage.gaussian_filter(f32, 1, output=out),
        "gaussian-2-f32": lambda: ndimage.gaussian_filter(f32, 2, output=out),
        "gaussian-10-f32": lambda: ndimage.gaussian_filter(f32, 10, output=out),
        "gaussian-1-u8-u8": lambda: ndimage.gaussian_filter(u8, 1, output=out8),
        "laplace-1-f32": lambda: ndimage.gaussian_laplace(f32, 1, output=out),
        "laplace-1-u8": lambda: ndimage.gaussian_laplace(u8, 1, output=out),
        "gradient-2-f32": lambda: ndimage.gaussian_gradient_magnitude(f32, 2, output=out),
        "gradient-2-u8": lambda: ndimage.gaussian_gradient_magnitude(u8, 2, output=out),
        "sobel-u8": sobel,
        "sobel-normalized-u8": sobel_normalized,
        "histogram-u8": lambda: np.histogram(u8, bins=256, range=(0, 256)),
        "statistics-u8": lambda: (u8.min(), u8.max(), u8.mean(), np.median(u8)),
        "threshold-u8": lambda: np.where(u8 > 150, u8, 0),
        "copy-f32": lambda: np.copyto(out, f32),
    }
    if feature is not None:
        # Its Canny has the L2 norm and a wider Gaussian; the nearest there is.
        grey = u8 / 255.0
        table["blur-canny-u8"] = lambda: feature.canny(grey, 1.4, 50 / 255, 150 / 255)
    return table


def timed(call, seconds):
    """Median, lower and upper end of its interval, calls; as penumbra.bench.Timing has them."""
    call()
    every, medians = [], []
    for _ in range(ITERATIONS):
        end = time.perf_counter() + seconds / ITERATIONS
        times = []
        while not times or time.perf_counter() < end:
            start = time.perf_counter()
            call()
            times.append(1000 * (time.perf_counter() - start))
        every += times
        medians.append(np.median(times))
    medians.sort()
    return np.median(every), medians[1], medians[-2], len(every)


def main():
    picture, seconds, wanted = sys.argv[1], float(sys.argv[2]), re.compile(sys.argv[3])
    extra = ""
    if feature is not None:
        import skimage

        extra = f", scikit-image {skimage.__version__}"
    python = ".".join(map(str, sys.version_info[:3]))
    print(f"SciPy {scipy.__version__}, NumPy {np.__version__}{extra}, Python {python}")
    for name, call in rows(np.load(picture)).items():
        if wanted.fullmatch(name):
            print(name, *timed(call, seconds), sep="\t")


if __name__ == "__main__":
    main()
