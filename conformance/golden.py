#!/usr/bin/env python3
"""Writes the golden data of SciPy and NumPy: what each filter gives on generated inputs, bit for bit.

    python3 conformance/golden.py                  write all files anew
    python3 conformance/golden.py gaussian laplace write these files anew
    python3 conformance/golden.py --case gaussian 'sigma=1.0 order=0 ...'
                                                   print what SciPy gives for one line of gaussian.tsv

README.md beside this file says what stands in the files and which versions wrote them.
"""

import sys
import warnings

import numpy as np
import scipy
from scipy import fft, ndimage

from golden_files import Case, Inputs, canonical, write_all

TYPES = ["uint8", "int16", "uint16", "int32", "float32", "float64"]
RARE_TYPES = ["int8", "uint32", "int64"]
BOUNDARIES = [("reflect", 0.0), ("constant", 0.0), ("constant", 7.5), ("nearest", 0.0), ("mirror", 0.0), ("wrap", 0.0)]
SHAPES = ["1x1", "1x9", "8x1", "2x3", "5x7", "13x17", "7x16", "1", "2", "5", "50", "5x6x7", "1x4x9", "3x1x5", "2x2x2", "33x31"]
IMAGES = [shape for shape in SHAPES if shape.count("x") == 1]
WINDOW_SHAPES = [*SHAPES, "2x3x4x5", "207", "3x207"]
SIGMAS = [0.5, 0.8, 1.0, 1.5, 2.0, 3.0, 3.7]


# ---- what the filters compute -------------------------------------------------------------------

def output_of(case, x):
    return x.dtype if case["output"] == "same" else np.dtype(case["output"])


def margin(case):
    return {"mode": case["boundary"], "cval": float(case["cval"])}


def numbers(text):
    values = [float(v) for v in text.split(",")]
    return values[0] if len(values) == 1 else values


def orders(text):
    values = [int(v) for v in text.split(",")]
    return values[0] if len(values) == 1 else values


def gaussian(case, x):
    return ndimage.gaussian_filter(x, numbers(case["sigma"]), orders(case["order"]), output=output_of(case, x),
                                   truncate=float(case["truncate"]), **margin(case))


def gaussian_laplace(case, x):
    return ndimage.gaussian_laplace(x, numbers(case["sigma"]), output=output_of(case, x),
                                    truncate=float(case["truncate"]), **margin(case))


def gaussian_gradient_magnitude(case, x):
    return ndimage.gaussian_gradient_magnitude(x, numbers(case["sigma"]), output=output_of(case, x),
                                               truncate=float(case["truncate"]), **margin(case))


def laplace(case, x):
    return ndimage.laplace(x, output=output_of(case, x), **margin(case))


def sobel(case, x):
    return ndimage.sobel(x, int(case["axis"]), output=output_of(case, x), **margin(case))


def prewitt(case, x):
    return ndimage.prewitt(x, int(case["axis"]), output=output_of(case, x), **margin(case))


def magnitude(derivative):
    """The derivatives in the output type, their length in float64 (np.hypot), stored by a C cast."""
    def function(case, x):
        kind = output_of(case, x)
        y, x = (derivative(x, axis, output=kind, **margin(case)) for axis in (0, 1))
        wide = np.float64 if kind.kind != "f" else kind
        length = np.hypot(y.astype(wide), x.astype(wide))
        return length if kind.kind == "f" else length.astype(np.int64 if kind == "uint32" else np.int32).astype(kind)
    return function


def weighted(window):
    """A function of the elements that also tells their order apart."""
    total = 0.0
    for k, value in enumerate(window):
        total += (k + 1) * value
    return total


def footprint(case):
    shape = tuple(int(n) for n in case["footprint"].split("x"))
    return np.array([place == "1" for place in case["mask"]]).reshape(shape)


def generic_filter(case, x):
    return ndimage.generic_filter(x, weighted, footprint=footprint(case), output=output_of(case, x),
                                  origin=[int(n) for n in case["origin"].split(",")], **margin(case))


def median(case, x):
    return ndimage.median_filter(x, footprint=footprint(case), output=output_of(case, x),
                                 origin=[int(n) for n in case["origin"].split(",")], **margin(case))


def generic_filter1d(case, x):
    size = int(case["size"])

    def weighted_line(line, result):
        n = len(result)
        result[...] = 0.0
        for k in range(size):
            result += (k + 1) * line[k:k + n]

    return ndimage.generic_filter1d(x, weighted_line, size, int(case["axis"]), output=output_of(case, x),
                                    origin=int(case["origin"]), **margin(case))


