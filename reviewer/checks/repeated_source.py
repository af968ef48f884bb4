"""Sentences left out of which the source says the same in another place that is translated."""

from __future__ import annotations

import re
from array import array
from collections import Counter
from collections.abc import Iterable

from reviewer.checks.base import ALIGNED, DocumentCheck, Page
from reviewer.checks.missing import Missing
from reviewer.checks.rows import Key, Rows, Whole
from reviewer.domain import Finding, Pair, Span
from reviewer.messages import message
from reviewer.text.scripts import has_spaces

_FEWEST = 5
"""Different words of a sentence (pairs of letters, where words stand without spaces) that can be
told to be said again."""

_SAID = 0.8
"""Share of them that the other place must have."""

_LONGEST_QUOTE = 80
_STEM = 5
_WORD = re.compile(r"[^\W\d_]{2,}")
_FIGURE = re.compile(r"\d+")
_FIGURE_MARK = "#"
"""Before a figure among the words: no word has it."""

_INNER_CAPITAL = re.compile(r"(?<=[^\W\d_] )[A-ZÀ-ÞΑ-ΩА-Я]\w+")


class RepeatedSource(DocumentCheck):
    """A sentence of the source without a counterpart that the source says twice, as a lead and the
    text below it do: the translation belongs to the other place."""

    id = "repeated-source"
    title = "Repeated, left out once"
    severity = "minor"
    its = "omission"
    mqm = "omission"
    page = Page(
        finds=message(
            "A sentence that the translation leaves out, where the source says the same in another "
            "place that is translated."
        ),
        languages=message("all"),
        measured="In place of a missing sentence only, which is told all the same.",
    )
    marks_whole_side = True
    explains = frozenset({Missing.id})

    def whole(self, rows: Rows) -> _Said:
        """The words of all sentences of the source."""
        return _Said(rows)


class _Said(Whole):
    """In which translated rows the words of the source stand, and in which missing ones; nothing
    as long as no row is missing.

    A translated row has a number, and keeps it as long as its source stays the same: what changes
    in the translation costs nothing here.
    """

    def __init__(self, rows: Rows) -> None:
        super().__init__(rows)
        self._numbers: dict[Key, tuple[int, str]] = {}
        self._keys: list[Key] = []
        self._having: dict[str, array[int]] = {}
        self._missing: dict[str, set[Key]] = {}
        self._before: dict[Key, Pair | None] = {}

    def add(self, key: Key, pair: Pair) -> None:
        """Take in a row."""
        self._before.setdefault(key, None)
        if pair.relation == "missing":
            if not self._missing:
                for other, translated in self.rows.pairs.items():
                    self._number(other, translated)
            for unit in _units(pair):
                self._missing.setdefault(unit, set()).add(key)
        elif self._missing:
            self._number(key, pair)

    def remove(self, key: Key, pair: Pair) -> None:
        """Take out a row."""
        self._before.setdefault(key, pair)
        if pair.relation == "missing":
            for unit in _units(pair):
                self._missing[unit].discard(key)

    def changed(self) -> set[Key]:
        """The missing rows that came or went, and those that say what a row says that was not
        translated before, or is no longer."""
        before, self._before = self._before, {}
        if not self._missing:
            return set()
        missing = set[Key]().union(*self._missing.values())
        if len(before) > len(missing):
            # To look at all of them costs less than to ask each row which it may bear on.
            return {*before, *missing}
        changed: set[Key] = set()
        for key, old in before.items():
            now = self.rows.pairs.get(key)
            if not (old and now and _say_alike(old, now)):
                changed |= self._likely(pair for pair in (old, now) if pair)
                changed.add(key)
        return changed

    def _number(self, key: Key, pair: Pair) -> None:
        """Note which words the source of a translated row has, unless that is known."""
        if _is_translated(pair) and self._numbers.get(key, (0, None))[1] != pair.source:
            number = len(self._keys)
            self._keys.append(key)
            self._numbers[key] = number, pair.source
            for unit in (*_units(pair), *(_FIGURE_MARK + each for each in _figures(pair))):
                self._having.setdefault(unit, array("L")).append(number)

    def _stands(self, number: int) -> bool:
        """Whether the row of a number is there still, translated and with the same source."""
        key = self._keys[number]
        pair = self.rows.pairs.get(key)
        return pair is not None and _is_translated(pair) and self._numbers[key][0] == number

    def _likely(self, pairs: Iterable[Pair]) -> set[Key]:
        shared = Counter(
            key for pair in pairs for unit in _units(pair) for key in self._missing.get(unit, ())
        )
        return {key for key, count in shared.items() if count >= _SAID * _FEWEST}

    def found(self, key: Key) -> list[Finding]:
        """A finding for a missing row that another one says."""
        pair = self.rows.pairs.get(key)
        if pair is None or pair.relation != "missing":
            return []
        other = self._said_at(pair)
        return [] if other is None else [_finding(pair, other)]

    def _said_at(self, pair: Pair) -> Pair | None:
        """The translated pair whose source says the most of what the source of `pair` says, if it
        says nearly all of it, and every figure and name."""
        units = _units(pair)
        if len(units) < _FEWEST:
            return None
        place = self.rows.place
        likely = [
            (-count, place(self._keys[number]), self._keys[number])
            for number, count in self._sharing(pair, units)
            if count >= _SAID * len(units) and self._stands(number)
        ]
        for _, _, key in sorted(likely):
            other = self.rows.pairs[key]
            if _certain(pair.source) <= _certain(other.source, anywhere=True):
                return other
        return None

    def _sharing(self, pair: Pair, units: set[str]) -> Iterable[tuple[int, int]]:
        """Numbers of rows with how many of `units` their sources have: of those with its figures,
        where it has some, since rows of a catalogue may all be made of the same words."""
        figures = [self._having.get(_FIGURE_MARK + each, ()) for each in _figures(pair)]
        if not figures:
            counted = Counter(number for unit in units for number in self._having.get(unit, ()))
            return counted.items()
        rows = ((number, self._keys[number]) for number in min(figures, key=len))
        return (
            (number, len(units & _units(self.rows.pairs[key])))
            for number, key in rows
            if key in self.rows.pairs
        )


def _figures(pair: Pair) -> set[str]:
    return set(_FIGURE.findall(pair.source))


def _say_alike(one: Pair, other: Pair) -> bool:
    return _is_translated(one) and _is_translated(other) and one.source == other.source


def _is_translated(pair: Pair) -> bool:
    return pair.relation in ALIGNED and bool(pair.target.strip())


def _units(pair: Pair) -> set[str]:
    words = _WORD.findall(pair.source.casefold())
    if has_spaces(pair.source_language):
        return {word[:_STEM] for word in words}
    return {word[n : n + 2] for word in words for n in range(len(word) - 1)}


def _certain(text: str, *, anywhere: bool = False) -> set[str]:
    """The figures and the names of a text (`anywhere`: every word, which may be one)."""
    words = _WORD.findall(text) if anywhere else _INNER_CAPITAL.findall(text)
    return {*_FIGURE.findall(text), *(word.casefold()[:_STEM] for word in words)}


def _finding(pair: Pair, other: Pair) -> Finding:
    words = other.source
    if len(words) > _LONGEST_QUOTE:
        words = words[: _LONGEST_QUOTE - 1].rstrip() + "…"
    return Finding(
        RepeatedSource.id,
        "sentence",
        "minor",
        message(
            "The translation leaves this sentence out. The source says the same in another place, "
            "which is translated: “{words}”",
            words=words,
        ),
        source_spans=(Span(0, len(pair.source)),),
        rule="repeated-source",
        confidence=pair.confidence,
    )
