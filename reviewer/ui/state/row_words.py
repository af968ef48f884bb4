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


def grey_words(shown: ShownRows, row: Row) -> str:
    """Why a row is grey: it is no part of the article, perhaps since it stands there twice."""
    same = [
        number
        for other in shown.rows()
        if other.relation is not None
        and (row.source or row.target) in (other.source, other.target)
        and (number := shown.number_of(other.key))
    ]
    if same:
        return (
            f"The same text stands in {rows_in_words(same)}: this second copy is not compared. "
            "It stays in the exported text as it is."
        )
    return (
        "Grey: by its place and shape this line belongs to the page and not to the article "
        "(a menu, a link, a byline). It is not compared, and stays in the exported text as it is."
    )


def status_words(shown: ShownRows, row: Row) -> str:
    """What the margin says of a row by signs: open findings, decisions, its status."""
    states = [item.state for item in row.findings]
    numbers = {state: states.count(state) for state in ("open", "accepted", "dismissed")}
    numbers["fixed"] = len(shown.fixed.get(row.key, ()))
    said = [f"{many} {state}" for state, many in numbers.items() if many]
    if row.reviewed:
        said.append("reviewed")
    return ", ".join(said)


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