def correlate1d(case, x):
    """One pass after the other, each with a boundary of its own."""
    for axis, weights, origin, mode, cval in zip(*(case[key].split(";") for key in
                                                   ("axis", "weights", "origin", "boundary", "cval"))):
        x = ndimage.correlate1d(x, [float(w) for w in weights.split(",")], int(axis), output=output_of(case, x), mode=mode,
                                cval=float(cval), origin=int(origin))
    return x


def fourier_gaussian_multiplier(case, x):
    return ndimage.fourier_gaussian(x, numbers(case["sigma"]), output=output_of(case, x).type)


def fourier_gaussian(case, x):
    return fft.ifftn(ndimage.fourier_gaussian(fft.fftn(x.astype(np.float64)), numbers(case["sigma"]))).real


def hypot(case, x, y):
    return np.hypot(x, y)


def threshold_keep(case, x):
    return np.where(x > float(case["value"]), x, x.dtype.type(0))


def threshold_binary(case, x):
    return np.where(x > float(case["value"]), np.uint8(255), np.uint8(0))


def normalize_maximum(case, x):
    return x * (float(case["upper"]) / x.max())


def resolved(case, x, real):
    """The result in the output type: rounded and clipped where it is an integer one."""
    kind = x.dtype if case["output"] == "same" else np.dtype(case["output"])
    if kind.kind == "f":
        return real.astype(kind)
    bounds = np.iinfo(kind)
    return np.clip(np.rint(real), bounds.min, bounds.max).astype(kind)


def map_range(case, x):
    lower, upper, to_lower, to_upper = numbers(case["range"])
    real = x.astype(np.float64)
    given = np.clip(real, lower, upper) if case["clip"] == "true" else real
    return resolved(case, x, to_lower + (given - lower) * ((to_upper - to_lower) / (upper - lower)))


def standardize(case, x):
    return resolved(case, x, (x.astype(np.float64) - float(case["mean"])) / float(case["deviation"]))


def imagenet(case, x):
    mean, deviation = np.array([0.485, 0.456, 0.406]), np.array([0.229, 0.224, 0.225])
    planes = (x.astype(np.float64) / float(case["upper"]) - mean[:, None, None]) / deviation[:, None, None]
    return planes.astype(np.float64 if x.dtype == np.float64 else np.float32)


NUMPY_PADS = {"reflect": "symmetric", "constant": "constant", "nearest": "edge", "mirror": "reflect", "wrap": "wrap"}


def pad(case, x):
    top, bottom, left, right = (int(v) for v in case["margins"].split(","))
    margins = [(0, 0)] * (x.ndim - 2) + [(top, bottom), (left, right)]
    constant = {"constant_values": float(case["cval"])} if case["boundary"] == "constant" else {}
    return np.pad(x, margins, NUMPY_PADS[case["boundary"]], **constant)


def crop(case, x):
    top, left, height, width = (int(v) for v in case["box"].split(","))
    return x[..., top:top + height, left:left + width]


def centre_crop(case, x):
    """As torchvision.transforms.functional.center_crop finds the corner."""
    height, width = (int(v) for v in case["size"].split(","))
    top, left = int(round((x.shape[-2] - height) / 2)), int(round((x.shape[-1] - width) / 2))
    return x[..., top:top + height, left:left + width]


def histogram(case, x):
    return ndimage.histogram(x, float(case["min"]), float(case["max"]), int(case["bins"])).astype(np.int64)


PERCENTS = [0, 1, 5, 25, 33.3, 50, 75, 99, 100]


def statistics(case, x):
    """Of the finite values: count, min, max, mean, median, standard deviation; number of NaN; percentiles."""
    x = x.astype(np.float64)
    v = x[np.isfinite(x)]
    figures = [v.size, v.min(), v.max(), v.mean(), np.median(v), v.std(), np.isnan(x).sum()]
    return np.array(figures + list(np.percentile(v, PERCENTS)))


# ---- which cases there are ----------------------------------------------------------------------

def outputs(kind):
    return ["same"] + [t for t in ("float32", "float64") if t != kind]


def flavours(kind):
    return ["full", "low", "image"] if not kind.startswith("float") else ["full", "full", "image", "wild", "special"]


def text(values):
    return ",".join(repr(v) for v in values)


def crossed(parameters):
    """Every type, boundary and plain output type, for each of a few sets of parameters."""
    for kind in TYPES:
        for boundary, cval in BOUNDARIES:
            for output in outputs(kind):
                for given in parameters:
                    yield Case(**given, boundary=boundary, cval=cval, output=output, input=f"{kind}/5x7/full")


