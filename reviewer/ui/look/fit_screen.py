"""Windows that keep within the screen that they are on."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

FRAME = QSize(8, 40)
"""What a desktop puts around a window, about, in pixels; it is not known before it is shown."""


def room_on_screen(window: QWidget) -> QSize:
    """The largest size in pixels that `window` may have on its screen with its frame."""
    return window.screen().availableGeometry().size() - FRAME


def resize_on_screen(window: QWidget, wide: int, high: int) -> None:
    """Make `window` as large as that in pixels, or as large as its screen has room for."""
    window.resize(QSize(wide, high).boundedTo(room_on_screen(window)))
