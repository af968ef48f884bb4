"""Long numbers whose digits are grouped in two ways in one translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Mark, Tally, rare
from reviewer.checks.style import sign_of
from reviewer.domain import Pair, Span
from reviewer.messages import message
from reviewer.text.address_words import ADDRESS_WORD
from reviewer.text.languages import base
from reviewer.text.quantities.lexicon import lexicon

_LETTER = r"[^\W\u0e00-\u0eff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]"
"""A letter or digit; those of scripts that put no space around a number stand beside it."""

_LONG = re.compile(
    rf"(?<!{_LETTER})(?<![.,:/+#-])"
    r"(?P<grouped>[1-9]\d{1,2}(?P<sign>[.,'’ \u00a0\u202f])\d{3}(?:(?P=sign)\d{3})*)"
    rf"(?!{_LETTER}|[%:/-]|[.,'’ \u00a0\u202f]\d)"
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
            "Long numbers whose digits are grouped in another way (25.000, 25 000, 25,000) than "
            "the client wants or, where a client wants none, than in most of the translation; told "
            "once."
        ),
        languages=message("all"),
        measured="In seven faithful translations and four novels all that is told is there.",
    )

    def marks(self, pair: Pair) -> tuple[Mark, ...]:
        """The long numbers, by the sign between their digits."""
        return tuple(
            Mark(sign, span)
            for span, sign in _long(pair.target)
            if not _is_a_fraction(span.of(pair.target), pair)
        )

    def habits(self, tally: Tally) -> Iterator[Habit]:
        """At most one: the numbers of all kinds that are not wanted, or rare here."""
        if number := self.wanted("numbers", tally.language):
            others = frozenset(tally.counts) - {sign_of(number)}
            if others:
                words = message(
                    "The client wants long numbers like {usual}; otherwise: {places}.",
                    usual=number.replace(" ", _written(" ")),
                    places=tally.listed(others),
                )
                yield Habit("style", "minor", words, others, sign_of(number))
            return
        found = rare(tally.counts, _FEWEST, _USUAL)
        if found is None:
            return
        usual, odd = found
        words = message(
            "Most long numbers are written like {usual}; otherwise: {places}.",
            usual=f"12{_written(usual)}345",
            places=tally.listed(odd),
        )
        yield Habit("grouping", "minor", words, odd, usual)

    def pieces(self, mark: Mark, usual: str, text: str) -> tuple[tuple[Span, str], ...]:
        """The number with the usual sign."""
        return ((mark.span, re.sub(r"\D", _written(usual), mark.span.of(text))),)


def _is_a_fraction(number: str, pair: Pair) -> bool:
    """Whether the source shows that 12,345 is twelve and a bit: it has the same digits with its own
    decimal sign between them."""
    parts = re.split(r"\D", number)
    if len(parts) != 2:
        return False
    decimal = lexicon(base(pair.source_language)).decimal
    same = re.escape(decimal.join(parts))
    return bool(re.search(rf"(?<![\w.,]){same}(?!\d|[.,]\d)", pair.source))


def _written(sign: str) -> str:
    """The sign as it is put in: a space that no line breaks at."""
    return "\u00a0" if sign == " " else sign


def _long(text: str) -> tuple[tuple[Span, str], ...]:
    passed_over = [match.span() for match in _PASSED_OVER.finditer(text)]
    return tuple(
        (Span(*match.span("grouped")), _SAME.get(match["sign"], match["sign"]))
        for match in _LONG.finditer(text)
        if not any(start <= match.start() < end for start, end in passed_over)
    )
