"""The files of the golden data: see README.md beside this file."""

import gzip
import hashlib
import os
import pathlib
import random
import shutil
import subprocess
import tempfile

import numpy as np

HERE = pathlib.Path(__file__).resolve().parent
GOLDEN = HERE / "src/test/resources/penumbra/conformance/golden"
WHOLE = 64  # results of up to this many elements are kept; of longer ones, only a digest
DIGEST = 16


class Case(dict):
    """One call: the parameters and the name of the input, as `key=value` in a line."""

    def __init__(self, *pairs, **values):
        super().__init__({key: str(value) for key, value in dict(*pairs, **values).items()})

    @staticmethod
    def parse(line):
        return Case(word.split("=", 1) for word in line.split())

    def __str__(self):
        return " ".join(f"{key}={value}" for key, value in self.items())

    def inputs(self):
        return [self[key] for key in ("input", "other") if key in self]


class Inputs:
    """The arrays that penumbra.conformance.WriteGeneratedInputs generates, by name."""

    def __init__(self, names):
        names = sorted(set(names))
        root = HERE.parent
        if not (HERE / "target/test-classes").exists():
            raise SystemExit("the inputs come from the Java tests: first run ./mvnw -pl conformance -am test-compile")
        with tempfile.NamedTemporaryFile() as file:
            subprocess.run(
                [java(), "-cp", f"{root}/core/target/classes:{HERE}/target/test-classes",
                 "penumbra.conformance.WriteGeneratedInputs", file.name],
                input="\n".join(names).encode(), check=True)
            made = pathlib.Path(file.name).read_bytes()
        self.arrays, at = {}, 0
        for name in names:
            kind, shape, _ = name.split("/")
            shape = tuple(int(n) for n in shape.split("x"))
            array = np.frombuffer(made, kind, int(np.prod(shape)), at).reshape(shape)
            self.arrays[name] = array
            at += array.nbytes
        assert at == len(made), "the generator wrote more or less than was asked for"

    def digest(self, cases):
        """16 hexadecimal digits over the bytes of all inputs of `cases`, in the order of their names."""
        names = sorted({name for case in cases for name in case.inputs()})
        return hashlib.sha256(b"".join(self.arrays[name].tobytes() for name in names)).hexdigest()[:16]

    def of(self, case):
        return [self.arrays[name].copy() for name in case.inputs()]


def java():
    """A Java that can run the tests' classes."""
    homes = [os.environ.get("JAVA_HOME", "")] + sorted(map(str, pathlib.Path("/usr/lib/jvm").glob("*")))
    for home in homes:
        release = pathlib.Path(home) / "release"
        if home and release.exists() and 'JAVA_VERSION="25' in release.read_text():
            return str(pathlib.Path(home) / "bin/java")
    return shutil.which("java")


def canonical(array):
    """The same array with one bit pattern for NaN."""
    array = np.ascontiguousarray(array)
    if array.dtype.kind == "f":
        array = np.where(np.isnan(array), array.dtype.type(np.nan), array)
    return array


def write_all(files, wanted, whole, by):
    cases = {}
    for name in wanted:
        drawn = files[name][1](random.Random(f"penumbra {name}"))
        cases[name] = list({str(case): case for case in drawn}.values())
    inputs = Inputs(n for listed in cases.values() for case in listed for n in case.inputs())
    GOLDEN.mkdir(parents=True, exist_ok=True)
    for name in wanted:
        write(name, files[name][0], cases[name], inputs, name in whole, by)


def write(name, function, cases, inputs, whole, by):
    lines, results = [f"# {name}: {len(cases)} cases by {by}; inputs {inputs.digest(cases)}"], []
    for case in cases:
        result = canonical(function(case, *inputs.of(case)))
        raw = result.astype(result.dtype.newbyteorder("<")).tobytes()
        kept = whole or result.size <= WHOLE
        results.append(raw if kept else hashlib.sha256(raw).digest()[:DIGEST])
        shape = "x".join(map(str, result.shape))
        lines.append(f"{case}\t{result.dtype}/{shape}\t{'whole' if kept else 'digest'}")
    (GOLDEN / f"{name}.tsv").write_text("\n".join(lines) + "\n", encoding="utf-8")
    (GOLDEN / f"{name}.bin.gz").write_bytes(gzip.compress(b"".join(results), 9, mtime=0))
    print(f"{name}: {len(cases)} cases")
