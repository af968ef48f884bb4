"""The program is told to end from outside: by Ctrl+C in the terminal that the window was started
from, by that terminal's end, by a system that shuts down, by a desktop whose screen is gone."""

from __future__ import annotations

import signal
import socket
import sys
from types import FrameType

from PySide6.QtCore import (
    QMessageLogContext,
    QObject,
    QSocketNotifier,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtWidgets import QApplication

from reviewer.ui.state import ending

_SIGNALS = ("SIGINT", "SIGTERM", "SIGHUP")
_NO_SCREEN = ("The X11 connection broke", "The Wayland connection broke")
"""What Qt says right before it ends the program because there is no screen any more."""


def run(application: QApplication) -> int:
    """Run Qt's loop; returns the exit code. A signal meanwhile closes the windows as their user
    would, so that nothing is lost that was typed. So does the end of the screen, as far as there
    still are windows."""
    signals = _Ending(application)
    usual = qInstallMessageHandler(_close_without_screen)
    code = application.exec()
    qInstallMessageHandler(usual)
    signals.forget()
    return 128 + signals.told if signals.told else code


class _Ending(QObject):
    """Python answers a signal when it comes to run next, which in Qt's loop may be never. What
    Python's own part in C writes into a socket at once, the loop sees and calls us."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.told = 0
        self._ours, self._pythons = socket.socketpair()
        for end in (self._ours, self._pythons):
            end.setblocking(False)
        self._notifier = QSocketNotifier(self._ours.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._close_windows)
        self._usual_wakeup = signal.set_wakeup_fd(self._pythons.fileno())
        numbers = [getattr(signal, name) for name in _SIGNALS if hasattr(signal, name)]
        # A shell has the programs that it starts in the background ignore the key, and nohup the
        # end of the terminal.
        self._usual = {
            number: signal.signal(number, self._hear)
            for number in numbers
            if signal.getsignal(number) is not signal.SIG_IGN
        }

    def forget(self) -> None:
        """Answer no more."""
        for number, usual in self._usual.items():
            signal.signal(number, usual)
        signal.set_wakeup_fd(self._usual_wakeup)
        self._notifier.setEnabled(False)
        self._ours.close()
        self._pythons.close()

    def _hear(self, number: int, _frame: FrameType | None) -> None:
        self.told = number

    def _close_windows(self) -> None:
        self._ours.recv(4096)
        if self.told:
            ending.tell()
            QApplication.closeAllWindows()
            QApplication.quit()


def _close_without_screen(_kind: QtMsgType, context: QMessageLogContext, words: str) -> None:
    """Print what Qt says as Qt does, and keep what was typed where it is the last that it says."""
    category = context.category or "default"
    if sys.stderr:
        sys.stderr.write(f"{words}\n" if category == "default" else f"{category}: {words}\n")
    if words.startswith(_NO_SCREEN):
        ending.tell()
        QApplication.closeAllWindows()
