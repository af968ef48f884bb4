"""Formal and informal words for the reader in one translation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Place, compared, listed, outside_quotations
from reviewer.domain import Pair, Span, message
from reviewer.text.languages import base

_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u097f]+)?")
_BEGINS = re.compile(r"(?:^|[.!?:…\n]|[.!?…]\s*[\"“”„«»)\]]*|[•*–—-])\s*$")
_FEWEST = 3
"""Rows that must address the reader in the usual way."""

_USUAL = 4
"""Rows in the usual way for each in the other."""


@dataclass(frozen=True, slots=True)
class _Words:
    formal: frozenset[str]
    capital: frozenset[str]
    informal: frozenset[str]
    plural: bool


class MixedAddress(HabitCheck):
    """A few rows that say du where the others say Sie, or the reverse.

    Direct speech is left out, and a free translation, where people speak.
    """

    id = "mixed-address"
    title = "Formal and informal address"
    severity = "minor"
    its = "register"
    mqm = "register"
    page = Page(
        finds=message(
            "A few sentences that address the reader formally in an informal translation, or "
            "informally in a formal one, told once. What stands in quotation marks is left out."
        ),
        languages=message("20, by their pronouns"),
        measured="In seven faithful translations and four novels all that is told is there.",
    )

    def habits(self, pairs: Sequence[Pair]) -> Iterator[Habit]:
        """At most one: the words of the rare way."""
        if not pairs or any(pair.free for pair in pairs):
            return
        language = base(pairs[0].target_language)
        known = _words(language)
        if known is None:
            return
        formal: list[Place] = []
        informal: list[Place] = []
        free = outside_quotations(pairs)
        for row, pair in compared(pairs):
            for piece in free[row]:
                for span, is_formal in _addressed(pair.target, piece, language):
                    (formal if is_formal else informal).append(Place(row, span))
        ways = [(formal, informal, message("formal"))]
        if not known.plural:
            ways.append((informal, formal, message("informal")))
        for usual, odd, way in ways:
            rows, others = ({place.row for place in one} for one in (usual, odd))
            if odd and len(rows) >= _FEWEST and len(rows) >= _USUAL * len(others):
                words = message(
                    "The translation addresses its reader in {rows} sentences in the {way} way; "
                    "otherwise: {places}.",
                    rows=len(rows),
                    way=way,
                    places=listed(odd, pairs),
                )
                yield Habit("address", "minor", words, tuple(odd))


@lru_cache(maxsize=4096)
def _addressed(text: str, piece: Span, language: str) -> tuple[tuple[Span, bool], ...]:
    """`_addressing`, kept, since every edit has hundreds of rows around compared again."""
    known = _words(language)
    return tuple(_addressing(text, piece, known)) if known else ()


def _addressing(text: str, piece: Span, known: _Words) -> Iterator[tuple[Span, bool]]:
    """The words that address the reader, and whether formally."""
    for match in _WORD.finditer(text, piece.start, piece.end):
        word = match[0].casefold()
        if word in known.informal and not match[0].isupper():
            yield Span(*match.span()), False
        elif word in known.formal or (
            word in known.capital
            and match[0][0].isupper()
            and not _BEGINS.search(text, max(match.start() - 4, 0), match.start())
        ):
            yield Span(*match.span()), True


@lru_cache(maxsize=64)
def _words(language: str) -> _Words | None:
    found = _table().get(language)
    if found is None:
        return None
    formal, capital, informal = (
        frozenset(str(found.get(key, "")).split()) for key in ("formal", "capital", "informal")
    )
    return _Words(formal, capital, informal, bool(found.get("plural")))


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, object]]:
    return tomllib.loads(files("reviewer.checks").joinpath("data/address.toml").read_text("utf-8"))
