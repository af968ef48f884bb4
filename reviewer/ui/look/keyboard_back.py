"""Gives the keyboard back to a window when the dialogs over it have closed."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget


class KeyboardBack(QObject):
    """Not every window manager does it: a question over a file dialog closes together with it, and
    the keyboard is given to the dialog that is just gone."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        window.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self, self._take)
        return super().eventFilter(watched, event)

    def _take(self) -> None:
        window = self._window
        in_use = QGuiApplication.focusWindow() or QApplication.activeModalWidget()
        if window.isVisible() and not in_use:
            window.activateWindow()
