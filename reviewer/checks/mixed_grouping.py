"""Long numbers whose digits are grouped in two ways in one translation."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import lru_cache

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Place, compared, listed
from reviewer.domain import Pair, Span, message
from reviewer.text.address_words import ADDRESS_WORD

_LONG = re.compile(
    r"(?<![\w.,:/+#-])"
    r"(?P<grouped>[1-9]\d{1,2}(?P<sign>[.,'’ \u00a0\u202f])\d{3}(?:(?P=sign)\d{3})*)"
    r"(?![\w%:/-]|[.,'’ \u00a0\u202f]\d)"
)
"""Of five digits and more: four are often left together."""

_SAME = {"\u00a0": " ", "\u202f": " ", "'": "’"}
_PASSED_OVER = re.compile(ADDRESS_WORD)
_FEWEST = 3
"""Numbers of the usual kind that there must be."""

_USUAL = 4
"""Of the usual kind, for each of another."""


class MixedGrouping(HabitCheck):
    """A few long numbers grouped in another way than the rest."""

    id = "mixed-grouping"
    title = "Mixed number formats"
    severity = "minor"
    its = "locale-violation"
    mqm = "number-format"
    page = Page(
        finds=message(
            "Long numbers whose digits are grouped in another way (25.000, 25 000, 25,000) than in "
            "most of the translation, told once."
        ),
        languages=message("all"),
        measured="In seven faithful translations and four novels all that is told is there.",
    )

    def habits(self, pairs: Sequence[Pair]) -> Iterator[Habit]:
        """At most one: the numbers of all kinds that are rare here."""
        found = [
            (row, span, sign) for row, pair in compared(pairs) for span, sign in _long(pair.target)
        ]
        counts = Counter(sign for _, _, sign in found)
        if len(counts) < 2:
            return
        usual, often = counts.most_common(1)[0]
        odd = [(row, span) for row, span, sign in found if sign != usual]
        if often < _FEWEST or often < _USUAL * len(odd):
            return
        mark = "\u00a0" if usual == " " else usual
        places = tuple(
            Place(row, span, re.sub(r"\D", mark, span.of(pairs[row].target))) for row, span in odd
        )
        words = message(
            "Most long numbers are written like {usual}; otherwise: {places}.",
            usual=f"12{mark}345",
            places=listed(places, pairs),
        )
        yield Habit("grouping", "minor", words, places)


@lru_cache(maxsize=4096)
def _long(text: str) -> tuple[tuple[Span, str], ...]:
    """Kept, since every edit has hundreds of rows around compared again as they are."""
    passed_over = [match.span() for match in _PASSED_OVER.finditer(text)]
    return tuple(
        (Span(*match.span("grouped")), _SAME.get(match["sign"], match["sign"]))
        for match in _LONG.finditer(text)
        if not any(start <= match.start() < end for start, end in passed_over)
    )