def drawn(random, count, parameters, shapes=SHAPES):
    """Cases drawn at random: any type into any type, any shape, any content."""
    for i in range(count):
        kind = random.choice(TYPES if i % 12 else RARE_TYPES)
        shape = random.choice(shapes)
        boundary, cval = random.choice(BOUNDARIES)
        output = random.choice(["same", "float32", "float64", *TYPES])
        output = "same" if output == kind else output
        given = parameters(random, shape.count("x") + 1)
        yield Case(**given, boundary=boundary, cval=cval, output=output,
                   input=f"{kind}/{shape}/{random.choice(flavours(kind))}")


def draw_sigma(random, rank):
    if random.random() < 0.6:
        return text([random.choice(SIGMAS)])
    return text([random.choice([0.0, *SIGMAS]) for _ in range(rank)])


def draw_smoothing(random, rank):
    return {"sigma": draw_sigma(random, rank), "truncate": random.choice([4.0, 4.0, 2.5, 3.0])}


def draw_gaussian(random, rank):
    order = [random.choice([0, 0, 1, 2, 3])] if random.random() < 0.5 else [random.randrange(4) for _ in range(rank)]
    return {"sigma": draw_sigma(random, rank), "order": text(order), "truncate": random.choice([4.0, 4.0, 2.5, 3.0])}


