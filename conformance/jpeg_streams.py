"""A small encoder of JPEG streams, for features that no encoder at hand writes. Used by golden_jpeg.py."""

import numpy as np

ZIGZAG = sorted(range(64), key=lambda i: (i // 8 + i % 8, (i // 8 if (i // 8 + i % 8) % 2 else i % 8)))


class Bits:
    def __init__(self):
        self.text = []

    def put(self, value, length):
        if length:
            self.text.append(format(value, f"0{length}b"))

    def stuffed(self):
        text = "".join(self.text)
        text += "1" * (-len(text) % 8)
        data = bytes(int(text[i:i + 8], 2) for i in range(0, len(text), 8))
        return data.replace(b"\xff", b"\xff\0")


def category(value):
    return abs(int(value)).bit_length()


def magnitude(value, size):
    """The bits behind a code of category `size`."""
    return (int(value) if value >= 0 else int(value) + (1 << size) - 1, size)


class Table:
    """Lengths 2 to 6 for the symbols met most often, `longest` for all others."""

    def __init__(self, symbols, longest):
        found, counts = np.unique(np.array(symbols), return_counts=True)
        order = [int(s) for s in found[np.argsort(-counts, kind="stable")]]
        short, rest = order[:5], order[5:]
        self.lengths = [0] * 17
        for length in range(2, 2 + len(short)):
            self.lengths[length] = 1
        self.lengths[longest] += len(rest)
        self.symbols = order
        self.codes, code, i = {}, 0, 0
        for length in range(1, 17):
            for _ in range(self.lengths[length]):
                self.codes[order[i]] = (code, length)
                code, i = code + 1, i + 1
            code <<= 1

    def segment(self, head):
        return segment(0xC4, bytes([head] + self.lengths[1:] + self.symbols))


def segment(marker, payload):
    return bytes([0xFF, marker]) + (len(payload) + 2).to_bytes(2, "big") + payload


def frame(marker, shape, precision, sampling):
    head = bytes([precision]) + shape[0].to_bytes(2, "big") + shape[1].to_bytes(2, "big") + bytes([shape[2]])
    return segment(marker, head + b"".join(bytes([i + 1, h << 4 | v, 0]) for i, (h, v) in enumerate(sampling)))


def scan_header(parts, start, end, low):
    return segment(0xDA, bytes([len(parts)]) + b"".join(bytes([i + 1, 0]) for i in parts) + bytes([start, end, low]))


def coded(chunks, tables):
    """Chunks of (table, symbol, value, size), a restart marker between two of them."""
    out = b""
    for number, chunk in enumerate(chunks):
        bits = Bits()
        for table, symbol, value, size in chunk:
            bits.put(*tables[table].codes[symbol])
            bits.put(value, size)
        out += (bytes([0xFF, 0xD0 + (number - 1) % 8]) if number else b"") + bits.stuffed()
    return out


def lossless(array, precision, predictor, point=0, rows_between=0, interleaved=True, longest=10):
    rows, columns, count = array.shape
    x = array.astype(np.int64) >> point
    out = b"\xff\xd8" + frame(0xC3, array.shape, precision, [(1, 1)] * count)
    if rows_between:
        out += segment(0xDD, (rows_between * columns).to_bytes(2, "big"))
    for parts in ([list(range(count))] if interleaved else [[c] for c in range(count)]):
        chunks = []
        for r in range(rows):
            first = r == 0 or (rows_between and r % rows_between == 0)
            if first:
                chunks.append([])
            for k in range(columns):
                for c in parts:
                    if first:
                        guess = x[r, k - 1, c] if k else 1 << (precision - point - 1)
                    elif k == 0:
                        guess = x[r - 1, k, c]
                    else:
                        a, b, d = x[r, k - 1, c], x[r - 1, k, c], x[r - 1, k - 1, c]
                        guess = (a, b, d, a + b - d, a + ((b - d) >> 1), b + ((a - d) >> 1), (a + b) >> 1)[predictor - 1]
                    difference = int((x[r, k, c] - guess + 32767) % 65536 - 32767)
                    size = category(difference)
                    chunks[-1].append((0, size, *((0, 0) if size == 16 else magnitude(difference, size))))
        table = Table([symbol for chunk in chunks for _, symbol, _, _ in chunk], longest)
        out += table.segment(0) + scan_header(parts, predictor, 0, point) + coded(chunks, [table])
    return out + b"\xff\xd9"


def cosines():
    k = np.arange(8)
    matrix = np.cos(np.outer(k, 2 * k + 1) * np.pi / 16) / 2
    matrix[0] /= np.sqrt(2)
    return matrix


def blocks(plane, across, down, quantum, precision):
    """Quantized coefficients in zigzag order, by block row and column; edges are repeated."""
    padded = np.pad(plane, ((0, down * 8 - plane.shape[0]), (0, across * 8 - plane.shape[1])), "edge")
    dct = cosines()
    tiles = padded.reshape(down, 8, across, 8).transpose(0, 2, 1, 3) - (1 << (precision - 1))
    return np.round(dct @ tiles @ dct.T / quantum).astype(int).reshape(down, across, 64)[:, :, ZIGZAG]


def dct(array, precision, sampling, interval=0, interleaved=True, quantum=12, wide=False, longest=10):
    rows, columns, count = array.shape
    most_h, most_v = max(h for h, _ in sampling), max(v for _, v in sampling)
    units = -(-columns // (8 * most_h)), -(-rows // (8 * most_v))
    planes, own = [], []
    for c, (h, v) in enumerate(sampling):
        height, width = -(-rows * v // most_v), -(-columns * h // most_h)
        at = np.arange(height) * most_v // v, np.arange(width) * most_h // h
        planes.append(blocks(array[:, :, c][np.ix_(*at)].astype(float), units[0] * h, units[1] * v, quantum, precision))
        own.append((-(-width // 8), -(-height // 8)))
    quantization = quantum.to_bytes(2, "big") * 64 if wide else bytes([quantum] * 64)
    out = b"\xff\xd8" + segment(0xDB, bytes([0x10 if wide else 0]) + quantization)
    out += frame(0xC0 if precision == 8 and not wide else 0xC1, array.shape, precision, sampling)
    if interval:
        out += segment(0xDD, interval.to_bytes(2, "big"))
    for parts in ([list(range(count))] if interleaved and count > 1 else [[c] for c in range(count)]):
        chunks, last = [], {}
        across, down = own[parts[0]] if len(parts) == 1 else units
        for unit in range(across * down):
            if unit == 0 or (interval and unit % interval == 0):
                chunks.append([])
                last = dict.fromkeys(parts, 0)
            row, column = divmod(unit, across)
            for c in parts:
                h, v = (1, 1) if len(parts) == 1 else sampling[c]
                for i in range(h * v):
                    block = planes[c][row * v + i // h, column * h + i % h]
                    chunks[-1] += block_symbols(block, last[c])
                    last[c] = block[0]
        symbols = [[s for chunk in chunks for t, s, _, _ in chunk if t == kind] for kind in (0, 1)]
        tables = [Table(of, longest) for of in symbols]
        out += tables[0].segment(0) + tables[1].segment(0x10) + scan_header(parts, 0, 63, 0) + coded(chunks, tables)
    return out + b"\xff\xd9"


def block_symbols(block, last):
    size = category(block[0] - last)
    found = [(0, size, *magnitude(block[0] - last, size))]
    run = 0
    for value in block[1:]:
        if value == 0:
            run += 1
            continue
        while run > 15:
            found.append((1, 0xF0, 0, 0))
            run -= 16
        size = category(value)
        found.append((1, run << 4 | size, *magnitude(value, size)))
        run = 0
    if run:
        found.append((1, 0, 0, 0))
    return found
