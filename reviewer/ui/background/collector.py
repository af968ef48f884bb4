"""The garbage collector: at rest while much is read, and else only when the user rests.

Python collects in whatever thread makes the next object, and at any moment: a key would wait for
it, and what belongs to Qt would be destroyed in the thread of a job, where Qt may crash.
"""

from __future__ import annotations

import gc
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

from PySide6.QtCore import QObject, Qt, QTimer

_REST_MS = 1000
"""So long after the last key, and then every so often, what has become garbage is collected."""

_YOUNG = 700
"""New objects that are worth a look, as many as Python itself takes."""

_MANY = 300_000
"""New objects after which it is collected even under the user's hands."""

_ROUNDS = 10
"""Looks at young objects after which all are looked at."""

_SHARE = 200
"""A look at all objects is at least so many times as far from the last one as that one took."""

_lock = threading.Lock()
_resting = 0
_idle_only: set[int] = set()
"""The collectors that have taken over."""


@contextmanager
def at_rest() -> Iterator[None]:
    """Nothing is collected inside, in no thread; what is there at the end is not looked at again.

    A full collection takes 80 ms with a review of 10,000 rows, in which the window stands still.
    """
    global _resting
    with _lock:
        _resting += 1
        _switch()
    try:
        yield
    finally:
        with _lock:
            _resting -= 1
            if not _resting:
                gc.freeze()
            _switch()


def collect_now() -> None:
    """Let go of what nobody holds, before the next review is read and it is passed over."""
    gc.collect()


def look_at_everything() -> None:
    """What was passed over may be garbage by now: a review has been closed."""
    gc.unfreeze()


def _switch() -> None:
    if _resting or _idle_only:
        gc.disable()
    else:
        gc.enable()


def _leave(collector: int, *_object: object) -> None:
    with _lock:
        _idle_only.discard(collector)
        _switch()


class IdleCollector(QObject):
    """From `begin` to `end` garbage is collected on the GUI thread, when nothing else happens."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.CoarseTimer)
        self._timer.setInterval(_REST_MS)
        self._timer.timeout.connect(self._collect)
        self._not_before = 0.0
        self.destroyed.connect(partial(_leave, id(self)))

    def begin(self) -> None:
        """Take over from Python."""
        with _lock:
            _idle_only.add(id(self))
            _switch()
        self._timer.start()

    def end(self) -> None:
        """Leave it to Python again."""
        self._timer.stop()
        _leave(id(self))

    def wait(self) -> None:
        """The user does something: garbage is collected later."""
        if not self._timer.isActive():
            return
        if gc.get_count()[0] > _MANY:
            self._collect()
        self._timer.start()

    def _collect(self) -> None:
        young, _, rounds = gc.get_count()
        if _resting or young < _YOUNG:
            return
        began = time.perf_counter()
        if rounds < _ROUNDS or began < self._not_before:
            gc.collect(1)
            return
        gc.collect()
        now = time.perf_counter()
        self._not_before = now + _SHARE * (now - began)
