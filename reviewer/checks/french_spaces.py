"""No-break spaces of French typography, told once for a translation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Mark, Tally
from reviewer.domain import Pair, Span
from reviewer.messages import message, plural
from reviewer.text.address_words import ADDRESS_WORD
from reviewer.text.languages import base

FRENCH = frozenset({"fr", "br", "oc"})
"""Languages that put a space before high punctuation (French typographic rules: Imprimerie
nationale, Lexique); not in Canada."""

_NARROW, _FULL = "\u202f", "\u00a0"
_PROTECTED = re.compile(ADDRESS_WORD + r"|&#?\w+;", re.IGNORECASE)
_HIGH = re.compile(
    r"(?<=[\w)\]»”%…])([ ]?)[;!?:»]+(?=\s|$|[)\]»”,.])"
    r"|(?<=«)([ ]?)(?=[^\s\u00a0\u202f])"
)


def is_french(tag: str) -> bool:
    """Whether a language has these rules."""
    return base(tag) in FRENCH and not tag.upper().endswith("CA")


class FrenchSpaces(HabitCheck):
    """High punctuation with a plain space or none before it."""

    id = "french-spaces"
    title = "French no-break spaces"
    severity = "minor"
    its = "whitespace"
    mqm = "whitespace"
    page = Page(
        finds=message(
            "High punctuation and quotation marks of French without their no-break space, told "
            "once for the translation, with a fix for all places."
        ),
        languages=message("French but in Canada, Breton, Occitan"),
        measured="Once in a translation at most; what is told is there.",
    )

    def marks(self, pair: Pair) -> tuple[Mark, ...]:
        """Where a space is missing or plain."""
        if not is_french(pair.target_language):
            return ()
        return tuple(
            Mark("plain" if span.start < span.end else "missing", span, space)
            for span, space in _places(pair.target)
        )

    def habits(self, tally: Tally) -> Iterator[Habit]:
        """One for places without a space (minor), one for those with a plain one (info)."""
        if bare := tally.counts["missing"]:
            words = plural(
                "A no-break space is missing in one place of this translation.",
                "A no-break space is missing in {n} places of this translation.",
                bare,
            )
            yield Habit("missing", "minor", words, frozenset({"missing"}))
        if plain := tally.counts["plain"]:
            words = plural(
                "A plain space stands where French has a no-break one, in one place of this "
                "translation.",
                "A plain space stands where French has a no-break one, in {n} places of this "
                "translation.",
                plain,
            )
            yield Habit("plain", "info", words, frozenset({"plain"}))


def _places(text: str) -> Iterator[tuple[Span, str]]:
    """Where a space is missing (an empty span) or plain, and the space that belongs there."""
    protected = [match.span() for match in _PROTECTED.finditer(text)]
    for match in _HIGH.finditer(text):
        if any(start <= match.start() < end for start, end in protected):
            continue
        number = 1 if match[1] is not None else 2
        mark = text[match.end(1) : match.end(1) + 1] if number == 1 else "«"
        if mark == ":" and match.start() and text[match.start() - 1].isdigit() and not match[1]:
            continue  # a time or a ratio at the end of a line
        yield Span(*match.span(number)), _FULL if mark in ":«»" else _NARROW
