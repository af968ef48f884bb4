"""Risen by five per cent against fallen by it, five points above against five points below."""

from __future__ import annotations

import re
from collections.abc import Sequence
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
_CLOSE = 24
"""Those beside a comparative."""
_END = re.compile(r"[.;:!?。；！？](?!\d)")
_GAP = " … "


def opposite_trends(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The first value that only grew in one text and only shrank in the other.

    Only where all such words of each text say the same: what a sentence tells of several
    things cannot be told apart.
    """
    found = _first_opposite("trends", matching, source, target)
    if found is None:
        return []
    words = message(
        "{source} → {target}: one grew and the other shrank",
        source=wording.described(found.source, source.text),
        target=wording.described(found.target, target.text),
    )
    return [finding("value", "major", "trend", words, found.source, found.target, 0.7)]


def opposite_comparisons(
    matching: Matching, source: TextFigures, target: TextFigures
) -> list[Finding]:
    """The first value that is more than something in one text and less in the other, told with
    comparatives (12 points below, 15 cm higher), under the same condition."""
    found = _first_opposite("comparisons", matching, source, target)
    if found is None:
        return []
    words = message(
        "{source} → {target}: one is more and the other less",
        source=wording.described(found.source, source.text),
        target=wording.described(found.target, target.text),
    )
    return [finding("value", "major", "comparison", words, found.source, found.target, 0.7)]


def _first_opposite(
    kind: str, matching: Matching, source: TextFigures, target: TextFigures
) -> Match | None:
    """The first value near which all words of a kind say more in one text, less in the other."""
    fits = is_change if kind == "trends" else _is_amount
    here = told(source, kind) if matching.matches else ()
    there = told(target, kind) if here else ()
    if not there or here[0][2] == there[0][2]:
        return None
    reach = _REACH if kind == "trends" else _CLOSE
    for found in sorted(filter(fits, matching.matches), key=lambda m: m.source.start):
        if near(found.source, here, source, reach) and near(found.target, there, target, reach):
            return found
    return None


def is_change(found: Match) -> bool:
    """Whether two equal values may tell a change: amounts, and no span of time."""
    return _is_amount(found) and not {found.source.unit, found.target.unit} & SPANS


def _is_amount(found: Match) -> bool:
    both = found.source, found.target
    for item in both:
        if item.vague and item.kind != "percent" and not item.unit:
            return False
        if item.kind == "ordinal" or family(item) != "number":
            return False
    return True


Told = tuple[int, int, bool]
"""Where a word stands, and whether it says that something grew."""


def told(side: TextFigures, kind: str = "trends") -> Sequence[Told]:
    """The words of a text that say that something grew or shrank, or (`comparisons`) is more or
    less; none where some say both."""
    search = _search if len(side.text) > _LONGEST_KEPT else _searched
    return search(side.text, side.lexicon.language, kind)


def _search(text: str, language: str, kind: str) -> tuple[Told, ...]:
    pattern = _pattern(language, kind)
    if pattern is None:
        return ()
    # A search that minds case takes a third of the time of one that does not.
    text = plain(text).replace("İ", "i").lower()
    found = tuple(
        (m.start(), m.end(), m.lastgroup == "up")
        for m in pattern.finditer(text)
        if m.lastgroup != "none"
    )
    return found if len({grows for _, _, grows in found}) == 1 else ()


_LONGEST_KEPT = 1000
"""Characters of a text that is searched only once for all who ask."""
_searched = lru_cache(maxsize=8192)(_search)


_WAYS = ("none", "up", "down")
"""What words say; those of the first only look as if they said one of the others (at least)."""


@lru_cache(maxsize=128)
def _pattern(language: str, kind: str) -> re.Pattern[str] | None:
    lex = lexicon(language)
    trends = lex.facts.get(kind)
    if not trends:
        return None
    ways = "|".join(
        f"(?P<{way}>{'|'.join(map(_stem, trends[way]))})" for way in _WAYS if trends.get(way)
    )
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


def near(item: Item, words: Sequence[Told], side: TextFigures, reach: int = _REACH) -> bool:
    """Whether one of the words stands near a value, in its clause."""
    for start, end, _ in words:
        low, high = (end, item.start) if start < item.start else (item.end, start)
        if high - low <= reach and _END.search(side.text, low, max(low, high)) is None:
            return True
    return False
