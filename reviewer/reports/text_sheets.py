"""Tables of plain words as a workbook."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from io import BytesIO

from reviewer.formats.shared.xml_source import possible

LONGEST = 32_767
"""Characters of a cell (Excel's specifications and limits)."""


@dataclass(frozen=True, slots=True)
class TextSheet:
    """A sheet: its name, the heading and the width in characters of each column, and its lines."""

    name: str
    heads: Sequence[str]
    widths: Sequence[int]
    lines: Iterable[Sequence[str]]


def workbook(sheets: Sequence[TextSheet]) -> bytes:
    """The workbook's bytes. Every cell is text: nothing in an article becomes a formula."""
    from xlsxwriter import Workbook

    content = BytesIO()
    book = Workbook(content, {"in_memory": True})
    head = book.add_format({"bold": True, "bottom": 1})
    wrapped = book.add_format({"text_wrap": True, "valign": "top"})
    for one in sheets:
        sheet = book.add_worksheet(one.name[:31])
        sheet.freeze_panes(1, 0)
        for column, (title, width) in enumerate(zip(one.heads, one.widths, strict=True)):
            sheet.set_column(column, column, width, wrapped)
            sheet.write_string(0, column, title, head)
        last = 0
        for last, cells in enumerate(one.lines, 1):
            for column, text in enumerate(cells):
                sheet.write_string(last, column, possible(text)[:LONGEST], wrapped)
        sheet.autofilter(0, 0, last, len(one.heads) - 1)
    book.close()
    return content.getvalue()
