"""Checks of how a whole translation is written: told once, with all places and a fix for all."""

from __future__ import annotations

from abc import abstractmethod
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from reviewer.checks.base import ALIGNED, DocumentCheck
from reviewer.checks.rows import Key, Rows, SortedRows, Whole, in_turn, together
from reviewer.checks.style import Wanted, nothing_wanted
from reviewer.domain import Finding, Fix, Pair, Severity, Span
from reviewer.messages import Message
from reviewer.text.enclosures import QUOTATION_MARKS, enclosures

_SHOWN, _LETTERS, _LONGEST = 5, 12, 40
"""Places that a message quotes, letters around each, and letters of a long one."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of a row that counts for a habit of this kind. `mended` is what stands there when it
    is mended (None: that is for the reviewer to say, or the check knows only with all rows)."""

    kind: str
    span: Span
    mended: str | None = None


@dataclass(frozen=True, slots=True)
class Habit:
    """What is said of a translation: all marks of the kinds in `odd` are so. `usual` is the kind
    that the others have."""

    kind: str
    severity: Severity
    message: Message
    odd: frozenset[str]
    usual: str = ""


class Tally:
    """The marks of a translation: how many there are of each kind, and in which rows."""

    def __init__(self, rows: Rows) -> None:
        self._rows = rows
        self._marks: dict[Key, Sequence[Mark]] = {}
        self._of_kind: dict[str, SortedRows] = {}
        self.counts: Counter[str] = Counter()
        self.language = ""

    def add(self, key: Key, marks: Sequence[Mark]) -> None:
        """Take in the marks of a row."""
        if not marks:
            return
        self._marks[key] = marks
        for mark in marks:
            self.counts[mark.kind] += 1
        for kind in {mark.kind for mark in marks}:
            self._of_kind.setdefault(kind, SortedRows(self._rows)).add(key)

    def remove(self, key: Key) -> None:
        """Take out the marks of a row, if it has any."""
        marks = self._marks.pop(key, ())
        for mark in marks:
            self.counts[mark.kind] -= 1
            if not self.counts[mark.kind]:
                del self.counts[mark.kind]
        for kind in {mark.kind for mark in marks}:
            self._of_kind[kind].remove(key)

    def rows(self, kind: str) -> int:
        """How many rows have marks of a kind."""
        return len(self._of_kind.get(kind, ()))

    def keys(self, kinds: Collection[str]) -> Iterator[Key]:
        """The rows with marks of these kinds, in order."""
        return together([self._of_kind[kind] for kind in kinds if self.rows(kind)], self._rows)

    def marks(self, key: Key, kinds: Collection[str]) -> list[Mark]:
        """The marks of a row that are of these kinds, in order."""
        return sorted(
            (mark for mark in self._marks.get(key, ()) if mark.kind in kinds),
            key=lambda mark: mark.span,
        )

    def listed(self, kinds: Collection[str]) -> str:
        """The first few marks of these kinds, with some words around each."""
        shown = [
            _around(mark.span, self._rows.pairs[key].target)
            for key in islice(self.keys(kinds), _SHOWN)
            for mark in self.marks(key, kinds)
        ][:_SHOWN]
        more = sum(self.counts[kind] for kind in kinds) > len(shown)
        return " / ".join(shown) + (" / …" if more else "")


class HabitCheck(DocumentCheck):
    """A check that says one thing of a translation, in the first row that it concerns: that some
    of it is written otherwise than the rest, or than the client wants."""

    def __init__(self, wanted: Wanted = nothing_wanted) -> None:
        self.wanted = wanted

    @abstractmethod
    def marks(self, pair: Pair) -> Sequence[Mark]:
        """The marks of a row that has a translation, whatever the other rows have."""

    @abstractmethod
    def habits(self, tally: Tally) -> Iterable[Habit]:
        """What is to be said of the translation; nothing, mostly."""

    def pieces(self, mark: Mark, _usual: str, _text: str) -> Sequence[tuple[Span, str | None]]:
        """What stands where once a mark in a text is mended."""
        return ((mark.span, mark.mended),)

    def whole(self, rows: Rows) -> HabitWhole:
        """Counts of the marks."""
        return HabitWhole(rows, self)

    def mended(self, pairs: Sequence[Pair], kind: str) -> dict[int, str]:
        """The translations of the rows in which all places of one kind are mended."""
        rows = Rows(in_turn)
        whole = self.whole(rows)
        for number, pair in enumerate(pairs):
            rows.pairs[number] = pair
            whole.add(number, pair)
        found: dict[int, str] = {}
        for habit in self.habits(whole.tally):
            if habit.kind == kind:
                for key in whole.tally.keys(habit.odd):
                    fix = _as_one(whole.places(key, habit), rows.pairs[key].target)
                    if fix:
                        found[int(key)] = mended(rows.pairs[key].target, fix)
        return found


