"""Marks of notes that a translation lost although it keeps others."""

from __future__ import annotations

from collections.abc import Iterator

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Mark, Tally
from reviewer.domain import Pair, Span
from reviewer.messages import message
from reviewer.text.note_marks import references

_LOST, _ADDED, _KEPT = "lost", "added", "kept"


class NoteMarks(HabitCheck):
    """Sentences with fewer marks of notes than their source, in a translation that has some."""

    id = "note-marks"
    title = "Note marks"
    severity = "minor"
    its = "omission"
    mqm = "omission"
    page = Page(
        finds=message(
            "Marks of notes (¹ * † (1) [a]) that the source has and the translation lacks, where "
            "it keeps others; told once. They are counted, not read: notes may be numbered anew."
        ),
        languages=message("all"),
        measured="In seven translations of the FLORES sentences nothing is told.",
    )

    def marks(self, pair: Pair) -> tuple[Mark, ...]:
        """The marks that the row keeps, and how many it has too few or too many."""
        ours = len(references(pair.source, pair.source_language))
        theirs = references(pair.target, pair.target_language)
        end = len(pair.target.rstrip())
        lost = [Mark(_LOST, Span(max(end - 1, 0), end))] * (ours - len(theirs))
        kept = [Mark(_KEPT, span) for span in theirs[:ours]]
        return (*kept, *lost, *(Mark(_ADDED, span) for span in theirs[ours:]))

    def habits(self, tally: Tally) -> Iterator[Habit]:
        """At most one: more marks were lost than stand in another row, and some are kept."""
        if tally.counts[_KEPT] and tally.counts[_LOST] > tally.counts[_ADDED]:
            yield Habit(
                _LOST,
                "minor",
                message(
                    "Other note marks are kept, but not all of the source ({places}).",
                    places=tally.listed({_LOST}),
                ),
                frozenset({_LOST}),
            )
