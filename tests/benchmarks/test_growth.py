"""How the time of every regular expression and every stage grows when its input doubles.

Printed for what takes long enough to be measured; what grows faster than about n log n fails.
"""

from __future__ import annotations

import ast
import importlib
import pkgutil
import re
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import count as numbers_on
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

import reviewer
from reviewer.checks.numbers import check_numbers
from reviewer.checks.run import check_pair
from reviewer.domain import Pair
from reviewer.review.model.fingerprints import fingerprints
from reviewer.text.enclosures import enclosures
from reviewer.text.languages import detect
from reviewer.text.quantities import extract_quantities
from reviewer.text.sentences import split_sentences

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(3000)]

MOST = 2.5
"""How many times as long twice the size may take."""

BOUNDED = {
    "reviewer.checks.own_names._BEFORE",
    "reviewer.text.quantities.clock_phrases._OPTIONAL",
    "reviewer.text.abbreviations._ABBREVIATION",
    "reviewer.text.abbreviations._SYLLABLE",
    "reviewer.review.model.ignore_rules._REPEATED_CHOICE",
}
"""Searched for in the last 48 (80) characters of a text, in a pattern of at most 200, or in the
program's own phrases."""

_ENOUGH = 0.004  # seconds of processor time: below it a ratio says nothing
_LONGEST = 64_000
_SKIPPED = ("reviewer.ui", "reviewer.cli", "reviewer.__main__")

