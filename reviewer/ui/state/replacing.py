"""What finding and replacing would do to the rows, before it is done."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import Row


class PatternError(ReviewerError):
    """What was typed is no regular expression, or asks for a group that there is not."""


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
    try:
        pattern = re.compile(_expression(wanted), 0 if wanted.same_case else re.IGNORECASE)
        return [
            found
            for row in rows
            if row.relation is not None and row.target and (found := _in_row(row, pattern, wanted))
        ]
    except (re.error, IndexError, OverflowError) as error:
        raise PatternError(tr("This is no regular expression: {error}.", error=error)) from error


def _expression(wanted: Wanted) -> str:
    expression = wanted.words if wanted.regular else re.escape(wanted.words)
    return rf"(?<!\w)(?:{expression})(?!\w)" if wanted.whole_words else expression


def _in_row(row: Row, pattern: re.Pattern[str], wanted: Wanted) -> Replacement | None:
    places = 0

    def put(match: re.Match[str]) -> str:
        nonlocal places
        if not match[0]:
            return ""
        places += 1
        return match.expand(wanted.by) if wanted.regular else wanted.by

    after = pattern.sub(put, row.target)
    # A sentence is emptied by hand or not at all.
    if after == row.target or not after.strip():
        return None
    return Replacement(row.key, row.target, after, places)
