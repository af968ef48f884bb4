"""Long work off the GUI thread, with progress and cancel.

A job gets plain data and gives plain data back. It touches no widget and no review file: the
GUI thread owns both, but for a review that a job is only about to hand over. What it may use of
the store has a lock of its own: the cache of translations and the memory of confirmed pairs.
"""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from PySide6.QtCore import QObject, QThread, Signal
from shiboken6 import isValid

from reviewer.stopping import stopped_by

Progress = Callable[[str, float], None]
Work = Callable[[Progress, Callable[[], bool]], Any]
"""Called with progress(words, share of 0 to 1) and cancelled() -> bool; what it returns is
the job's result."""

Deliver = Callable[[Any], None]
DeliveringWork = Callable[[Deliver], Work]
"""Makes work that hands over parts of its result while it goes on."""

_REPORT_EVERY = 0.03
_SHORT_TURNS = 0.001
"""Seconds between the turns of Python's threads while a job runs: the window gets the
interpreter back soon after asking for it, at some cost in the job's speed."""


class _Turns:
    """How often Python's threads take turns: short while any job runs, as usual afterwards."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._running = 0
        self._usual = 0.0

    @contextmanager
    def short(self) -> Iterator[None]:
        with self._lock:
            if not self._running:
                self._usual = sys.getswitchinterval()
                sys.setswitchinterval(_SHORT_TURNS)
            self._running += 1
        try:
            yield
        finally:
            with self._lock:
                self._running -= 1
                if not self._running:
                    sys.setswitchinterval(self._usual)


_turns = _Turns()
_begun: list[Job] = []
"""Qt aborts the program when a thread is destroyed that is at work: these are held until they
have ended, whoever forgets them."""


def still_running() -> bool:
    """Whether the thread of any job is still at work, perhaps of an abandoned one."""
    _begun[:] = [job for job in _begun if isValid(job) and job.running()]
    return bool(_begun)


class Job(QObject):
    """One piece of work on a thread of its own. Exactly one of the last three signals ends it.

    What the thread tells goes through the job, which outlives it: Qt crashes where a thread emits a
    signal of an object that is being destroyed, such as one of a window that was closed.
    """

    progressed = Signal(str, float)
    delivered = Signal(object)
    done = Signal(object)
    failed = Signal(object)
    cancelled = Signal()

    _ended = Signal(str, object)
    _came = Signal(object)

    @classmethod
    def delivering(cls, make: DeliveringWork) -> Job:
        """A job that hands over parts of its result, each by `delivered`."""
        job: Job = cls(lambda progress, cancelled: make(job._deliver)(progress, cancelled))
        return job

    def __init__(self, work: Work, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._stop = threading.Event()
        self._telling = threading.Lock()
        self._abandoned = False
        self._thread = _Thread(work, self)
        self._ended.connect(self._finish)
        self._came.connect(self._hand_over)

    def start(self) -> None:
        """Begin."""
        still_running()
        _begun.append(self)
        self._thread.start()

    def cancel(self) -> None:
        """Ask the work to stop; `cancelled` follows when it has."""
        self._stop.set()

    def words(self) -> str:
        """What the work said last that it does."""
        return self._thread.words

    def stopping(self) -> bool:
        """Whether the work has been asked to stop."""
        return self._stop.is_set()

    def running(self) -> bool:
        """Whether the thread is at work."""
        return self._thread.isRunning()

    def wait(self, milliseconds: int) -> bool:
        """Block until the thread has ended, or for so long; returns whether it has ended."""
        return self._thread.wait(milliseconds)

    def abandon(self) -> None:
        """Nobody waits for the work any more: let it run to its end unheard.

        What it makes and has to be closed is closed.
        """
        self.cancel()
        with self._telling:
            self._abandoned = True
            self.blockSignals(True)

    def _tell_end(self, how: str, what: object) -> None:
        """The work has ended, on its thread."""
        with self._telling:
            if not self._abandoned:
                self._ended.emit(how, what)
            else:
                close_result(what)

    def _deliver(self, what: object) -> None:
        """A part of the result is there, on the job's thread."""
        with self._telling:
            if not self._abandoned:
                self._came.emit(what)
            else:
                close_result(what)

    def _hand_over(self, what: object) -> None:
        if self._abandoned:
            close_result(what)
        else:
            self.delivered.emit(what)

    def _finish(self, how: str, what: object) -> None:
        self._thread.wait()
        if how == "done" and self.stopping():
            # It was through before it heard; nobody wants what it has made.
            how = "cancelled"
            close_result(what)
        if how == "done":
            self.done.emit(what)
        elif how == "cancelled":
            self.cancelled.emit()
        else:
            self.failed.emit(what)


def close_result(what: object) -> None:
    """What nobody waits for any more holds no file."""
    if hasattr(what, "close"):
        what.close()


class _Thread(QThread):
    def __init__(self, work: Work, job: Job) -> None:
        super().__init__(job)
        self._work, self._job = work, job
        self._told, self.words = 0.0, ""

    def run(self) -> None:
        from reviewer.machine_translation.errors import Cancelled

        how: str
        what: object
        with _turns.short(), stopped_by(self._job.stopping):
            try:
                how, what = "done", self._work(self._tell, self._job.stopping)
            except Cancelled:
                how, what = "cancelled", None
            except Exception as error:
                how, what = "failed", error
        self._job._tell_end(how, what)

    def _tell(self, words: str, share: float) -> None:
        now = time.monotonic()
        if now - self._told >= _REPORT_EVERY or words != self.words:
            self._told, self.words = now, words
            self._job.progressed.emit(words, share)
