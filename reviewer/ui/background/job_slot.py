"""A place for one job at a time."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer, Signal
from shiboken6 import isValid

from reviewer.ui.background.jobs import DeliveringWork, Job, Work, close_result

SOON_MS = 200
"""So long after Cancel a job may go on before nobody waits for it any more."""

PATIENCE_MS = 300
"""So long a window that closes waits for a job to stop."""


class JobSlot(QObject):
    """Begins a job unless one is running; `changed` says that one has begun or ended.

    `lets_go` False: a job is waited for even after it was told to stop, since what it does
    is seen outside (installing a package).
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None, *, lets_go: bool = True) -> None:
        super().__init__(parent)
        self._lets_go = lets_go
        self._job: Job | None = None
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self._give_up)
        self._cancelled: Callable[[], object] | None = None

    def busy(self) -> bool:
        """Whether a job is running."""
        return self._job is not None

    def is_at(self, job: Job) -> bool:
        """Whether it is this job that is running."""
        return self._job is job

    def begin(
        self,
        work: Work,
        done: Callable[[Any], object],
        *,
        failed: Callable[[BaseException], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Job | None:
        """Begin; one of the three is called at the end, when the slot is free again.

        None when another job is running.
        """
        return None if self._job else self._begin(Job(work), done, failed, cancelled)

    def begin_delivering(
        self,
        make: DeliveringWork,
        delivered: Callable[[Any], object],
        done: Callable[[Any], object],
        *,
        failed: Callable[[BaseException], object] | None = None,
        cancelled: Callable[[], object] | None = None,
    ) -> Job | None:
        """`begin`, with work that hands over parts of its result: `delivered` gets each."""
        if self._job:
            return None
        job = Job.delivering(make)
        job.delivered.connect(lambda part: (delivered if isValid(self) else close_result)(part))
        return self._begin(job, done, failed, cancelled)

    def _begin(
        self,
        job: Job,
        done: Callable[[Any], object],
        failed: Callable[[BaseException], object] | None,
        cancelled: Callable[[], object] | None,
    ) -> Job:
        self._job, self._cancelled = job, cancelled

        def end(tell: Callable[[Any], object] | None, what: object = None) -> None:
            if not isValid(self):
                # The window is gone, and with it everyone who waited.
                close_result(what)
                return
            self._let_go(job)
            if tell:
                tell(what)

        job.done.connect(lambda result: end(done, result))
        job.failed.connect(lambda error: end(failed, error))
        job.cancelled.connect(lambda: end(cancelled and (lambda _none: cancelled())))
        job.start()
        self.changed.emit()
        return job

    def cancel(self) -> None:
        """Ask the job to stop. One that has not by `SOON_MS` goes on unheard, and the slot is
        free: reading one large file, for instance, cannot be interrupted."""
        if self._job:
            self._job.cancel()
            if self._lets_go:
                self._soon.start(SOON_MS)

    def _give_up(self) -> None:
        job, tell = self._job, self._cancelled
        if job is None:
            return
        job.abandon()
        self._job = None
        self.changed.emit()
        if tell:
            tell()

    def end(self, patience: int = PATIENCE_MS) -> None:
        """Cancel the job and wait for its end, at most `patience` milliseconds; what has not
        ended by then goes on unheard."""
        job = self._job
        if job is None:
            return
        job.cancel()
        self._soon.stop()
        if not job.wait(patience):
            self._job = None
            job.abandon()
            self.changed.emit()

    def settle(self) -> None:
        """Tell the end of a job that has ended now, and not in a later turn of the event loop."""
        if self._job and not self._job.running():
            QCoreApplication.sendPostedEvents(self._job, QEvent.Type.MetaCall)

    def _let_go(self, job: Job) -> None:
        if self._job is job:
            self._job = None
            self._soon.stop()
        job.deleteLater()
        self.changed.emit()


class Ending:
    """The jobs of some slots come to their end; all of them together get `patience` milliseconds
    from when they are told."""

    def __init__(self, slots: Sequence[JobSlot], patience: int = PATIENCE_MS) -> None:
        """Tell them."""
        self._slots = slots
        for slot in slots:
            slot.cancel()
        self._deadline = time.monotonic() + patience / 1000

    def wait(self) -> None:
        """Wait for what is left of the time; what has not ended by then goes on unheard."""
        for slot in self._slots:
            slot.end(max(round((self._deadline - time.monotonic()) * 1000), 0))
