"""Marks of notes that a translation lost although it keeps others."""

from __future__ import annotations

import re
from collections.abc import Iterator

from reviewer.checks.base import Page
from reviewer.checks.habits import Habit, HabitCheck, Mark, Tally
from reviewer.domain import Pair, Span
from reviewer.messages import message
from reviewer.text.note_marks import references

_LOST, _ADDED, _KEPT = "lost", "added", "kept"

_MAY_BE_INSIDE = re.compile(r"[*†‡§¶‖\[(（［]")
_INSIDE = re.compile(
    r"(?<=[^\W\d_])[*†‡§¶‖]{1,3}(?![\w*])"
    r"|[\[［]\d{1,3}[\]］]"
    r"|(?<![^\W\d_])[(（][^\W\d_][)）](?!\w)"
)
"""Marks behind a word inside a sentence: a sign, a number in square brackets, one letter in round
ones. The text is not read otherwise for them; they count on both sides."""

_EMPHASIS = re.compile(r"(?<![\w*])\*{1,3}(?=[^\W_])")
"""An asterisk before a word: where one is, they mark what is stressed."""


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
        ours = len(_all_marks(pair.source, pair.source_language))
        theirs = _all_marks(pair.target, pair.target_language)
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


def _all_marks(text: str, language: str) -> list[Span]:
    """The marks behind sentences, and those that only a check reads: inside of them."""
    found = references(text, language)
    if not _MAY_BE_INSIDE.search(text):
        return found
    stressed = _EMPHASIS.search(text) is not None
    for match in _INSIDE.finditer(text):
        span = Span(*match.span())
        if not (stressed and match[0][0] == "*") and not any(
            span.start < other.end and other.start < span.end for other in found
        ):
            found.append(span)
    return sorted(found)
