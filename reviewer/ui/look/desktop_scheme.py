"""Whether the desktop wants dark windows."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal


class DesktopScheme(QObject):
    """`scheme` is what the desktop wants, `Unknown` where it does not say; `changed` says that it
    wants another one now. This one knows of no desktop: Qt itself asks it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.scheme = Qt.ColorScheme.Unknown