PIECES = [
    *"a1 .,-_/(['\"“«<>&@:;#*`|\\$%=+~^!?\n\t\u00a0\u00ad\u0301漢ا१",
    *("a ", "1 ", "1,", "1.", "a.", ".a", "a-", "a@", "@a.", "a/", "//", "www.", "http://"),
    *("((", "()", "[a](", "![", "**", "__", "<a ", "</", "<!--", "&#", "“”", "a'", "1:", "1/2 "),
    *("twenty ", "hundred ", "million ", "A.B.", "§ ", "1st ", "XIV ", "12.03. ", "€5 "),
    *("March ", "Jan–Feb ", "Anfang März ", "березня ", "مارس ", "三月初"),
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


def quickest(work: Callable[[], object]) -> float:
    return min(seconds(work) for _ in range(3))


def growth(work: Callable[[str], object], piece: str, size: int = 250) -> float:
    """How many times as long `work` takes when its text doubles.

    It begins small and doubles until the time can be measured, so that what grows fast ends
    quickly; a ratio that is too high is measured again, by the quickest of three runs.
    """
    before = 0.0
    while size <= _LONGEST:
        text = "House " + piece * (size // len(piece))
        now = seconds(partial(work, text))
        if before > _ENOUGH:
            if now / before <= MOST:
                return now / before
            half = text[: 6 + len(piece) * (size // 2 // len(piece))]
            large = quickest(partial(work, text))
            ratio = large / max(quickest(partial(work, half)), 1e-6)
            if ratio <= MOST:
                return ratio
            # What grows too fast does so at the next size as well; a hiccup does not.
            twice = text + piece * (size // len(piece))
            return min(ratio, quickest(partial(work, twice)) / max(large, 1e-6))
        size, before = size * 2, now
    return 1.0


def use_of(name: str) -> Callable[[re.Pattern[str], str], object] | None:
    """How the program uses a regular expression: all through a text, at one place of it (in a
    loop over places, perhaps), or only inside a window of a few characters (None)."""
    module, _, own = name.rpartition(".")
    nodes = [
        node
        for path in Path(reviewer.__file__).parent.rglob("*.py")
        if f"reviewer.{'.'.join(path.relative_to(Path(reviewer.__file__).parent).parts)[:-3]}"
        in (module, f"{module}.__init__")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)
    ]
    calls = [
        # A function that is named "_match" and gets the expression does as `match` does.
        (node.func.attr.strip("_"), len(node.args))
        for node in nodes
        for own_or_given in (node.func.value, *node.args)
        if isinstance(node.func, ast.Attribute)
        and isinstance(own_or_given, ast.Name)
        and own_or_given.id == own
    ]
    if any(method in ("match", "fullmatch") for method, _ in calls) and not any(
        method not in ("match", "fullmatch") for method, _ in calls
    ):
        return lambda pattern, text: pattern.match(text)
    if calls and all(method == "search" and count > 1 for method, count in calls):
        return None
    return through


def through(pattern: re.Pattern[str], text: str) -> int:
    return sum(1 for _ in pattern.finditer(text))


def test_no_regular_expression_grows_faster_than_its_text() -> None:
    count = 0
    worst = 0.0
    bad: set[str] = set()
    for name, pattern in patterns():
        use = None if name in BOUNDED else use_of(name)
        if use is None:
            continue
        count += 1
        for piece in PIECES:
            ratio = growth(partial(use, pattern), piece)
            worst = max(worst, ratio)
            if ratio > MOST:
                bad.add(name)
                print(f"{ratio:5.1f}  {name}  {piece!r}")
    print(f"{count} regular expressions on {len(PIECES)} texts, the worst grows {worst:.1f} times")
    assert not bad, f"{len(bad)} of them grow too fast"


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
    "checks of two long texts": lambda text: check_pair(
        Pair("bridge " * (len(text) // 7), text, "en", "de")
    ),
}


@pytest.mark.parametrize("stage", STAGES)
def test_no_stage_grows_faster_than_its_text(stage: str) -> None:
    # Less than this is a piece or two of what a stage looks at together.
    ratios = {piece: growth(STAGES[stage], piece, 16_000) for piece in PIECES}
    worst = max(ratios, key=lambda piece: ratios[piece])
    print(f"{ratios[worst]:5.1f}  {stage}  {worst!r}")
    assert ratios[worst] <= MOST


NUMBERS = [
    ("en", "ten past "),
    ("de", "zehn nach "),
    ("en", "half dozen "),
    ("fr", "douzaine et demie "),
    ("en", "three to two "),
    ("ja", "昭和三十九年"),
    ("en", "a fortnight "),
    ("en", "from 5 to 6 "),
    ("ko", "칠만 오천 "),
    ("en", "5 days a "),
    ("fr", "huit jours "),
    ("sw", "elfu tano "),
    ("en", "early March "),
    ("fr", "début mars "),
    ("uk", "наприкінці березня "),
    ("vi", "đầu tháng ba "),
    ("ja", "3月上旬"),
    ("es", "el lunes "),
]
"""Words, with their language, of which many say more together than alone."""

OTHERS = {"itself": None, "figures": "There are 7 cats. ", "words": "a dozen of them, both late. "}
"""What the translation repeats as often as the source does."""


@pytest.mark.parametrize("other", OTHERS)
@pytest.mark.parametrize(("language", "words"), NUMBERS)
def test_comparing_numbers_grows_no_faster_than_the_texts(
    language: str, words: str, other: str
) -> None:
    def compare(text: str) -> object:
        told = OTHERS[other]
        target = text if told is None else told * (len(text) // len(words))
        return check_numbers(
            text,
            target,
            source_language=language,
            target_language=language if told is None else "en",
        )

    # From some hundred quantities on each is compared with those near it alone.
    ratio = growth(compare, words, 500 * len(words))
    print(f"{ratio:5.1f}  {language}  {words!r} against {other}")
    assert ratio <= MOST


@pytest.mark.parametrize("piece", ["1437 trees, ", "14.3 million and ", "17 of 93; "])
def test_a_row_full_of_wrong_figures_grows_no_faster_than_its_text(piece: str) -> None:
    def find(text: str) -> object:
        number = numbers_on()
        wrong = re.sub(r"\d+", lambda _: str(10 + next(number) % 9_000), text)
        pair = Pair(text, wrong, "en", "en", confidence=0.5)
        return fingerprints(text, wrong, check_pair(pair))

    ratio = growth(find, piece, 1_000)
    print(f"{ratio:5.1f}  {piece!r}")
    assert ratio <= MOST
