"""Long work in one piece is stopped from outside: what loops in it looks now and then.

Readers of files and those who tell a language are called from everywhere and get no `cancelled`
of their own: whoever calls them says for its thread who may stop it.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from reviewer.processes import Cancelled

_here = threading.local()


@contextmanager
def stopped_by(cancelled: Callable[[], bool]) -> Iterator[None]:
    """Inside, in this thread, `look` raises Cancelled once `cancelled()` is true."""
    before = getattr(_here, "cancelled", None)
    _here.cancelled = cancelled
    try:
        yield
    finally:
        _here.cancelled = before


def look() -> None:
    """Called every few microseconds to milliseconds of work. Raises Cancelled."""
    cancelled = getattr(_here, "cancelled", None)
    if cancelled is not None and cancelled():
        raise Cancelled
