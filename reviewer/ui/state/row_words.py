"""Rows and their links in words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.wording import counted, in_words, listed, term, tr, tr_plural

if TYPE_CHECKING:
    from reviewer.review import ReviewedFinding, Row
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
        words += (
            [tr("{first} to {last}", first=run[0], last=run[-1])] if len(run) > 2 else map(str, run)
        )
    said = words[-1]
    if len(words) > 1:
        said = tr("{some} and {last}", some=listed(words[:-1]), last=words[-1])
    return tr_plural("row {numbers}", "rows {numbers}", len(numbers), numbers=said)


def grey_words(shown: ShownRows, row: Row) -> str:
    """Why a row is grey: it is no part of the article, perhaps since it stands there twice."""
    same = [
        number for key in shown.saying(row.source or row.target) if (number := shown.number_of(key))
    ]
    if same:
        return tr(
            "The same text stands in {same}: this second copy is not compared. It "
            "stays in the exported text as it is.",
            same=rows_in_words(same),
        )
    return tr(
        "Grey: by its place and shape this line belongs to the page and not to the article "
        "(a menu, a link, a byline). It is not compared, and stays in the exported text as it is."
    )


def finding_words(item: ReviewedFinding) -> str:
    """A finding for whoever cannot see it: how grave it is, what was decided, what it says."""
    said = [item.finding.severity, *([] if item.state == "open" else [item.state])]
    return f"{', '.join(map(term, said))}: {in_words(item.finding.message)}"


def status_words(shown: ShownRows, row: Row) -> str:
    """What the margin says of a row by signs: open findings, decisions, its status."""
    states = [item.state for item in row.findings]
    numbers = {state: states.count(state) for state in ("open", "accepted", "dismissed")}
    numbers["fixed"] = len(shown.fixed.get(row.key, ()))
    said = [counted(state, many) for state, many in numbers.items() if many]
    if row.key in shown.bookmarks:
        said.append(term("bookmark"))
    if row.is_draft:
        said.append(tr("machine draft"))
    if row.reviewed:
        said.append(term("reviewed"))
    return listed(said)


def link_words(shown: ShownRows, row: Row) -> str:
    """How sure the link of a row is, and where it moved; one line for each."""
    words = []
    if row.relation in ("aligned", "moved"):
        sure = (
            tr("Linked by you")
            if row.fixed
            else tr("Link {percent} % sure", percent=round(row.confidence * 100))
        )
        words.append(sure)
    if row.moved_to is not None:
        after = shown.number_of(row.moved_to)
        place = tr("after row {after}", after=after) if after else tr("at the beginning")
        words.append(tr("Moved: the translation has it {place}. G goes there.", place=place))
    if row.is_draft:
        words.append(
            tr("Drafted by a machine, until you change it or mark the sentence as reviewed.")
        )
    arrived = [number for key in shown.arrivals(row.key) if (number := shown.number_of(key))]
    if arrived:
        words.append(
            tr(
                "The translation of {arrived} stands after this. G goes there.",
                arrived=rows_in_words(arrived),
            )
        )
    return "\n".join(words)
