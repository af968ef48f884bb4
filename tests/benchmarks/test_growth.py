"""How the time of every regular expression and every stage grows when its input doubles.

Printed for what takes long enough to be measured; what grows faster than about n log n fails.
"""

from __future__ import annotations

import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from types import ModuleType
from typing import Any

import pytest

import reviewer
from reviewer.checks.run import check_pair
from reviewer.domain import Pair
from reviewer.text.enclosures import enclosures
from reviewer.text.languages import detect
from reviewer.text.quantities import extract_quantities
from reviewer.text.sentences import split_sentences

pytestmark = pytest.mark.benchmark

MOST = 2.5
"""How many times as long twice the size may take."""

_ENOUGH = 0.01  # seconds of processor time: below it a ratio says nothing
_SKIPPED = ("reviewer.ui", "reviewer.cli", "reviewer.__main__")

PIECES = [
    *"a1 .,-_/(['\"“«<>&@:;#*`|\\$%=+~^!?\n\t\u00a0\u00ad\u0301漢ا१",
    *("a ", "1 ", "1,", "1.", "a.", ".a", "a-", "a@", "@a.", "a/", "//", "www.", "http://"),
    *("((", "()", "[a](", "![", "**", "__", "<a ", "</", "<!--", "&#", "“”", "a'", "1:", "1/2 "),
    *("twenty ", "hundred ", "million ", "A.B.", "§ ", "1st ", "XIV ", "12.03. ", "€5 "),
    *("漢字。", "あ", "ا ", "१ ", "ก", " \n", "\n\n", "- ", "1) ", "a, ", "aA", "Aa ", "a1", "1a"),
]


def patterns() -> Iterator[tuple[str, re.Pattern[str]]]:
    """Every regular expression that a module of the program keeps, by its name."""
    seen: set[tuple[str, int]] = set()
    for info in pkgutil.walk_packages(reviewer.__path__, "reviewer."):
        if info.name.startswith(_SKIPPED):
            continue
        module = importlib.import_module(info.name)
        for name, pattern in _in(module):
            key = (pattern.pattern, pattern.flags)
            if isinstance(pattern.pattern, str) and key not in seen:
                seen.add(key)
                yield f"{info.name}.{name}", pattern


def _in(module: ModuleType) -> Iterator[tuple[str, re.Pattern[Any]]]:
    for name, value in vars(module).items():
        values = value.values() if isinstance(value, dict) else value
        if isinstance(value, re.Pattern):
            yield name, value
        elif isinstance(value, dict | list | tuple | set | frozenset):
            yield from ((name, one) for one in values if isinstance(one, re.Pattern))


def seconds(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def growth(work: Callable[[str], object], piece: str, size: int) -> tuple[float, float]:
    """Processor time of `work` on about `size` characters, and how it grows when they double.

    Small inputs are doubled first, so that what grows fast ends quickly.
    """
    text = "House " + piece * (size // len(piece))
    while (small := seconds(lambda: work(text))) < _ENOUGH:
        if len(text) > 600_000:
            return small, 1.0
        text += text[6:]
    large = min(seconds(lambda: work(text + text[6:])) for _ in range(2))
    return small, large / small


def test_no_regular_expression_grows_faster_than_its_text() -> None:
    worst: list[tuple[float, str, str]] = []
    for name, pattern in patterns():
        for piece in PIECES:
            _, ratio = growth(lambda text, p=pattern: sum(1 for _ in p.finditer(text)), piece, 1000)
            if ratio > MOST:
                again = growth(
                    lambda text, p=pattern: sum(1 for _ in p.finditer(text)), piece, 2000
                )
                if again[1] > MOST:
                    worst.append((again[1], name, piece))
                    print(f"{again[1]:5.1f}  {name}  {piece!r}")
    assert not worst, f"{len(worst)} grow too fast"


STAGES: dict[str, Callable[[str], object]] = {
    "detect": detect,
    "enclosures": lambda text: enclosures(text, "en"),
    **{
        f"split {language}": lambda text, of=language: split_sentences(text, of)
        for language in ("en", "de", "fr", "ru", "ar", "zh", "ja", "hi", "th", "tr")
    },
    **{
        f"quantities {language}": lambda text, of=language: extract_quantities(text, of)
        for language in ("en", "de", "uk", "ar", "zh")
    },
    "checks": lambda text: check_pair(Pair("The house is old.", text, "en", "de")),
}


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_grows_faster_than_its_text(stage: str) -> None:
    bad = []
    for piece in PIECES:
        took, ratio = growth(STAGES[stage], piece, 500)
        if ratio > MOST:
            took, ratio = growth(STAGES[stage], piece, 1000)
        if ratio > MOST:
            bad.append(piece)
            print(f"{ratio:5.1f}  {stage}  {piece!r}  {took:.3f} s")
    assert not bad
