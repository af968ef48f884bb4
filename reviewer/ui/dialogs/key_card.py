"""The card of all keys as a page to print."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from html import escape
from pathlib import Path

from PySide6.QtCore import QMarginsF
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument

from reviewer.wording import tr

_POINTS = 8
_DPI = 300
_MARGIN_MM = 12.0


def key_card_html(sections: Mapping[str, Sequence[tuple[str, str]]]) -> str:
    """A table of two columns of commands with their keys, menu by menu."""
    parts = [f"<h2>{escape(tr('Reviewer: keys'))}</h2>", "<table width='100%' cellpadding='2'>"]
    for title, lines in sections.items():
        if not lines:
            continue
        heading = escape(title.replace("&", ""))
        parts.append(f"<tr><td colspan='4'><b><br>{heading}</b></td></tr>")
        cells = [f"<td><b>{escape(keys)}</b></td><td>{escape(what)}</td>" for what, keys in lines]
        for number in range(0, len(cells), 2):
            parts.append(f"<tr>{''.join(cells[number : number + 2])}</tr>")
    return "".join([*parts, "</table>"])


def write_key_card(path: Path, sections: Mapping[str, Sequence[tuple[str, str]]]) -> None:
    """Write the card as a PDF of pages of A4."""
    writer = QPdfWriter(str(path))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    margins = QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM)
    writer.setPageMargins(margins, QPageLayout.Unit.Millimeter)
    writer.setResolution(_DPI)
    writer.setTitle(tr("Reviewer: keys"))
    document = QTextDocument()
    font = document.defaultFont()
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setHtml(key_card_html(sections))
    document.print_(writer)
