"""Printing rich text into a PDF, by Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QBuffer, QByteArray, QMarginsF, QPointF, QRectF, QSizeF
from PySide6.QtGui import (
    QFont,
    QFontDatabase,
    QGuiApplication,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextDocument,
)

from reviewer.processes import Cancelled, Processes

_MARGIN = 14.0
"""Millimetres."""

_RESOLUTION = 150
"""Dots an inch: text is drawn as outlines all the same."""

_POINTS = 8.5
_LAID_OUT = 0.7
"""The share of the time that goes by before the first page is drawn."""

_FOOT = 0.04
"""The share of a page that the line with its number takes."""


def drawn_beside(
    page: bytes, title: str, told: Callable[[float], None], cancelled: Callable[[], bool]
) -> bytes:
    """`pdf_of` in a process of its own: Qt lays a long page out for seconds, and lets nothing else
    of this program run meanwhile. `told` hears the share that is drawn. Raises Cancelled."""
    with Processes(2) as processes:
        [data] = processes.run(
            [partial(_drawn, page=page, title=title)],
            progress=lambda _done, share: told(share),
            cancelled=cancelled,
        )
    return data


def _drawn(
    *, page: bytes, title: str, within: Callable[[float], None], cancelled: Callable[[], bool]
) -> bytes:
    def told(share: float) -> None:
        within(share)
        if cancelled():
            raise Cancelled

    return pdf_of(page, title, told)


def pdf_of(page: bytes, title: str, told: Callable[[float], None] = lambda _share: None) -> bytes:
    """The PDF of a page of HTML as `reports.print_page` makes it, A4 across.

    Nothing that the page names is fetched. Makes an application without a window where there
    is none yet. `told` hears the share (0 to 1) that is drawn, and may raise.
    """
    application = QGuiApplication.instance() or QGuiApplication(
        ["reviewer", "-platform", "offscreen"]
    )
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QBuffer.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setTitle(title)
    writer.setCreator("Reviewer")
    writer.setResolution(_RESOLUTION)
    writer.setPageLayout(
        QPageLayout(
            QPageSize(QPageSize.PageSizeId.A4),
            QPageLayout.Orientation.Landscape,
            QMarginsF(_MARGIN, _MARGIN, _MARGIN, _MARGIN),
            QPageLayout.Unit.Millimeter,
        )
    )
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setPointSizeF(_POINTS)
    document.setDefaultFont(font)
    document.setPageSize(QSizeF(writer.width(), writer.height() * (1 - _FOOT)))
    document.setHtml(page.decode("utf-8"))
    _print(document, writer, font, told)
    buffer.close()
    del application
    return bytes(data.data())


def _print(
    document: QTextDocument, writer: QPdfWriter, font: QFont, told: Callable[[float], None]
) -> None:
    """Draw page after page, each with its number below."""
    size = document.pageSize()
    painter = QPainter(writer)
    pages = document.pageCount()
    for number in range(pages):
        told(_LAID_OUT + (1 - _LAID_OUT) * number / pages)
        if number:
            writer.newPage()
        painter.save()
        painter.translate(QPointF(0, -number * size.height()))
        document.drawContents(
            painter, QRectF(0, number * size.height(), size.width(), size.height())
        )
        painter.restore()
        painter.setFont(font)
        said = f"{number + 1} / {pages}"
        width = painter.fontMetrics().horizontalAdvance(said)
        painter.drawText(QPointF(size.width() - width, float(writer.height())), said)
    painter.end()
