"""The bilingual table as a Word document, and what came back in one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import PurePath
from typing import TYPE_CHECKING

from lxml import etree

from reviewer.formats.docx.form import as_docx
from reviewer.formats.docx.styles import NAMESPACES
from reviewer.formats.shared.markup import escaped
from reviewer.formats.shared.office_package import Package
from reviewer.formats.shared.symbol_fonts import sign
from reviewer.formats.shared.xml_source import possible
from reviewer.reports.bilingual_table import (
    CORRECTED,
    MERGED,
    WIDTHS,
    Cell,
    Look,
    heads,
    lines,
)
from reviewer.text.languages import is_right_to_left
from reviewer.text.scripts import runs_from_the_right
from reviewer.wording import language_name

if TYPE_CHECKING:
    from reviewer.reports.kinds import Options
    from reviewer.review import Review

_WIDTH = 15_000
"""Of the table, in twentieths of a point: A4 across, less its margins."""

_LOOKS: dict[Look, str] = {
    "": "",
    "gone": '<w:strike/><w:color w:val="A3122A"/>',
    "new": '<w:color w:val="1B6E2E"/><w:u w:val="single"/>',
    "quiet": '<w:color w:val="808080"/><w:sz w:val="12"/>',
}
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="C0C7CE"/>'
    for side in ("top", "left", "bottom", "right", "insideH", "insideV")
)
_EDITED = '<w:shd w:val="clear" w:color="auto" w:fill="F3F8F3"/>'


def table_docx(review: Review, translation_ids: Sequence[int], _options: Options) -> bytes:
    """One translation as a table; the corrected column may be edited, and remarks and decisions."""
    [number] = translation_ids
    info = next(one for one in review.translations if one.id == number)
    rtl = [False] * len(WIDTHS)
    rtl[1] = is_right_to_left(review.source.language)
    rtl[2] = rtl[CORRECTED] = is_right_to_left(info.language)
    total = sum(WIDTHS)
    widths = [_WIDTH * width // total for width in WIDTHS]
    title = f"{PurePath(info.path).name} · {language_name(info.language)}"
    rows = [
        _row([[(head, "")] for head in heads(review, info)], widths, [False] * len(rtl), head=True)
    ]
    rows += (_row(cells, widths, rtl) for cells in lines(review, info))
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    body = (
        f'<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>{_run(title, "")}</w:p>'
        f'<w:tbl><w:tblPr><w:tblW w:w="{_WIDTH}" w:type="dxa"/><w:tblBorders>{_BORDERS}'
        f'</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>{grid}</w:tblGrid>'
        f'{"".join(rows)}</w:tbl><w:p/><w:sectPr><w:pgSz w:w="16838" w:h="11906" '
        'w:orient="landscape"/><w:pgMar w:top="850" w:right="850" w:bottom="850" w:left="850" '
        'w:header="400" w:footer="400" w:gutter="0"/></w:sectPr>'
    )
    source = (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
        f'<w:document xmlns:w="{NAMESPACES[0]}"><w:body>{body}</w:body></w:document>'
    )
    package = Package(as_docx([], info.language), "table.docx")
    return package.with_parts({package.main(): source.encode("utf-8", "replace")})


def _row(
    cells: Sequence[Cell], widths: Sequence[int], rtl: Sequence[bool], *, head: bool = False
) -> str:
    properties = "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>" if head else ""
    made = []
    for number, (cell, width, turned) in enumerate(zip(cells, widths, rtl, strict=True)):
        shade = _EDITED if number == CORRECTED and not head else ""
        text = "".join(piece for piece, _ in cell)
        beside = turned and not runs_from_the_right(text, turned)
        inside = "".join(_paragraphs(cell, turned and not beside, bold=head, beside=beside))
        made.append(
            f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/>{shade}</w:tcPr>{inside}</w:tc>'
        )
    return f"<w:tr>{properties}{''.join(made)}</w:tr>"


def _paragraphs(cell: Cell, turned: bool, *, bold: bool, beside: bool = False) -> Iterator[str]:
    """The paragraphs of a cell. `turned`: they run from the right; `beside`: they do not, and stand
    among some that do."""
    properties = '<w:spacing w:after="0"/>'
    if beside:
        properties += '<w:jc w:val="right"/>'
    if turned:
        properties = f"<w:bidi/>{properties}"
    runs: list[str] = []
    for text, look in cell:
        for number, line in enumerate(text.split("\n")):
            if number:
                yield f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"
                runs = []
            runs.append(_run(line, look, turned=turned, bold=bold))
    yield f"<w:p><w:pPr>{properties}</w:pPr>{''.join(runs)}</w:p>"


def _run(text: str, look: Look, *, turned: bool = False, bold: bool = False) -> str:
    if not text:
        return ""
    shown = _LOOKS[look] + ("" if "w:sz" in _LOOKS[look] else '<w:sz w:val="18"/>')
    if "<w:u " in shown:
        # The order of CT_RPr: color, sz, u, rtl.
        shown = '<w:color w:val="1B6E2E"/><w:sz w:val="18"/><w:u w:val="single"/>'
    properties = f"{'<w:b/>' if bold else ''}{shown}{'<w:rtl/>' if turned else ''}"
    return (
        f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">'
        f"{escaped(possible(text))}</w:t></w:r>"
    )


def read_table(path: str, data: bytes) -> list[list[str]]:
    """The cells of all tables in a Word document, its tracked changes taken; the text of merged
    ones begins with MERGED."""
    package = Package(data, path)
    root = package.tree(package.main())
    return [_cells(row) for row in root.iter("{*}tr")]


def _cells(row: etree._Element) -> list[str]:
    made = [MERGED] * _number(row.find("{*}trPr/{*}gridBefore"), 0)
    for cell in row.iter("{*}tc"):
        if next(cell.iterancestors("{*}tr")) is not row:
            continue
        wide = max(_number(cell.find("{*}tcPr/{*}gridSpan"), 1), 1)
        merged = wide > 1 or cell.find("{*}tcPr/{*}vMerge") is not None
        made += [f"{MERGED if merged else ''}{_text(cell)}"] * wide
    return made


def _number(element: etree._Element | None, otherwise: int) -> int:
    said = _attribute(element, "val") if element is not None else ""
    return min(int(said), _MOST_COLUMNS) if said.isdecimal() else otherwise


_MOST_COLUMNS = 63
"""Of a table in Word."""


_BREAKS = {"br": "\n", "cr": "\n", "tab": "\t", "noBreakHyphen": "\u2011"}
_GONE = ("del", "moveFrom")


def _attribute(element: etree._Element, local: str) -> str:
    return next(
        (str(value) for name, value in element.items() if etree.QName(name).localname == local), ""
    )


def _text(cell: etree._Element) -> str:
    paragraphs = []
    for paragraph in cell.iter("{*}p"):
        said = ""
        for element in paragraph.iter():
            name = etree.QName(element).localname if isinstance(element.tag, str) else ""
            if name == "t" and not any(
                etree.QName(outer).localname in _GONE for outer in element.iterancestors()
            ):
                said += element.text or ""
            elif name in _BREAKS and etree.QName(element.getparent()).localname == "r":
                said += _BREAKS[name]
            elif name == "sym":
                said += sign(*(_attribute(element, local) for local in ("char", "font")))
        paragraphs.append(said)
    return "\n".join(paragraphs)
