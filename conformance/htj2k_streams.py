"""A small encoder of High-Throughput JPEG 2000, ITU-T T.814, for the passes that OpenJPH does not write: those that refine,
placeholders, passes spread over layers, and mixed components.

A stream has one tile without wavelet and one code-block, so that its samples less the offset are the coefficients. It takes
the code words from the table of penumbra.dicom.codec.htj2k; that OpenJPEG decodes the streams holds both.
"""

import pathlib
import struct

TABLE = (pathlib.Path(__file__).resolve().parent.parent
         / "dicom/src/main/resources/penumbra/dicom/codec/htj2k/cxtvlc.txt")
EXPONENTS = (0, 0, 0, 1, 1, 1, 2, 2, 2, 3, 3, 4, 5)


def code_words():
    """By table, context and significance: a list of (offset, e_k, e_1, word, length)."""
    found = {}
    for line in TABLE.read_text().splitlines():
        if not line.startswith("#"):
            name, *cells = line.split()
            for cell in cells:
                numbers = [int(digit, 16) for digit in cell]
                key = (int(name[0]), int(name[1]), numbers[0])
                entry = (numbers[1], numbers[2], numbers[3], numbers[4] << 4 | numbers[5], numbers[6])
                found.setdefault(key, []).append(entry)
    return found


WORDS = code_words()


def forward(bits, fill):
    """Bytes whose first bit is the lowest; behind one of ones stands a stuffed bit."""
    packed, at = [], 0
    while at < len(bits):
        size = 7 if packed and packed[-1] == 0xFF else 8
        taken = bits[at : at + size]
        taken += [fill] * (size - len(taken))
        packed.append(sum(bit << i for i, bit in enumerate(taken)))
        at += size
    return packed


def backward(bits, may_be_stuffed):
    """The same, to be read from the last byte on: seven ones behind a byte above 0x8F are followed by a stuffed bit."""
    packed, at = [], 0
    while at < len(bits):
        taken = bits[at : at + 8] + [0] * 8
        size = 7 if may_be_stuffed and taken[:7] == [1] * 7 else 8
        packed.append(sum(bit << i for i, bit in enumerate(taken[:size])))
        may_be_stuffed = packed[-1] > 0x8F
        at += size
    return packed[::-1]


class Events:
    """The run-length coder MEL."""

    def __init__(self):
        self.bits, self.state, self.run = [], 0, 0

    def put(self, event):
        exponent = EXPONENTS[self.state]
        if event:
            self.bits += [0] + [self.run >> i & 1 for i in range(exponent - 1, -1, -1)]
            self.state, self.run = max(self.state - 1, 0), 0
        else:
            self.run += 1
            if self.run == 1 << exponent:
                self.bits.append(1)
                self.state, self.run = min(self.state + 1, 12), 0

    def bytes(self):
        bits, packed, at = self.bits + ([1] if self.run else []), [], 0
        while at < len(bits):
            size = 7 if packed and packed[-1] == 0xFF else 8
            taken = (bits[at : at + size] + [0] * 8)[:size]
            packed.append(int("".join(map(str, taken)), 2))
            at += size
        return packed + ([0] if packed and packed[-1] == 0xFF else [])


def lowest_first(value, n):
    return [value >> i & 1 for i in range(n)]


