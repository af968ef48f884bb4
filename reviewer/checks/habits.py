"""Checks of how a whole translation is written: told once, with all places and a fix for all."""

from __future__ import annotations

from abc import abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from reviewer.checks.base import ALIGNED, DocumentCheck
from reviewer.domain import Finding, Fix, Message, Pair, Severity, Span
from reviewer.text.enclosures import QUOTATION_MARKS, enclosures

_SHOWN, _LETTERS, _LONGEST = 5, 12, 40
"""Places that a message quotes, letters around each, and letters of a long one."""


@dataclass(frozen=True, slots=True)
class Place:
    """A piece of the translation of one row, and what stands there when it is mended (None:
    that is for the reviewer to say)."""

    row: int
    span: Span
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """What is said of a translation, and where it is so, in the order of the rows."""

    kind: str
    severity: Severity
    message: Message
    places: tuple[Place, ...]


class HabitCheck(DocumentCheck):
    """A check that says one thing of a translation, in the first row that it concerns."""

    @abstractmethod
    def habits(self, pairs: Sequence[Pair]) -> Iterable[Habit]:
        """What is to be said of the translation; nothing, mostly."""

    def find_all(self, pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
        """One finding for each habit. Its fix mends the first row."""
        found: dict[int, list[Finding]] = {}
        for habit in self.habits(pairs):
            row = habit.places[0].row
            here = [place for place in habit.places if place.row == row]
            found.setdefault(row, []).append(
                Finding(
                    self.id,
                    habit.kind,
                    habit.severity,
                    habit.message,
                    target_spans=tuple(place.span for place in here),
                    rule=f"{self.id}-{habit.kind}",
                    confidence=0.8,
                    subject=habit.kind,
                    fix=_as_one(here, pairs[row].target),
                )
            )
        return found

    def mended(self, pairs: Sequence[Pair], kind: str) -> dict[int, str]:
        """The translations of the rows in which all places of one kind are mended."""
        found: dict[int, list[Place]] = {}
        for habit in self.habits(pairs):
            if habit.kind == kind:
                for place in habit.places:
                    found.setdefault(place.row, []).append(place)
        fixes = {row: _as_one(places, pairs[row].target) for row, places in found.items()}
        return {row: mended(pairs[row].target, fix) for row, fix in fixes.items() if fix}


def mended(text: str, fix: Fix) -> str:
    """A text with a fix put in."""
    return text[: fix.span.start] + fix.text + text[fix.span.end :]


def _as_one(places: Sequence[Place], text: str) -> Fix | None:
    """The replacements of one row as one."""
    if any(place.mended is None for place in places):
        return None
    first, last = places[0].span.start, places[-1].span.end
    made, at = "", first
    for place in places:
        made += text[at : place.span.start] + (place.mended or "")
        at = place.span.end
    return Fix(Span(first, last), made + text[at:last])


def listed(places: Sequence[Place], pairs: Sequence[Pair]) -> str:
    """The places with some words around them, the first few of them."""
    shown = [_around(place.span, pairs[place.row].target) for place in places[:_SHOWN]]
    return " / ".join(shown) + (" / …" if len(places) > _SHOWN else "")


def _around(span: Span, text: str) -> str:
    if span.end - span.start > _LONGEST:
        return text[span.start : span.start + _LONGEST] + "…"
    start, end = max(span.start - _LETTERS, 0), min(span.end + _LETTERS, len(text))
    if start:
        start = text.find(" ", start, span.start) + 1 or start
    if end < len(text) and " " in text[span.end : end]:
        end = text.rfind(" ", span.end, end)
    return text[start:end].strip()


def compared(pairs: Sequence[Pair]) -> Iterable[tuple[int, Pair]]:
    """The rows that have a translation."""
    return ((n, pair) for n, pair in enumerate(pairs) if pair.relation in ALIGNED and pair.target)


def outside_quotations(pairs: Sequence[Pair]) -> list[list[Span]]:
    """For each row the pieces of its translation that are nobody's direct speech: what stands in
    quotation marks, from one row to the next too, and what a dash begins, is left out."""
    pieces: list[list[Span]] = []
    open_quotation = False
    for pair in pairs:
        text = pair.target
        inside, alone = _quotations(text, pair.target_language)
        if alone or open_quotation or text.lstrip()[:1] in ("-", "–", "—"):
            pieces.append([])
            open_quotation = open_quotation != (len(alone) % 2 == 1)
            continue
        free, at = [], 0
        for span in sorted(inside):
            if span.start >= at:
                free.append(Span(at, span.start))
                at = span.end
        pieces.append([*free, Span(at, len(text))])
    return pieces


@lru_cache(maxsize=4096)
def _quotations(text: str, language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What stands in quotation marks, and marks without their like. Kept, since every edit has
    hundreds of rows around compared again as they are."""
    found = enclosures(text, language)
    return (
        tuple(span for span in found.pairs if text[span.start] in QUOTATION_MARKS),
        tuple(span for span in found.single if text[span.start] in QUOTATION_MARKS),
    )
