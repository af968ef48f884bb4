"""Ctrl+C in the terminal that the window was started from."""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier
from PySide6.QtWidgets import QApplication

_EXIT_CODE = 130
"""What shells report for a program that SIGINT ended."""


def run(application: QApplication) -> int:
    """Run Qt's loop; returns the exit code. Ctrl+C meanwhile closes the windows as their user
    would, so that nothing is lost that was typed."""
    if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:
        # A shell has the programs that it starts in the background ignore the key.
        return application.exec()
    interrupt = _Interrupt(application)
    code = application.exec()
    interrupt.forget()
    return _EXIT_CODE if interrupt.pressed else code


class _Interrupt(QObject):
    """Python answers a signal when it comes to run next, which in Qt's loop may be never. What
    Python's own part in C writes into a socket at once, the loop sees and calls us."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.pressed = False
        self._ours, self._pythons = socket.socketpair()
        for end in (self._ours, self._pythons):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close_windows)
        self._usual_wakeup = signal.set_wakeup_fd(self._pythons.fileno())
        self._usual_handler = signal.signal(signal.SIGINT, self._press)

    def forget(self) -> None:
        """Answer no more."""
        signal.signal(signal.SIGINT, self._usual_handler)
        signal.set_wakeup_fd(self._usual_wakeup)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._pythons.close()

    def _press(self, _signal: int, _frame: FrameType | None) -> None:
        self.pressed = True

    def _close_windows(self) -> None:
        self._ours.recv(4096)
        if self.pressed:
            QApplication.closeAllWindows()
            QApplication.quit()
