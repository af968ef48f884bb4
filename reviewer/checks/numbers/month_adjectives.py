"""Another month where a text tells it by an adjective: May's hail, březnové kroupy."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from reviewer.checks.numbers.matching import Matching
from reviewer.checks.numbers.sides import TextFigures, finding
from reviewer.domain import Finding
from reviewer.messages import message
from reviewer.text.quantities.items import Item
from reviewer.text.quantities.lexicon import lexicon

_SHORTEST_STEM = 3


def other_month_adjective(
    matching: Matching, source: TextFigures, target: TextFigures
) -> list[Finding]:
    """The one month of each text, where an adjective tells one of them and they differ; one that is
    left over and the same is taken out."""
    here, there = list(_adjectives(source)), list(_adjectives(target))
    if not here and not there:
        return []
    here, there = here + _months(source), there + _months(target)
    if len(here) != 1 or len(there) != 1:
        return []
    [a], [b] = here, there
    matching.source[:] = [item for item in matching.source if item.start != a.start]
    matching.target[:] = [item for item in matching.target if item.start != b.start]
    if a.value == b.value:
        return []
    words = message(
        "{source} → {target}",
        source=source.text[a.start : a.end],
        target=target.text[b.start : b.end],
    )
    return [finding("value", "major", "date", words, a, b, 0.75)]


def _months(side: TextFigures) -> list[Item]:
    """The months of all dates of a text."""
    return [
        Item(item.start, item.end, "date", (item.day[1],), spelled=True)
        for item in side.items
        if item.day is not None and item.day[1]
    ]


def _adjectives(side: TextFigures) -> Iterator[Item]:
    """The adjectives of months; nothing in languages that have none."""
    stems = _stems(side.lexicon.language)
    if stems is None:
        return
    for found in stems.finditer(side.text):
        month = int(str(found.lastgroup)[1:])
        yield Item(found.start(), found.end(), "date", (month,), spelled=True)


@lru_cache(maxsize=64)
def _stems(language: str) -> re.Pattern[str] | None:
    """How the adjectives of a language's months begin, each month in a group of its own."""
    lex = lexicon(language)
    endings = lex.facts.get("month_adjectives")
    if not endings:
        return None
    stems: dict[int, set[str]] = {}
    for form, senses in lex.words.items():
        if "month" in senses and "month_short" not in senses and " " not in form:
            stem = form if form[-1] not in _ENDS else form[:-1]
            if len(stem) >= _SHORTEST_STEM:
                stems.setdefault(int(senses["month"]), set()).add(stem)
    behind = "|".join(sorted(map(re.escape, endings), key=len, reverse=True))
    groups = [
        f"(?P<m{month}>(?:{'|'.join(sorted(forms, key=len, reverse=True))})(?:{behind}))"
        for month, forms in sorted(stems.items())
    ]
    return re.compile(rf"(?<!\w)(?:{'|'.join(groups)})\w*", re.IGNORECASE)


_ENDS = frozenset("aeiouyíýáéaаеиоуыяюієь")
"""The letter that a month's form has behind the stem of its adjective (března, марта, январь)."""
