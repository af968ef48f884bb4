"""The result of `reviewer check` as a workbook: one sheet for each translation."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.analysis import Analysis
from reviewer.reports.table import COLUMNS, findings_table
from reviewer.reports.text_sheets import TextSheet, workbook

_WIDTHS = (10, 14, 14, 50, 60, 60, 60)


def check_xlsx(analysis: Analysis) -> bytes:
    """The workbook's bytes. Every cell is text: nothing in an article becomes a formula."""
    lines: list[list[Sequence[str]]] = [[] for _ in analysis.translations]
    for row in findings_table(analysis):
        lines[row.translation].append(row.cells())
    return workbook(
        [
            TextSheet(f"{number} {comparison.side.language}", COLUMNS, _WIDTHS, of)
            for number, (comparison, of) in enumerate(
                zip(analysis.translations, lines, strict=True), 1
            )
        ]
    )
