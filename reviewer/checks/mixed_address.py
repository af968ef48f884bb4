"""Formal and informal words for the reader in one translation."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

from reviewer.checks.base import ALIGNED, Page
from reviewer.checks.habits import Habit, HabitCheck, HabitWhole, Mark, Tally, quotations
from reviewer.checks.rows import Key, Rows, SortedRows
from reviewer.domain import Pair, Span
from reviewer.messages import message
from reviewer.text.languages import base
from reviewer.text.scripts import has_spaces

_WORD = re.compile(r"[^\W\d_]+(?:[\u0900-\u097f]+)?")
_SIGN = re.compile(r"[^\W\d_]")
_BEGINS = re.compile(r"(?:^|[.!?:…\n]|[.!?…]\s*[\"“”„«»)\]]*|[•*–—-])\s*$")
_IN_A_NAME = re.compile(r" [^\W\d_a-z]")
_LAST_WORD = re.compile(r"([^\W\d_]+) $")
_LONGEST_WORD = 40
_FEWEST = 3
"""Rows that must address the reader in the usual way."""

_USUAL = 3
"""Rows in the usual way for each in the other."""

_FORMAL, _INFORMAL = "formal", "informal"
_SEVERAL = "formal or several"
"""A formal word that is also said to several people whom one knows well."""

_LONGEST_SPEECH = 20
"""Rows with an address or a single quotation mark that speech goes on for at most."""


@dataclass(frozen=True, slots=True)
class _Words:
    formal: frozenset[str]
    capital: frozenset[str]
    informal: frozenset[str]
    plural: bool
    other: re.Pattern[str]


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
            "Sentences that address the reader otherwise than the client wants or, where a client "
            "wants nothing, a few formal ones in an informal translation or informal ones in a "
            "formal one; told once. What stands in quotation marks is left out."
        ),
        languages=message("21, by their pronouns"),
        measured="In seven faithful translations and four novels all that is told is there.",
    )

    def marks(self, pair: Pair) -> tuple[Mark, ...]:
        """The words that address the reader, what stands in quotation marks left out."""
        language = base(pair.target_language)
        known = _words(language)
        if known is None:
            return ()
        found: list[Mark] = []
        at = 0
        inside, _ = quotations(pair.target, pair.target_language)
        for span in (*sorted(inside), Span(len(pair.target), len(pair.target))):
            if span.start >= at:
                found += _addressing(pair.target, Span(at, span.start), language, known)
                at = span.end
        return tuple(found)

    def habits(self, tally: Tally) -> Iterator[Habit]:
        """At most one: the words of the way that is not wanted, or rare here. Where formal words
        are also those for several people, none of them is wrong."""
        if wanted := self.wanted("address", tally.language):
            odd = _INFORMAL if wanted == "formal" else _FORMAL
            if tally.rows(odd):
                words = message(
                    "The client wants the reader addressed in the {way} way; otherwise: {places}.",
                    way=message("formal") if wanted == "formal" else message("informal"),
                    places=tally.listed({odd}),
                )
                yield Habit("style", "minor", words, frozenset({odd}), wanted)
            return
        for usual, odd, way in (
            (_FORMAL, _INFORMAL, message("formal")),
            (_SEVERAL, _INFORMAL, message("formal")),
            (_INFORMAL, _FORMAL, message("informal")),
        ):
            often, seldom = tally.rows(usual), tally.rows(odd)
            if seldom and often >= _FEWEST and often >= _USUAL * seldom:
                words = message(
                    "The translation addresses its reader in {rows} sentences in the {way} way; "
                    "otherwise: {places}.",
                    rows=often,
                    way=way,
                    places=tally.listed({odd}),
                )
                yield Habit("address", "minor", words, frozenset({odd}), usual)

    def whole(self, rows: Rows) -> _OutsideSpeech:
        """The marks outside direct speech that goes on from one row to the next."""
        return _OutsideSpeech(rows, self)


@dataclass(frozen=True, slots=True)
class _Spoken:
    """A row that addresses the reader or leaves a quotation mark without its like: how many of
    those, whether it is all speech, and the words, if they count at all."""

    alone: int
    is_speech: bool
    marks: tuple[Mark, ...]


class _OutsideSpeech(HabitWhole):
    """The marks outside direct speech that goes on from one row to the next.

    A quotation mark without its like opens such speech, or closes it; it is taken for a slip where
    none follows for long.
    """

    def __init__(self, rows: Rows, check: MixedAddress) -> None:
        super().__init__(rows, check)
        self._said: dict[Key, _Spoken] = {}
        self._order = SortedRows(rows)
        self._open_for: dict[Key, int] = {}
        self._free: set[Key] = set()

    def add(self, key: Key, pair: Pair) -> None:
        """Take a row in, and look at what follows it once more."""
        if pair.free:
            self._free.add(key)
        text = pair.target
        if not text:
            return
        _, alone = quotations(text, pair.target_language)
        marks = tuple(self.check.marks(pair)) if pair.relation in ALIGNED else ()
        if alone or marks:
            is_speech = bool(alone) or text.lstrip()[:1] in ("-", "–", "—")
            self._said[key] = _Spoken(len(alone), is_speech, marks)
            self._order.add(key)
            self._follow(self._order.at(key))

    def remove(self, key: Key, _pair: Pair) -> None:
        """Take a row out, and look at what followed it once more."""
        self._free.discard(key)
        if key in self._said:
            at = self._order.at(key)
            self._order.remove(key)
            self.tally.remove(key)
            del self._said[key]
            self._open_for.pop(key, None)
            self._follow(at)

    def changed(self) -> set[Key]:
        """Nothing is told of a free translation, where people speak."""
        if not self._free:
            return super().changed()
        told, self._told = set(self._told), {}
        return told

    def _follow(self, at: int) -> None:
        """Find out from a row on whether speech goes on, until that is as it was."""
        open_for = self._open_for[self._order[at - 1]] if at else 0
        for number in range(at, len(self._order)):
            key = self._order[number]
            said = self._said[key]
            speaks = 0 < open_for <= _LONGEST_SPEECH
            self.tally.remove(key)
            if not (said.is_speech or speaks):
                self.tally.add(key, said.marks)
            stays_open = speaks != (said.alone % 2 == 1)
            open_for = (1 if said.alone else open_for + 1) if stays_open else 0
            if self._open_for.get(key) == open_for:
                return
            self._open_for[key] = open_for


def _addressing(text: str, piece: Span, language: str, known: _Words) -> Iterator[Mark]:
    """The words that address the reader, formally or not."""
    pattern = _WORD if has_spaces(language) else _SIGN
    others = [match.span() for match in known.other.finditer(text, piece.start, piece.end)]
    for match in pattern.finditer(text, piece.start, piece.end):
        word = match[0].casefold()
        # What costs little comes first: few words address anybody.
        if not (word in known.informal or word in known.formal or word in known.capital):
            continue
        if any(start <= match.start() < end for start, end in others) or (
            match[0].islower()
            and _IN_A_NAME.match(text, match.end())
            and _is_behind_a_name(text, match)
        ):
            continue
        if word in known.informal and not match[0].isupper():
            yield Mark(_INFORMAL, Span(*match.span()))
        elif word in known.formal or (
            word in known.capital
            and match[0][0].isupper()
            and not _BEGINS.search(text, match.start() - 4, match.start())
        ):
            yield Mark(_SEVERAL if known.plural else _FORMAL, Span(*match.span()))


def _is_behind_a_name(text: str, match: re.Match[str]) -> bool:
    """Whether a word with a capital stands before, which begins no sentence: Cirque du Soleil."""
    before = _LAST_WORD.search(text, max(match.start() - _LONGEST_WORD, 0), match.start())
    return (
        before is not None
        and before[1][0].isupper()
        and not _BEGINS.search(text, max(before.start() - 4, 0), before.start())
    )


@lru_cache(maxsize=64)
def _words(language: str) -> _Words | None:
    found = _table().get(language)
    if found is None:
        return None
    formal, capital, informal = (
        frozenset(str(found.get(key, "")).split()) for key in ("formal", "capital", "informal")
    )
    other = re.compile(str(found.get("other", "(?!)")), re.IGNORECASE)
    return _Words(formal, capital, informal, bool(found.get("plural")), other)


@lru_cache(maxsize=1)
def _table() -> dict[str, dict[str, object]]:
    return tomllib.loads(files("reviewer.checks").joinpath("data/address.toml").read_text("utf-8"))