class HabitWhole(Whole):
    """The marks of a translation, and what is said of them."""

    def __init__(self, rows: Rows, check: HabitCheck) -> None:
        super().__init__(rows)
        self.check = check
        self.tally = Tally(rows)
        self._told: dict[Key, list[Finding]] = {}

    def add(self, key: Key, pair: Pair) -> None:
        """Count the marks of a row."""
        self.tally.language = pair.target_language
        if pair.relation in ALIGNED and pair.target:
            self.tally.add(key, self.check.marks(pair))

    def remove(self, key: Key, _pair: Pair) -> None:
        """Count them no longer."""
        self.tally.remove(key)

    def changed(self) -> set[Key]:
        """The rows in which something else is told; every habit is told in one."""
        before, self._told = self._told, {}
        for habit in self.check.habits(self.tally):
            key = next(self.tally.keys(habit.odd))
            self._told.setdefault(key, []).append(self._finding(key, habit))
        return differing(before, self._told)

    def found(self, key: Key) -> Sequence[Finding]:
        """What is told in a row. Its fix mends this row."""
        return self._told.get(key, ())

    def places(self, key: Key, habit: Habit) -> list[tuple[Span, str | None]]:
        """The pieces of a row that a habit concerns, and what stands there when it is mended."""
        text = self.rows.pairs[key].target
        marks = self.tally.marks(key, habit.odd)
        return [one for mark in marks for one in self.check.pieces(mark, habit.usual, text)]

    def _finding(self, key: Key, habit: Habit) -> Finding:
        places = self.places(key, habit)
        return Finding(
            self.check.id,
            habit.kind,
            habit.severity,
            habit.message,
            target_spans=tuple(span for span, _ in places),
            rule=f"{self.check.id}-{habit.kind}",
            confidence=0.8,
            subject=habit.kind,
            fix=_as_one(places, self.rows.pairs[key].target),
        )


def differing(before: Mapping[Key, object], after: Mapping[Key, object]) -> set[Key]:
    """The rows of which two mappings say different things."""
    return {key for key in before.keys() | after.keys() if before.get(key) != after.get(key)}


def mended(text: str, fix: Fix) -> str:
    """A text with a fix put in."""
    return text[: fix.span.start] + fix.text + text[fix.span.end :]


def _as_one(places: Sequence[tuple[Span, str | None]], text: str) -> Fix | None:
    """The replacements of one row as one."""
    if any(said is None for _, said in places):
        return None
    first, last = places[0][0].start, places[-1][0].end
    made, at = "", first
    for span, said in places:
        made += text[at : span.start] + (said or "")
        at = span.end
    return Fix(Span(first, last), made + text[at:last])


def _around(span: Span, text: str) -> str:
    if span.end - span.start > _LONGEST:
        return text[span.start : span.start + _LONGEST] + "…"
    start, end = max(span.start - _LETTERS, 0), min(span.end + _LETTERS, len(text))
    if start:
        start = text.find(" ", start, span.start) + 1 or start
    if end < len(text) and " " in text[span.end : end]:
        end = text.rfind(" ", span.end, end)
    return text[start:end].strip()


def rare(counts: Counter[str], fewest: int, times: int) -> tuple[str, frozenset[str]] | None:
    """The usual kind and the others, where it is there `fewest` times and `times` as often as all
    of them; None where nothing is rare."""
    if len(counts) < 2:
        return None
    usual = max(counts, key=lambda kind: (counts[kind], kind))
    often = counts[usual]
    if often < fewest or often < times * (counts.total() - often):
        return None
    return usual, frozenset(counts) - {usual}


@lru_cache(maxsize=4096)
def quotations(text: str, language: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """What stands in quotation marks, and marks without their like."""
    found = enclosures(text, language)
    return (
        tuple(span for span in found.pairs if text[span.start] in QUOTATION_MARKS),
        tuple(span for span in found.single if text[span.start] in QUOTATION_MARKS),
    )
