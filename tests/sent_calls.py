"""What the tests of processes send: importable by name in a process of its own."""

from __future__ import annotations

import gc
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

from reviewer.domain import ReviewerError

Within = Callable[[float], None]
Cancelled = Callable[[], bool]


def never() -> bool:
    return False


def ignore(_done: int, _share: float) -> None:
    pass


def squared(number: int, *, within: Within, cancelled: Cancelled) -> tuple[int, int]:
    within(0.5)
    return number * number, os.getpid()


def refused(*, within: Within, cancelled: Cancelled) -> None:
    raise ReviewerError("This file is empty.")


class Stopped(Exception):
    pass


def endless(*, within: Within, cancelled: Cancelled) -> None:
    while not cancelled():
        time.sleep(0.01)
    raise Stopped


def killed(main: int, *, within: Within, cancelled: Cancelled) -> str:
    if os.getpid() != main:
        os.kill(os.getpid(), signal.SIGKILL)
    return "done here"


def deaf(*, within: Within, cancelled: Cancelled) -> None:
    time.sleep(600)


_told: list[int] = []


def remembered(*, within: Within, cancelled: Cancelled) -> None:
    _told.append(1)


def recalled(*, within: Within, cancelled: Cancelled) -> int:
    return len(_told)


def objects_between_looks(*, within: Within, cancelled: Cancelled) -> int:
    return gc.get_threshold()[0]


def stopped(told: Path, *, within: Within, cancelled: Cancelled) -> None:
    """Hears nothing any more, as where a library keeps the interpreter to itself."""
    told.with_suffix(".new").write_text(str(os.getpid()))
    told.with_suffix(".new").replace(told)
    os.kill(os.getpid(), signal.SIGSTOP)
