"""Which files of tests are nearest to a file of the program, by their names and imports."""

from __future__ import annotations

import functools
import re
from collections.abc import Iterable
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
MOST = 14
_ALIKE = 6
"""Letters at the beginning of a word by which "comparison" is one of "comparisons"."""

OF_ALL_ROOMS = ("tests/test_declared_facts.py",)
"""Holds what formats, reports, checks and options declare, whatever room they are in."""

TABLES = re.compile("held|declared|corpus|readings|by_table|untidy|apply_table|limits")


@functools.cache
def _text(test: str) -> str:
    return (ROOT / test).read_text("utf-8")


def nearness(file: str, test: str) -> int:
    """How near `test` ("tests/store/test_guard.py") is to `file` ("store/guard.py")."""
    rooms, name = file.removesuffix(".py").split("/")[:-1], Path(file).stem
    there, its_name = test.split("/")[1:-1], Path(test).stem.removeprefix("test_")
    words, its_words = ({word[:_ALIKE] for word in one.split("_")} for one in (name, its_name))
    score = 6 * (name == its_name) + 2 * len(words & its_words)
    package = re.escape(".".join(["reviewer", *rooms]))
    if re.search(rf"{package}(\.{name}| import .*\b{name})\b", _text(test)):
        score += 5
    elif rooms and re.search(rf"from {package}(\.\w+)? import", _text(test)):
        score += 1
    if rooms and rooms[0] in there:
        score += 1 + (rooms == there) + 2 * bool(TABLES.search(its_name))
    return score


def nearest(file: str, tests: Iterable[str]) -> list[str]:
    """The nearest of the files of tests, the nearest first."""
    found = {one: nearness(file, one) for one in tests}
    near = sorted((one for one in found if found[one]), key=lambda one: (-found[one], one))[:MOST]
    return [*(one for one in OF_ALL_ROOMS if one in found and one not in near), *near]


if __name__ == "__main__":
    import sys

    every = [str(path.relative_to(ROOT)) for path in sorted((ROOT / "tests").rglob("test_*.py"))]
    for name in sys.argv[1:]:
        print(name, *nearest(name, every), sep="\n    ")
