"""Words beside a value that say the one of two in one text and the other of them in the other:
a fare each way against one there and back, the top of an inning against its bottom."""

from __future__ import annotations

import re
from functools import lru_cache

from reviewer.checks.numbers import wording
from reviewer.checks.numbers.matching import Match, Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.lexicon import Lexicon, lexicon

_REACH = 60
"""Characters between such words and the value that they belong to."""


def opposites(matching: Matching, source: TextFigures, target: TextFigures) -> list[Finding]:
    """The first value beside words that say the opposite of those in the other text.

    Only where each text says one of the two alone.
    """
    here = _told(source)
    there = _told(target) if here else ()
    findings = []
    for topic, way, start in here:
        place = next((p for other, said, p in there if other == topic and said != way), None)
        found = _beside(matching, start, place) if place is not None else None
        if found is None:
            continue
        words = message(
            "{source} → {target}: what is said of them is the opposite",
            **wording.both(found.source, found.target, source.text, target.text),
        )
        findings.append(
            finding("value", "major", "opposite", words, found.source, found.target, 0.75)
        )
    return findings


Told = tuple[tuple[str, str, int], ...]
"""Of each topic which of the two a text says, and where first."""


def _told(side: TextFigures) -> Told:
    search = _searched_long if len(side.text) > _LONGEST_KEPT else _searched
    return search(side.text, side.lexicon.language)


def _search(text: str, language: str) -> Told:
    pattern = _pattern(language)
    if pattern is None:
        return ()
    text = plain(text).replace("İ", "i").lower()
    places: dict[str, dict[str, int]] = {}
    for match in pattern.finditer(text):
        topic, way = str(match.lastgroup).split("_")
        places.setdefault(topic, {}).setdefault(way, match.start())
    return tuple(
        (topic, *next(iter(ways.items()))) for topic, ways in places.items() if len(ways) == 1
    )


_LONGEST_KEPT = 1000
"""Characters of a text that is kept with thousands of others; of longer ones the last few are."""
_searched = lru_cache(maxsize=8192)(_search)
_searched_long = lru_cache(maxsize=4)(_search)


def _beside(matching: Matching, here: int, there: int) -> Match | None:
    """The value nearest to both words that is no far way from either."""
    near = [
        found
        for found in matching.matches
        if abs(found.source.start - here) <= _REACH and abs(found.target.start - there) <= _REACH
    ]
    return min(near, key=lambda found: abs(found.source.start - here), default=None)


@lru_cache(maxsize=64)
def _pattern(language: str) -> re.Pattern[str] | None:
    """What finds the words of all topics, the longer before those that they begin with."""
    lex = lexicon(language)
    groups = [
        f"(?P<{topic}_{way}>{'|'.join(_begun(form, lex) for form in _longest_first(forms[way]))})"
        for topic, forms in lex.facts.get("opposites", {}).items()
        for way in ("other", "one")
    ]
    return re.compile("|".join(groups)) if groups else None


def _longest_first(forms: list[str]) -> list[str]:
    return sorted(forms, key=len, reverse=True)


def _begun(form: str, lex: Lexicon) -> str:
    """What finds a form; a search is quick where its alternatives begin with a letter."""
    if not lex.spaced:
        return re.escape(form)
    first = re.escape(form[0])
    return rf"{first}(?<!\w{first}){re.escape(form[1:])}(?!\w)"
