"""The bilingual table as a workbook, and what came back in one."""

from __future__ import annotations

from collections.abc import Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from reviewer.formats.shared.xml_source import possible
from reviewer.formats.tables.xlsx import merged_areas, said_cells
from reviewer.reports.bilingual_table import (
    CORRECTED,
    DECISION,
    MERGED,
    WIDTHS,
    Cell,
    heads,
    lines,
)
from reviewer.reports.decision_words import STATES
from reviewer.reports.text_sheets import LONGEST
from reviewer.text.languages import is_right_to_left
from reviewer.wording import term

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review


def table_xlsx(review: Review, translation_ids: Sequence[int], _options: Options) -> bytes:
    """One translation as a table; the corrected column may be edited, and remarks and decisions.

    Every cell is text: nothing in an article becomes a formula.
    """
    from xlsxwriter import Workbook

    [number] = translation_ids
    info = next(one for one in review.translations if one.id == number)
    content = BytesIO()
    book = Workbook(content, {"in_memory": True, "strings_to_formulas": False})
    sheet = book.add_worksheet(info.language[:31] or "1")
    plain: dict[str, Any] = {"text_wrap": True, "valign": "top", "num_format": "@"}
    turned = {"reading_order": 2, "align": "right"}
    sides = {1: review.source.language, 2: info.language, CORRECTED: info.language}
    formats = []
    for column, width in enumerate(WIDTHS):
        own = plain | (turned if is_right_to_left(sides.get(column, "en")) else {})
        own |= {"bg_color": "#F3F8F3"} if column == CORRECTED else {}
        own |= {"font_color": "#808080", "font_size": 8} if column in (0, 7) else {}
        formats.append(book.add_format(own))
        sheet.set_column(column, column, width)
    looks = {
        "": book.add_format({}),
        "gone": book.add_format({"font_strikeout": True, "font_color": "#A3122A"}),
        "new": book.add_format({"underline": 1, "font_color": "#1B6E2E"}),
    }
    bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True})
    for column, title in enumerate(heads(review, info)):
        sheet.write_string(0, column, title, bold)
    last = 0
    for last, cells in enumerate(lines(review, info), 1):
        for column, cell in enumerate(cells):
            _write(sheet, last, column, cell, formats[column], looks)
    sheet.freeze_panes(1, 2)
    sheet.autofilter(0, 0, last, len(WIDTHS) - 1)
    words = [term(state) for state in STATES]
    sheet.data_validation(
        1, DECISION, max(last, 1), DECISION,
        {"validate": "list", "source": words, "error_type": "information", "show_error": False},
    )  # fmt: skip
    book.close()
    return content.getvalue()


def _write(
    sheet: Any, row: int, column: int, cell: Cell, whole: Any, looks: dict[str, Any]
) -> None:
    pieces = [(possible(text), look) for text, look in cell if possible(text)]
    text = "".join(piece for piece, _ in pieces)
    if len(pieces) > 1 and len(text) <= LONGEST:
        parts = [part for piece, look in pieces for part in (looks.get(look, looks[""]), piece)]
        sheet.write_rich_string(row, column, *parts, whole)
    else:
        sheet.write_string(row, column, text[:LONGEST], whole)


def read_table(path: str, data: bytes) -> list[list[str]]:
    """The cells of all sheets of a workbook, as they are shown; the text of merged ones begins
    with MERGED."""
    made: list[list[str]] = []
    areas = merged_areas(path, data)
    for cells, merged in zip(said_cells(path, data), areas, strict=True):
        width = min(max((column for _, column in cells), default=-1) + 1, len(WIDTHS) + 8)
        merged_to: dict[int, int] = {}
        coming = iter(sorted(merged))
        area = next(coming, None)
        for row in sorted({row for row, _ in cells}):
            while area is not None and area[0] <= row:
                first, last = area[1], min(area[3], width - 1)
                for column in range(first, last + 1):
                    merged_to[column] = max(merged_to.get(column, -1), area[2])
                area = next(coming, None)
            made.append(
                [
                    f"{MERGED if merged_to.get(column, -1) >= row else ''}"
                    f"{cells.get((row, column), '')}"
                    for column in range(width)
                ]
            )
    return made
