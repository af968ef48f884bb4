"""The unit that an amount is for each of: 45 euros per square metre, 2,500 passengers an hour."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.agreement import family
from reviewer.checks.numbers.belongings import is_year
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.checks.numbers.units import same_dimension
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import fold, plain
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import lexicon
from reviewer.text.quantities.nodes import nodes
from reviewer.text.quantities.reader import SPANS

_NEXT = re.compile(r"(?:[^\W\d_]{1,6} |/ ?)?([^\W\d_]+)(?: ([^\W\d_]+))?")
_REACH = 36
"""Characters behind an amount in which the unit that it is for each of stands."""
_LINK = 10
"""Characters that a word such as "per", with an article, may take."""


def other_rates(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """Amounts and numbers that are told for each of another unit."""
    told = [f for found in matching.matches for f in _other_rate(found, source, target)]
    return told or _other_period(matching, source, target)


def _other_rate(found: Match, source: TextFigures, target: TextFigures) -> list[Finding]:
    """An amount for each of one unit, told for each of another one of the same dimension."""
    a, b = found.source, found.target
    if not a.unit or not b.unit or family(a) != "number":
        return []
    first = _unit_behind(a, source)
    second = _unit_behind(b, target) if first or source.periods else ""
    if first and not second and first not in _named(target):
        second = _only_period(target)
    elif second and not first and second not in _named(source):
        first = _only_period(source)
    if not first or not second or first == second or not same_dimension(first, second):
        return []
    words = message(
        "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
        **wording.both(a, b, source.text, target.text),
        source_unit=first,
        target_unit=second,
    )
    return [finding("unit", "major", "unit", words, a, b, 0.75)]


def _other_period(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """A number told for each hour in one text and for each day in the other.

    Only where each text tells one such period, and the other does not name it at all.
    """
    found = next(filter(_may_be_a_rate, matching.matches), None)
    if found is None:
        return []
    here = _periods(source)
    there = _periods(target) if here else frozenset()
    if len(here) != 1 or len(there) != 1 or here == there:
        return []
    (first,), (second,) = here, there
    counted = [m for m in matching.matches if m.source.unit and m.source.unit == m.target.unit]
    if first in _named(target, [m.target for m in counted]):
        return []
    if second in _named(source, [m.source for m in counted]):
        return []
    words = message(
        "{source} → {target}: the unit changes from {source_unit} to {target_unit}",
        **wording.both(found.source, found.target, source.text, target.text),
        source_unit=first,
        target_unit=second,
    )
    return [finding("unit", "major", "unit", words, found.source, found.target, 0.7)]


def _may_be_a_rate(found: Match) -> bool:
    """Whether two equal values count something that is no time."""
    a, b = found.source, found.target
    if family(a) != "number" or a.kind == "ordinal" or a.vague or b.vague or is_year(a):
        return False
    return not {a.unit, b.unit} & SPANS


def _periods(side: TextFigures) -> frozenset[str]:
    """The units of time that a text tells something for each of."""
    search = _searched_long if len(side.text) > _LONGEST_KEPT else _searched
    return search(side.text, side.lexicon.language)


def _search(text: str, language: str) -> frozenset[str]:
    pattern = _pattern(language)
    if pattern is None:
        return frozenset()
    lex = lexicon(language)
    rates = lex.facts["rates"]
    front, rear = (lex.facts.get(name, ()) for name in ("no_rate_behind", "no_rate_before"))
    folded = fold(plain(text), lex.turkic)
    told = set()
    for found in pattern.finditer(folded):
        before = _LAST_WORD.search(folded, max(0, found.start() - _WORD), found.start())
        behind = _FIRST_WORD.match(folded, found.end())
        if before is not None and before.group(1) in front:
            continue
        if _YEAR.match(folded, found.end()):
            continue
        if behind is None or behind.group(1) not in rear:
            told.add(rates[found.group()])
    return frozenset(told)


_LAST_WORD = re.compile(r"(?<!\w)(\w+) $")
_FIRST_WORD = re.compile(r" (\w+)")
_YEAR = re.compile(r" (?:1[89]|20)\d\d(?![\d.,]\d|\d)")
_WORD = 16
"""Characters that hold the word before such a phrase, which makes a time of it (within a day)."""
_LONGEST_KEPT = 1000
"""Characters of a text that is kept with thousands of others; of longer ones the last few are."""
_searched = lru_cache(maxsize=8192)(_search)
_searched_long = lru_cache(maxsize=4)(_search)


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str] | None:
    """What finds the words for "per day"."""
    lex = lexicon(language)
    forms = sorted(lex.facts.get("rates", ()), key=len, reverse=True)
    if not forms:
        return None
    edge, end = (r"\w", r"(?!\w)") if lex.spaced else (r"[\d月一二三四五六七八九十]", "")
    # A search is several times as fast where its alternatives begin with a letter.
    listed = "|".join(
        f"{first}(?<!{edge}{first}){re.escape(form[1:])}{end}"
        for first, form in ((re.escape(form[0]), form) for form in forms)
    )
    return re.compile(listed)


def _named(side: TextFigures, counted: Sequence[Item] = ()) -> set[str]:
    """The units of time that a text names anywhere but in amounts that the other has, too."""
    return {
        name
        for start, _, name in (*side.spans, *side.periods)
        if not any(
            name == item.unit and item.start <= start <= item.end + _LINK for item in counted
        )
    }


def _only_period(side: TextFigures) -> str:
    """How often something returns, where a text with one amount says it once (500 € monthly)."""
    names = {name for _, _, name in side.periods}
    amounts = [item for item in side.items if item.unit and not item.vague]
    return names.pop() if len(names) == len(amounts) == 1 else ""


def _unit_behind(item: Item, side: TextFigures) -> str:
    """The unit that stands behind an amount without a number of its own, if any."""
    behind = side.text[item.end : item.end + _REACH]
    if not item.unit or not side.lexicon.spaced or behind[:1] not in (" ", "/"):
        return ""
    pattern = _pattern(side.lexicon.language)
    told = pattern and pattern.match(fold(plain(behind), side.lexicon.turkic), 1)
    if told:
        return str(side.lexicon.facts["rates"][told.group()])
    match = _NEXT.match(behind, 1)
    if match is None or all(side.lexicon.lookup(word) is None for word in match.groups() if word):
        return ""
    following = nodes(plain(behind), side.lexicon)
    if not following:
        return ""
    node = following[0]
    unit = node.senses.get("unit", "")
    close = node.start <= _LINK and not re.search(r"[.,;:()]", behind[: node.start])
    return str(unit) if unit and close and unit != item.unit else ""
