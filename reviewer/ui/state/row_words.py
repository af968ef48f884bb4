"""Rows and their links in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from reviewer.review import Row
    from reviewer.ui.state.shown_rows import ShownRows


def rows_in_words(numbers: Sequence[int]) -> str:
    """Numbers of rows: "row 3", "rows 3, 5 and 7 to 9"."""
    runs: list[list[int]] = []
    for number in sorted(numbers):
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    words: list[str] = []
    for run in runs:
        words += [f"{run[0]} to {run[-1]}"] if len(run) > 2 else map(str, run)
    said = " and ".join(part for part in (", ".join(words[:-1]), words[-1]) if part)
    return f"row {said}" if len(numbers) == 1 else f"rows {said}"


def link_words(shown: ShownRows, row: Row) -> str:
    """How sure the link of a row is, and where it moved; one line for each."""
    words = []
    if row.relation in ("aligned", "moved"):
        sure = "Linked by you" if row.fixed else f"Link {round(row.confidence * 100)} % sure"
        words.append(sure)
    if row.moved_to is not None:
        after = shown.number_of(row.moved_to)
        place = f"after row {after}" if after else "at the beginning"
        words.append(f"Moved: the translation has it {place}. G goes there.")
    arrived = [number for key in shown.arrivals(row.key) if (number := shown.number_of(key))]
    if arrived:
        words.append(
            f"The translation of {rows_in_words(arrived)} stands after this. G goes there."
        )
    return "\n".join(words)
