"""Numbers of clauses and sections (1.1, Section 5.1), which look like decimal fractions."""

from __future__ import annotations

import re
from itertools import pairwise

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures
from reviewer.text.quantities.characters import fold
from reviewer.text.quantities.items import Item

_POINTED = re.compile(r"\d{1,3}(?:\.\d{1,3})+")
_BEGINNING = re.compile(r"[\s\W]*")
_TEXT_AFTER = re.compile(r"[.)]?\s[\W_]*([^\W\d_])")
_NAME_BEFORE = re.compile(r"(?:(?<![^\s(\[«“„])[^\W\d_][\w-]*\.?|§+)[ \u00a0]$")


def is_reference(a: Item, b: Item, source: str, target: str) -> bool:
    """Whether both sides write the same number of a clause, which follows no locale.

    It numbers the sentence that it begins, or it stands behind a name ("Section 5.1"); or the
    source's own language does not write decimal fractions so.
    """
    if a.raw != b.raw or not _POINTED.fullmatch(a.raw) or a.unit or b.unit or a.scale > 1:
        return False
    if a.kind == "percent" or b.kind == "percent":
        return False
    if a.loose or (_numbers_a_sentence(a, source) and _numbers_a_sentence(b, target)):
        return True
    before = _NAME_BEFORE.search(source, a.start - _LONGEST_NAME, a.start)
    return before is not None and (before[0][0].isupper() or before[0][0] == "§")


_LONGEST_NAME = 40
"""Characters before a number that hold the name of what it numbers."""


def _is_named(text: str, item: Item) -> bool:
    """Whether a word stands right before a number (article 12.3)."""
    return _NAME_BEFORE.search(text, item.start - _LONGEST_NAME, item.start) is not None


def other_version(a: Item, b: Item, source: TextFigures, target: TextFigures) -> bool:
    """Whether two figures of one value number two versions (4.10, 4.1)."""
    if a.raw == b.raw or not _VERSION.fullmatch(a.raw) or not _VERSION.fullmatch(b.raw):
        return False
    if a.unit or b.unit or a.kind == "percent":
        return False
    if a.raw.replace(",", ".") == b.raw.replace(",", "."):
        return False
    return _named_version(a, source) or _named_version(b, target)


_VERSION = re.compile(r"\d{1,3}[.,]\d{1,3}")


def _named_version(item: Item, side: TextFigures) -> bool:
    """Whether a word such as "version" stands right before a figure."""
    before = fold(side.text[max(0, item.start - _LONGEST_WORD) : item.start].rstrip())
    return before.endswith(tuple(side.lexicon.facts.get("version", ())) or "\x00")


_LONGEST_WORD = 16
"""Characters before a figure that hold a word such as "version"."""


def drop_references(matching: Matching, source: TextFigures, target: TextFigures) -> None:
    """Take out the number of a clause that one side writes with points and the other one apart
    (artículo 12.3, Section 12(3), § 12 Abs. 3)."""
    for own, side, other in (
        (matching.source, source, matching.target),
        (matching.target, target, matching.source),
    ):
        for item in list(own):
            pointed = _POINTED.fullmatch(item.raw) and not item.unit and item.kind == "cardinal"
            if not pointed or not _is_named(side.text, item):
                continue
            apart = _told_apart([int(number) for number in item.raw.split(".")], other)
            if apart:
                own[:] = [each for each in own if each is not item]
                other[:] = [each for each in other if not any(each is part for part in apart)]


def _told_apart(numbers: list[int], items: list[Item]) -> list[Item]:
    """The neighbouring items that are the numbers of a clause in their order; none without."""
    for start in range(len(items) - len(numbers) + 1):
        run = items[start : start + len(numbers)]
        near = all(b.start - a.end <= _BETWEEN for a, b in pairwise(run))
        plain = all(item.raw.isdigit() and item.scale == 1 for item in run)
        if near and plain and [item.value for item in run] == numbers:
            return run
    return []


_BETWEEN = 20
"""Characters between the numbers of a clause in words (article 12, paragraph 3)."""


def _numbers_a_sentence(item: Item, text: str) -> bool:
    after = _TEXT_AFTER.match(text, item.end)
    return (
        bool(_BEGINNING.fullmatch(text, 0, item.start))
        and after is not None
        and not after[1].islower()
    )
