"""A place to drop files on, or to click for the file dialog."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QPushButton, QWidget


def dropped_files(event: QDragEnterEvent | QDropEvent) -> list[Path]:
    """The local files that a drag brings."""
    if not event.mimeData().hasUrls():
        return []
    return [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]


class DropZone(QPushButton):
    """`dropped` brings the files that were let go over it; `clicked` asks for the dialog."""

    dropped = Signal(list)

    def __init__(self, text: str, parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self.setAcceptDrops(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setMinimumHeight(52)
        self._style(over=False)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped_files(event):
            event.acceptProposedAction()
            self._style(over=True)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._style(over=False)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._style(over=False)
        event.acceptProposedAction()
        self.dropped.emit(dropped_files(event))

    def _style(self, *, over: bool) -> None:
        self.setForegroundRole(QPalette.ColorRole.Link)
        edge = "palette(highlight)" if over else "palette(dark)"
        ground = "palette(midlight)" if over else "transparent"
        self.setStyleSheet(
            f"QPushButton {{ border: 1px dashed {edge}; border-radius: 6px; padding: 8px 14px;"
            f" background: {ground}; color: palette(link); outline: none; }}"
            "QPushButton:hover { border-color: palette(highlight); }"
            "QPushButton:focus { border: 2px solid palette(highlight); padding: 7px 13px; }"
        )
