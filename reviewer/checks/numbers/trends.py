"""Risen by five per cent against fallen by five per cent."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding, message
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import lexicon
from reviewer.text.quantities.reader import SPANS

_REACH = 40
"""Characters that may stand between such a word and the value that it tells."""
_END = re.compile(r"[.;:!?。；！？](?!\d)")
_GAP = " … "


def opposite_trends(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The first value that only grew in one text and only shrank in the other.

    Only where all such words of each text say the same: what a sentence tells of several
    things cannot be told apart.
    """
    amounts = [found for found in matching.matches if is_change(found)]
    if not amounts:
        return []
    here = told(source)
    there = told(target) if here else []
    if not there or here[0][2] == there[0][2]:
        return []
    for found in sorted(amounts, key=lambda m: m.source.start):
        if near(found.source, here, source) and near(found.target, there, target):
            words = message(
                "{source} → {target}: one grew and the other shrank",
                source=wording.described(found.source, source.text),
                target=wording.described(found.target, target.text),
            )
            return [finding("value", "major", "trend", words, found.source, found.target, 0.7)]
    return []


def is_change(found: Match) -> bool:
    """Whether two equal values may tell a change: amounts, and no span of time."""
    both = found.source, found.target
    if any(family(item) != "number" or item.vague or item.kind == "ordinal" for item in both):
        return False
    return all(item.unit not in SPANS for item in both)


Told = tuple[int, int, bool]
"""Where a word stands, and whether it says that something grew."""


def told(side: TextFigures) -> list[Told]:
    """The words of a text that say that something grew or shrank; none where some say both."""
    pattern = _pattern(side.lexicon.language)
    if pattern is None:
        return []
    # A search that minds case takes a third of the time of one that does not.
    text = plain(side.text).replace("İ", "i").lower()
    found = [(m.start(), m.end(), m.lastgroup == "up") for m in pattern.finditer(text)]
    return found if len({grows for _, _, grows in found}) == 1 else []


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str] | None:
    lex = lexicon(language)
    trends = lex.facts.get("trends")
    if not trends:
        return None
    ways = "|".join(f"(?P<{way}>{'|'.join(map(_stem, trends[way]))})" for way in ("up", "down"))
    clitics = "".join(c for c in lex.clitics.forms if len(c) == 1)
    start = rf"(?<!\w)[{re.escape(clitics)}]?" if clitics else r"(?<!\w)"
    inside = not lex.spaced or lex.facts.get("trends_inside")
    return re.compile(("" if inside else start) + f"(?:{ways})")


def _stem(form: str) -> str:
    form = form.lower()
    if _GAP not in form:
        return re.escape(form)
    first, last = form.split(_GAP)
    return rf"{re.escape(first)}(?!\w)[^.;:!?]{{1,{_REACH}}}(?<!\w){re.escape(last)}(?!\w)"


def near(item: Item, words: list[Told], side: TextFigures) -> bool:
    """Whether one of the words stands near a value, in its clause."""
    for start, end, _ in words:
        low, high = (end, item.start) if start < item.start else (item.end, start)
        if high - low <= _REACH and _END.search(side.text, low, max(low, high)) is None:
            return True
    return False