def draw_origin(random, size):
    return random.randint(-(size // 2), (size - 1) // 2)


def draw_footprint(random, rank):
    shape = [random.choice([1, 2, 3, 3, 5] if rank < 3 else [1, 2, 3]) for _ in range(rank)]
    places = int(np.prod(shape))
    mask = [random.random() < 0.7 for _ in range(places)]
    mask[random.randrange(places)] = True
    return {"footprint": "x".join(map(str, shape)), "mask": "".join("01"[place] for place in mask),
            "origin": ",".join(str(draw_origin(random, n)) for n in shape)}


def draw_line(random, rank):
    size = random.choice([1, 2, 3, 4, 5, 9, 30])
    return {"size": size, "axis": random.randrange(-rank, rank), "origin": draw_origin(random, size)}


def draw_weights(random):
    kind, length = random.choice(["any", "even", "odd"]), random.choice([1, 2, 3, 4, 5, 7, 13])
    half = [random.choice([round(random.uniform(-2, 2), 3), float(random.randint(-3, 3))]) for _ in range(length)]
    if kind == "any":
        return half
    mirrored = half[::-1] if kind == "even" else [-w for w in half[::-1]]
    return half + [1.0 if kind == "even" else 0.0] + mirrored


def correlate1d_cases(random):
    """One pass, or two along the last axes; every type into every type."""
    for i in range(900):
        kind = random.choice(TYPES if i % 12 else RARE_TYPES)
        shape = random.choice(WINDOW_SHAPES)
        rank = shape.count("x") + 1
        axes = [random.randrange(rank)] if rank == 1 or i % 3 == 0 else random.sample(range(rank), 2)
        weights = [draw_weights(random) for _ in axes]
        modes = [random.choice(BOUNDARIES) for _ in axes]
        output = random.choice(["same", "float32", "float64", *TYPES])
        yield Case(axis=";".join(map(str, axes)), weights=";".join(text(w) for w in weights),
                   origin=";".join(str(draw_origin(random, len(w))) for w in weights),
                   boundary=";".join(mode for mode, _ in modes), cval=";".join(str(cval) for _, cval in modes),
                   output="same" if output == kind else output,
                   input=f"{kind}/{shape}/{random.choice(flavours(kind))}")


def median_cases(random):
    # SciPy has other code for one axis, which passes over the mask and, in short lines, the boundary.
    for case in drawn(random, 400, draw_footprint, [shape for shape in WINDOW_SHAPES if "x" in shape]):
        kind, shape, flavour = case["input"].split("/")
        # Which of two zeros, or what of NaN, is in the middle is nobody's promise.
        case["input"] = f"{kind}/{shape}/" + (flavour if flavour in ("full", "image") else "full")
        case["output"] = "same"
        yield case


def draw_axis(random, rank):
    return {"axis": random.randrange(-rank, rank)}


def smoothing(*sigmas):
    return [{"sigma": s, "truncate": 4.0} for s in sigmas]


def gaussian_cases(random):
    yield from crossed([{"sigma": "1.0", "order": "0", "truncate": 4.0},
                        {"sigma": "2.0", "order": "0", "truncate": 4.0},
                        {"sigma": "0.5,3.7", "order": "1,2", "truncate": 2.5},
                        {"sigma": "1.0", "order": "3,0", "truncate": 4.0}])
    yield from drawn(random, 700, draw_gaussian)


def kernel_cases(random):
    """The response to an impulse: the weights themselves."""
    for i in range(2400):
        order = i % 4
        truncate = random.choice([4.0, 4.0, 2.5, 3.0, 6.0])
        kind = i // 4 % 4
        if kind == 0:
            sigma = random.choice([0.25, 0.5, 0.75, 1.0, 1.25, 1.5, 1.75, 2.0, 2.5, 3.0, 3.5, 4.0, 5.0, 6.0, 7.0, 8.0])
        elif kind == 1:
            sigma = round(random.uniform(0.1, 8), 1)
        elif kind == 2:
            sigma = round(random.uniform(0.2, 5), 3)
        else:
            sigma = random.uniform(0.2, 40) if i % 5 == 0 else random.uniform(0.2, 4)
        n = 2 * int(truncate * sigma + 0.5) + 1
        yield Case(sigma=repr(sigma), order=order, truncate=truncate, boundary="constant", cval=0.0, output="same",
                   input=f"float64/{n}/impulse")


def fourier_cases(random, output_types):
    for i in range(240):
        kind = random.choice(TYPES)
        shape = random.choice(SHAPES)
        rank = shape.count("x") + 1
        sigma = [random.choice([0.05, 0.0, 0.3, 1.0, 2.0, 3.7])] if i % 2 else [random.choice([0.05, 0.5, 1.0, 4.0]) for _ in range(rank)]
        flavour = random.choice(["full", "image"] if output_types == ["float64"] else flavours(kind))
        yield Case(sigma=text(sigma), output=random.choice(output_types), input=f"{kind}/{shape}/{flavour}")


def hypot_cases(random):
    for kind in TYPES + ["int8"]:
        for shape in ("5x7", "13x17", "50", "2x2x2"):
            for flavour in sorted(set(flavours(kind))):
                other = random.choice(["full", "image", flavour])
                yield Case(input=f"{kind}/{shape}/{flavour}", other=f"{kind}/{shape}/{other}")


def threshold_cases(random):
    for kind in TYPES:
        for flavour in sorted(set(flavours(kind))):
            for value in (0.0, 7.0, 150.0, -3.5, 99.5):
                yield Case(value=value, input=f"{kind}/{random.choice(SHAPES)}/{flavour}")


def normalize_cases(random):
    for kind in ("float16", "float32", "float64"):
        for shape in SHAPES:
            for upper in (255.0, 1.0, 65535.0):
                if kind != "float16" or upper != 65535.0:
                    yield Case(upper=upper, input=f"{kind}/{shape}/image")


def pointwise(random, parameters):
    for kind in TYPES:
        for flavour in sorted(set(flavours(kind)) - {"special", "wild"}):
            for given in parameters:
                for output in ("float32", "float64", "uint8", "int16", "uint16"):
                    yield Case(**given, output="same" if output == kind else output,
                               input=f"{kind}/{random.choice(SHAPES)}/{flavour}")


def map_range_cases(random):
    ranges = ["0.0,255.0,-1024.0,1024.0", "0.0,255.0,0.0,1.0", "-50.0,120.5,255.0,0.0", "0.0,65535.0,0.0,255.0"]
    yield from pointwise(random, [{"range": r, "clip": clip} for r in ranges for clip in ("true", "false")])


def standardize_cases(random):
    yield from pointwise(random, [{"mean": 128.5, "deviation": 61.2}, {"mean": -3.0, "deviation": 0.01}])


def imagenet_cases(random):
    for kind in TYPES:
        for shape in IMAGES:
            yield Case(upper=random.choice([255.0, 65535.0, 4095.0]), input=f"{kind}/{shape}/image")


PICTURES = [shape for shape in SHAPES if "x" in shape]


def pad_cases(random):
    for kind in TYPES:
        for boundary, cval in BOUNDARIES:
            for shape in PICTURES:
                if boundary == "constant" and kind.startswith("uint") and cval != int(cval):
                    cval = 7.0
                margins = ",".join(str(random.choice([0, 1, 2, 5, 20])) for _ in range(4))
                yield Case(margins=margins, boundary=boundary, cval=cval, input=f"{kind}/{shape}/low")


def crop_cases(random, sized):
    for kind in TYPES:
        for shape in PICTURES:
            rows, columns = (int(n) for n in shape.split("x")[-2:])
            for _ in range(3):
                height, width = random.randint(1, rows), random.randint(1, columns)
                top, left = random.randint(0, rows - height), random.randint(0, columns - width)
                name = {"size": f"{height},{width}"} if sized else {"box": f"{top},{left},{height},{width}"}
                yield Case(**name, input=f"{kind}/{shape}/full")


def histogram_cases(random):
    for kind in TYPES:
        for flavour in sorted(set(flavours(kind)) - {"special"}):
            for low, high, bins in ((0.0, 255.0, 256), (0.0, 255.0, 255), (-10.0, 9.0, 19), (0.0, 1.0, 10), (-50.0, 120.5, 37), (0.0, 300.0, 7)):
                yield Case(min=low, max=high, bins=bins, input=f"{kind}/{random.choice(['13x17', '50', '33x31', '5x6x7'])}/{flavour}")


def statistics_cases(random):
    for kind in TYPES:
        for flavour in sorted(set(flavours(kind)) - {"wild"}):
            for shape in SHAPES:
                if flavour != "special" or shape not in ("1x1", "1"):
                    yield Case(input=f"{kind}/{shape}/{flavour}")


FILES = {
    "gaussian": (gaussian, gaussian_cases),
    "gaussian-kernel": (gaussian, kernel_cases),
    "gaussian-laplace": (gaussian_laplace, lambda r: [*crossed(smoothing("1.0", "2.0", "0.8,1.5")), *drawn(r, 350, draw_smoothing)]),
    "gaussian-gradient-magnitude": (gaussian_gradient_magnitude,
                                    lambda r: [*crossed(smoothing("1.0", "2.0", "0.8,1.5")), *drawn(r, 350, draw_smoothing)]),
    "laplace": (laplace, lambda r: [*crossed([{}]), *drawn(r, 250, lambda random, rank: {})]),
    "sobel": (sobel, lambda r: [*crossed([{"axis": 0}, {"axis": -1}]), *drawn(r, 250, draw_axis)]),
    "prewitt": (prewitt, lambda r: [*crossed([{"axis": 0}, {"axis": -1}]), *drawn(r, 250, draw_axis)]),
    "sobel-magnitude": (magnitude(ndimage.sobel),
                        lambda r: [*crossed([{}]), *drawn(r, 150, lambda random, rank: {}, IMAGES)]),
    "prewitt-magnitude": (magnitude(ndimage.prewitt),
                          lambda r: [*crossed([{}]), *drawn(r, 150, lambda random, rank: {}, IMAGES)]),
    "correlate1d": (correlate1d, correlate1d_cases),
    "generic-filter1d": (generic_filter1d, lambda r: drawn(r, 500, draw_line, WINDOW_SHAPES)),
    "generic-filter": (generic_filter, lambda r: drawn(r, 600, draw_footprint, WINDOW_SHAPES)),
    "median": (median, median_cases),
    "fourier-gaussian-multiplier": (fourier_gaussian_multiplier, lambda r: fourier_cases(r, ["float32", "float64", "float64"])),
    "fourier-gaussian": (fourier_gaussian, lambda r: fourier_cases(r, ["float64"])),
    "hypot": (hypot, hypot_cases),
    "threshold-keep": (threshold_keep, threshold_cases),
    "threshold-binary": (threshold_binary, threshold_cases),
    "normalize-maximum": (normalize_maximum, normalize_cases),
    "map-range": (map_range, map_range_cases),
    "standardize": (standardize, standardize_cases),
    "imagenet": (imagenet, imagenet_cases),
    "pad": (pad, pad_cases),
    "crop": (crop, lambda r: crop_cases(r, False)),
    "centre-crop": (centre_crop, lambda r: crop_cases(r, True)),
    "histogram": (histogram, histogram_cases),
    "statistics": (statistics, statistics_cases),
}
COMPARED_WITHIN_A_TOLERANCE = {"fourier-gaussian", "statistics"}


def main(arguments):
    if not scipy.__version__.startswith("1.17."):
        sys.exit(f"SciPy must be of version 1.17, but is {scipy.__version__}; install scipy==1.17.1 numpy==2.4.6")
    warnings.simplefilter("ignore", RuntimeWarning)
    if arguments[:1] == ["--case"]:
        case = Case.parse(arguments[2])
        result = FILES[arguments[1]][0](case, *Inputs(case.inputs()).of(case))
        np.set_printoptions(threshold=sys.maxsize, floatmode="unique", linewidth=200)
        print(canonical(result), result.dtype, result.shape, sep="\n")
        return
    by = f"SciPy {scipy.__version__}, NumPy {np.__version__}"
    write_all(FILES, arguments or list(FILES), COMPARED_WITHIN_A_TOLERANCE, by)


if __name__ == "__main__":
    main(sys.argv[1:])
