"""Does with a folder of pictures what 'penumbra run edges' does, as the article's Python implies.

    python3 bench/dataset_peer.py FOLDER OUT [PROCESSES] [COUNT]

imageio reads and writes, SciPy filters, NumPy measures: for each picture Laplacian of Gaussian,
gradient magnitude, Sobel's magnitude and Canny, four PNG files, statistics, and a histogram of 256
bins. SciPy has no Canny; scikit-image's is taken where it is installed, else the article's own
stand-in (Prewitt's magnitude of the image under a Fourier multiplier). Prints pictures a second.
"""

import csv
import multiprocessing
import os
import sys
import time

try:
    import imageio
    import numpy as np
    import scipy
    from scipy import ndimage
except ImportError as missing:
    sys.exit(f"python3 has no module '{missing.name}'")

try:
    import skimage
    from skimage import feature
except ImportError:
    feature = None

PERCENT = [1, 5, 25, 50, 75, 95, 99]


def canny(image):
    if feature is not None:
        return feature.canny(image, sigma=1.4, low_threshold=50, high_threshold=100) * np.uint8(255)
    shaded = np.real(ndimage.fourier_gaussian(image.astype(complex), sigma=0.05))
    return np.hypot(ndimage.prewitt(shaded, axis=0), ndimage.prewitt(shaded, axis=1))


def picture(values):
    """Values scaled from their range to 0..255, as imshow does it."""
    if values.dtype == np.uint8:
        return values
    low, high = values.min(), values.max()
    scaled = (values - low) / (high - low if high > low else 1) * 256
    return np.clip(scaled, 0, 255).astype(np.uint8)


def work(job):
    folder, out, name = job
    image = imageio.imread(os.path.join(folder, name))
    if image.ndim == 3:
        image = image[..., 0]
    image = np.asarray(image)
    real = image.astype(np.float32)
    results = {
        "laplacian-of-gaussian": ndimage.gaussian_laplace(real, sigma=1),
        "gradient": ndimage.gaussian_gradient_magnitude(real, sigma=2),
        "sobel": np.hypot(ndimage.sobel(real, 0), ndimage.sobel(real, 1)),
        "canny": canny(image),
    }
    for kind, values in results.items():
        target = os.path.join(out, kind, os.path.splitext(name)[0] + ".png")
        os.makedirs(os.path.dirname(target), exist_ok=True)
        imageio.imwrite(target, picture(values))
    row = [name, image.min(), image.max(), image.mean(), np.median(image), image.std()]
    row += list(np.percentile(image, PERCENT))
    row.append(" ".join(map(str, ndimage.histogram(image, 0, 255, 256))))
    return row


def main(folder, out, processes=1, count=None):
    names = sorted(
        os.path.relpath(os.path.join(at, file), folder)
        for at, _, files in os.walk(folder)
        for file in files
        if file.lower().endswith((".jpeg", ".jpg", ".png"))
    )[:count]
    jobs = [(folder, out, name) for name in names]
    os.makedirs(out, exist_ok=True)
    start = time.perf_counter()
    if processes == 1:
        rows = [work(job) for job in jobs]
    else:
        with multiprocessing.Pool(processes) as pool:
            rows = pool.map(work, jobs, chunksize=4)
    with open(os.path.join(out, "manifest.csv"), "w", newline="") as file:
        csv.writer(file).writerows(rows)
    seconds = time.perf_counter() - start
    canny_of = f"scikit-image {skimage.__version__}" if feature else "the article"
    print(
        f"{len(names)} pictures, {processes} process(es): {len(names) / seconds:.2f} a second"
        f" (imageio {imageio.__version__}, NumPy {np.__version__}, SciPy {scipy.__version__},"
        f" Canny of {canny_of})"
    )


if __name__ == "__main__":
    if not 3 <= len(sys.argv) <= 5:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2], *(int(argument) for argument in sys.argv[3:]))
