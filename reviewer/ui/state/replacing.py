"""What finding and replacing would do to the rows, before it is done."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.text.timed_pattern import PatternError, TimedPattern

if TYPE_CHECKING:
    from reviewer.review import Row

__all__ = ["PatternError", "Replacement", "Wanted", "replacements"]


@dataclass(frozen=True, slots=True)
class Wanted:
    """What to find and what to put there.

    `words` are a regular expression of Python with `regular`, and `by` may then name its groups
    (`\\1`); without it both are plain text.
    """

    words: str
    by: str
    same_case: bool = False
    whole_words: bool = False
    regular: bool = False


@dataclass(frozen=True, slots=True)
class Replacement:
    """The text of a row before and after, and how many places are others."""

    row_key: str
    before: str
    after: str
    places: int


def replacements(rows: Iterable[Row], wanted: Wanted) -> list[Replacement]:
    """What changes in the translations of `rows`. Raises PatternError."""
    if not wanted.words:
        return []
    pattern = TimedPattern(
        wanted.words,
        same_case=wanted.same_case,
        whole_words=wanted.whole_words,
        regular=wanted.regular,
    )
    return [
        found
        for row in rows
        if row.relation is not None and row.target and (found := _in_row(row, pattern, wanted))
    ]


def _in_row(row: Row, pattern: TimedPattern, wanted: Wanted) -> Replacement | None:
    after, places = pattern.replaced(row.target, wanted.by, regular=wanted.regular)
    # A sentence is emptied by hand or not at all.
    if after == row.target or not after.strip():
        return None
    return Replacement(row.key, row.target, after, places)
