"""translate-toolkit as it is installed on this machine: what another program reads in our files.

It is under the GPL, so it stays a program of its own, run by its own Python.
"""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

PROGRAM = shutil.which("xliff2po")

needs_translate_toolkit = pytest.mark.skipif(
    PROGRAM is None, reason="translate-toolkit is not installed"
)

_READS = """
import json, sys
from translate.storage import pypo, tmx, xliff

def pair(source, target):
    return [str(source or ""), str(target or "")]

def pairs(path):
    data = open(path, "rb").read()
    if path.endswith(".tmx"):
        found = tmx.tmxfile.parsestring(data)
    elif path.endswith(".po"):
        found = pypo.pofile.parsestring(data)
    else:
        found = xliff.xlifffile.parsestring(data)
    read = []
    for unit in found.units:
        if unit.isheader() or unit.isobsolete():
            continue
        sources = getattr(unit.source, "strings", [unit.source])
        targets = getattr(unit.target, "strings", [unit.target])
        read += [pair(*each) for each in zip(sources, targets)]
    return read

json.dump({path: pairs(path) for path in sys.argv[1:]}, sys.stdout)
"""


def pairs_read(paths: Sequence[Path]) -> dict[Path, list[tuple[str, str]]]:
    """What it reads in each TMX, XLIFF 1.2 and PO file: source and translation of each unit."""
    assert PROGRAM is not None
    first_line = Path(PROGRAM).read_text("utf-8").splitlines()[0]
    done = subprocess.run(
        [first_line.removeprefix("#!").strip(), "-c", _READS, *map(str, paths)],
        check=True,
        capture_output=True,
    )
    found = json.loads(done.stdout)
    return {path: [(one, other) for one, other in found[str(path)]] for path in paths}