def residual(u):
    """Prefix, suffix and extension of an exponent residual, T.814 table 3."""
    if u == 0:
        return [], [], []
    if u <= 2:
        return ([1], [0, 1])[u - 1], [], []
    if u <= 4:
        return [0, 0, 1], [u - 3], []
    if u < 33:
        return [0, 0, 0], lowest_first(u - 5, 5), []
    return [0, 0, 0], lowest_first(28 + (u - 33) % 4, 5), lowest_first((u - 33) // 4, 4)


def residuals(first_row, left, right, events):
    more = 0
    if first_row and left and right:
        large = min(left, right) > 2
        events.put(large)
        if not large and left > 2:
            prefix, suffix, extension = residual(left)
            return prefix + [right - 1] + suffix + extension
        more = 2 if large else 0
    codes = [residual(left - more if left else 0), residual(right - more if right else 0)]
    return [bit for part in range(3) for code in codes for bit in code[part]]


def cleanup(coefficients, plane):
    """The cleanup pass of whole numbers, row by row, down to `plane`."""
    rows, columns = len(coefficients), len(coefficients[0])

    def number(y, x):
        value = coefficients[y][x] if y < rows and x < columns else 0
        magnitude = abs(value) >> plane
        return 2 * (magnitude - 1) + (value < 0) if magnitude else -1

    def exponent(y, x):
        found = number(y, x) if y >= 0 and x >= 0 else -1
        return (found | 1).bit_length() if found >= 0 else 0

    def significant(y, x):
        return int(y >= 0 and x >= 0 and number(y, x) >= 0)

    events, vlc, magnitudes = Events(), [], []
    for y in range(0, rows, 2):
        pair = []
        for x in range(0, columns, 2):
            places = [(y, x), (y + 1, x), (y, x + 1), (y + 1, x + 1)]
            rho = sum(significant(*place) << i for i, place in enumerate(places))
            west, below_west = significant(y, x - 1), significant(y + 1, x - 1)
            if y == 0:
                far = significant(y, x - 2) | significant(y + 1, x - 2)
                context = far | west << 1 | below_west << 2
            else:
                context = (significant(y - 1, x - 1) | significant(y - 1, x)) | (west | below_west) << 1
                context |= (significant(y - 1, x + 1) | significant(y - 1, x + 2)) << 2
            exponents = [exponent(*place) for place in places]
            predictor = 1
            if y and rho & (rho - 1):
                predictor = max(1, max(exponent(y - 1, x + i) for i in (-1, 0, 1, 2)) - 1)
            bound = max(predictor, max(exponents))
            u = bound - predictor if rho else 0
            pattern = sum((e == bound) << i for i, e in enumerate(exponents)) if u else 0
            if context == 0:
                events.put(bool(rho))
            known = 0
            if context or rho:
                fits = [entry for entry in WORDS[int(y > 0), context, rho]
                        if entry[0] == (u > 0) and pattern & entry[1] == entry[2]]
                _, known, _, word, length = max(fits, key=lambda entry: bin(entry[1]).count("1"))
                vlc += lowest_first(word, length)
            for i, place in enumerate(places):
                if rho >> i & 1:
                    magnitudes += lowest_first(number(*place), bound - (known >> i & 1))
            pair.append(u)
            if len(pair) == 2 or x + 2 >= columns:
                vlc += residuals(y == 0, pair[0], pair[1] if len(pair) == 2 else 0, events)
                pair = []
    taken = (vlc[:4] + [0] * 4)[:4]
    used = 3 if taken[:3] == [1] * 3 else 4
    half = sum(bit << i for i, bit in enumerate(taken[:used]))
    words = backward(vlc[used:], (half << 4 | 15) > 0x8F)
    head = forward(magnitudes, 1)
    while head and head[-1] == 0xFF:
        head.pop()
    mel = events.bytes()
    suffix = len(mel) + len(words) + 2
    return bytes(head + mel + words + [half << 4 | suffix & 15, suffix >> 4])


def refinement(coefficients, plane, passes, causal):
    """The bytes of significance propagation and of magnitude refinement below `plane`."""
    rows, columns = len(coefficients), len(coefficients[0])
    first = [[abs(value) >> plane > 0 for value in row] for row in coefficients]
    known = [row[:] for row in first]
    propagation, magnitudes = [], []
    for top in range(0, rows, 4):
        stripe = range(top, min(top + 4, rows))
        for left in range(0, columns, 4):
            signs = []
            for x in range(left, min(left + 4, columns)):
                for y in stripe:
                    last = y if causal and y == top + 3 else y + 1
                    around = any(known[j][i] for j in range(max(0, y - 1), min(rows, last + 1))
                                 for i in range(max(0, x - 1), min(columns, x + 2)))
                    if not known[y][x] and around:
                        bit = abs(coefficients[y][x]) >> (plane - 1) & 1
                        propagation.append(bit)
                        if bit:
                            known[y][x] = True
                            signs.append(int(coefficients[y][x] < 0))
            propagation += signs
        magnitudes += [abs(coefficients[y][x]) >> (plane - 1) & 1 for x in range(columns) for y in stripe if first[y][x]]
    front = forward(propagation, 0)
    back = backward(magnitudes, True) if passes > 1 else []
    return bytes(front + ([0] if front and front[-1] == 0xFF else [])), bytes(back)


class Header:
    """The bits of a packet header."""

    def __init__(self):
        self.bits = []

    def put(self, value, n):
        self.bits += [value >> i & 1 for i in range(n - 1, -1, -1)]

    def passes(self, n):
        if n <= 2:
            self.bits += ([0], [1, 0])[n - 1]
        elif n <= 5:
            self.put(0b1100 | n - 3, 4)
        elif n <= 36:
            self.put(0b1111 << 5 | n - 6, 9)
        else:
            self.put(0b111111111 << 7 | n - 37, 16)

    def bytes(self):
        packed, at = [], 0
        while at < len(self.bits):
            size = 7 if packed and packed[-1] == 0xFF else 8
            taken = (self.bits[at : at + size] + [0] * 8)[:size]
            packed.append(int("".join(map(str, taken)), 2))
            at += size
        return bytes(packed + ([0] if packed and packed[-1] == 0xFF else []))


def log2(n):
    return n.bit_length() - 1


def segments(passes, start, started):
    """What a packet tells of its passes: (length, how many more bits it has than the first), and whether bytes have come."""
    told, at = [], 0
    if not started:
        refining = (start + len(passes) - 1) % 3
        to_cleanup = max(0, len(passes) - refining)
        if not any(passes):
            return [(0, log2(len(passes)))], False
        assert not any(passes[: to_cleanup - 1]) and passes[to_cleanup - 1]
        told.append((len(passes[to_cleanup - 1]), log2(to_cleanup)))
        at = to_cleanup
    while at < len(passes):
        now = 1 if (start + at) % 3 == 0 else min(len(passes) - at, 3 - (start + at) % 3)
        told.append((sum(map(len, passes[at : at + now])), now - 1))
        at += now
    return told, True


def packets(layers, missing, mixed=False):
    """The packets of one code-block, of whose passes (bytes, empty ones of placeholders) each layer has a list."""
    out, start, started, length_bits, included = b"", 0, False, 3, False
    for index, passes in enumerate(layers):
        header = Header()
        if not passes:
            out += b"\0"
            continue
        header.bits += [1, 1] if included else [1] + [0] * index + [1] + [0] * missing + [1]
        included = True
        header.passes(len(passes))
        told, begun = segments(passes, start, started)
        wanted = length_bits
        while any(length >> wanted + more for length, more in told):
            wanted += 1
        if mixed and begun and not started:
            # The first length must have a free bit on top, and more than the least number of bits.
            wanted = max(4, wanted)
            while told[0][0] >> wanted + told[0][1] - 1:
                wanted += 1
        header.bits += [1] * (wanted - length_bits) + [0]
        length_bits = wanted
        for length, more in told:
            header.put(length, length_bits + more)
        start, started = start + len(passes), started or begun
        out += header.bytes() + b"".join(passes)
    return out


def marker(code, content):
    return struct.pack(">HH", code, len(content) + 2) + content


def stream(rows, columns, bits, signed, body, layers, style=0x40, guard=2, flags=0, shift=0):
    """A codestream around the packets of one code-block; `shift` is that of a region of interest."""
    size = struct.pack(">H8IH3B", 0x4000, columns, rows, 0, 0, columns, rows, 0, 0, 1, bits - 1 | signed << 7, 1, 1)
    coding = struct.pack(">BBHB", 0, 0, layers, 0) + bytes([0, 4, 4, style, 1])
    head = struct.pack(">H", 0xFF4F) + marker(0xFF51, size) + marker(0xFF50, struct.pack(">IH", 1 << 17, flags))
    head += marker(0xFF52, coding) + marker(0xFF5C, bytes([guard << 5, bits << 3]))
    if shift:
        head += marker(0xFF5E, bytes([0, 0, shift]))
    part = struct.pack(">HHHIBB", 0xFF90, 10, 0, 14 + len(body), 0, 1) + struct.pack(">H", 0xFF93) + body
    return head + part + struct.pack(">H", 0xFFD9)
