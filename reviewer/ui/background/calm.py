"""Work that nobody waits for goes on only while the user does nothing.

Python runs one thread at a time: a job that works beside a key makes the key wait.
"""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer

_REST_MS = 1000
"""So long after the last key such work goes on."""

_LOOK = 0.05
"""Seconds between two looks at whether the work is to be ended."""


class Calm(QObject):
    """Says to the threads of jobs whether the user rests."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._calm = threading.Event()
        self._calm.set()
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.timeout.connect(self._calm.set)

    def disturb(self) -> None:
        """The user does something."""
        self._calm.clear()
        self._rest.start(_REST_MS)

    def end(self) -> None:
        """Nothing is waited for any more."""
        self._rest.stop()
        self._calm.set()

    def wait(self, cancelled: Callable[[], bool]) -> None:
        """Called by a job: return when the user rests, or when the job is to end."""
        while not self._calm.wait(_LOOK) and not cancelled():
            pass
