"""The result of `reviewer check` as a workbook: one sheet for each translation."""

from __future__ import annotations

from io import BytesIO

from reviewer.analysis import Analysis
from reviewer.reports.table import COLUMNS, findings_table

_WIDTHS = (10, 14, 14, 50, 60, 60, 60)


def check_xlsx(analysis: Analysis) -> bytes:
    """The workbook's bytes. Every cell is text: nothing in an article becomes a formula."""
    from xlsxwriter import Workbook

    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    head = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    sheets = []
    for number, comparison in enumerate(analysis.translations, 1):
        sheet = book.add_worksheet(f"{number} {comparison.side.language}"[:31])
        sheet.freeze_panes(1, 0)
        for column, (title, width) in enumerate(zip(COLUMNS, _WIDTHS, strict=True)):
            sheet.set_column(column, column, width, wrapped)
            sheet.write_string(0, column, title, head)
        sheets.append(sheet)
    lines = [0] * len(sheets)
    for row in findings_table(analysis):
        lines[row.translation] += 1
        for column, text in enumerate(row.cells()):
            sheets[row.translation].write_string(lines[row.translation], column, text, wrapped)
    for sheet, last in zip(sheets, lines, strict=True):
        sheet.autofilter(0, 0, last, len(COLUMNS) - 1)
    book.close()
    return content.getvalue()
