"""Which source sentences are shown where all translations are compared."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from reviewer.ui.state.row_filter import Filter
from reviewer.ui.state.shown_rows import ShownRows

if TYPE_CHECKING:
    from reviewer.review import OverviewRow, Review


def lines_wanted(review: Review, rows: Sequence[OverviewRow], wanted: Filter) -> list[int]:
    """The places of the sentences that have a row like that in one translation at least: the row
    that a filter shows in one translation, it shows here."""
    if wanted.everything():
        return list(range(len(rows)))
    kept = {
        (info.id, key) for info in review.translations for key in _keys(review, info.id, wanted)
    }
    return [
        place
        for place, row in enumerate(rows)
        if any(
            (cell.translation_id, cell.row_key) in kept
            for cell in review.overview_cells(row.source_id)
        )
    ]


def _keys(review: Review, translation: int, wanted: Filter) -> list[str]:
    shown = ShownRows()
    index = review.index(translation)
    shown.show(index, review.rows_of(translation))
    shown.set_filter(wanted)
    return [index.keys[line] for line in shown.lines() if isinstance(line, int)]
