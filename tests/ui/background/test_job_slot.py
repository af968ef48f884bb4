"""One job at a time, and an end of the waiting."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reviewer.analysis import Cancelled
from reviewer.ui.background.job_slot import SOON_MS, Ending, JobSlot
from reviewer.ui.background.jobs import Deliver, Job, Progress, Work, still_running


@pytest.fixture
def hold() -> Iterator[threading.Event]:
    """What deaf jobs wait for; they are let go when the test is over."""
    hold = threading.Event()
    yield hold
    hold.set()
    while still_running():
        time.sleep(0.01)


def work(_progress: Progress, cancelled: Callable[[], bool]) -> str:
    while not cancelled():
        time.sleep(0.001)
    raise Cancelled


def test_another_job_waits_for_the_first(qtbot: QtBot) -> None:
    slot, heard = JobSlot(), []
    assert slot.begin(work, heard.append, cancelled=lambda: heard.append("cancelled"))
    assert slot.begin(work, heard.append) is None
    with qtbot.waitSignal(slot.changed):
        slot.cancel()
    assert heard == ["cancelled"]
    with qtbot.waitSignals([slot.changed, slot.changed]):
        slot.begin(lambda _progress, _cancelled: "result", heard.append)
    assert heard == ["cancelled", "result"]
    assert not slot.busy()


def test_the_slot_is_free_when_the_end_is_told(qtbot: QtBot) -> None:
    slot, free = JobSlot(), []
    slot.begin(
        lambda _progress, _cancelled: 1 / 0, print, failed=lambda _: free.append(slot.busy())
    )
    qtbot.waitUntil(lambda: bool(free))
    assert free == [False]


def test_nobody_waits_for_a_job_that_does_not_hear(qtbot: QtBot, hold: threading.Event) -> None:
    slots, heard = [JobSlot(), JobSlot(), JobSlot()], []
    for slot in slots:
        slot.begin(lambda _progress, _cancelled: hold.wait(), heard.append)
    Ending(slots, patience=60).wait()
    assert not any(slot.busy() for slot in slots)
    assert still_running()
    assert not hold.is_set()
    hold.set()
    qtbot.waitUntil(lambda: not still_running())
    assert heard == []


def test_cancelling_a_job_that_does_not_hear_frees_the_slot_soon(
    qtbot: QtBot, hold: threading.Event
) -> None:
    slot, heard = JobSlot(), []
    closed = threading.Event()

    class Opened:
        def close(self) -> None:
            closed.set()

    def deaf(_progress: Progress, _cancelled: Callable[[], bool]) -> Opened:
        hold.wait()
        return Opened()

    slot.begin(deaf, heard.append, cancelled=lambda: heard.append("cancelled"))
    slot.cancel()
    assert slot.busy()
    qtbot.waitUntil(lambda: not slot.busy())
    assert heard == ["cancelled"]
    assert still_running()
    assert slot.begin(lambda _progress, _cancelled: "next", heard.append)
    qtbot.waitUntil(lambda: heard == ["cancelled", "next"])
    assert not closed.is_set()
    hold.set()
    assert closed.wait(10)
    qtbot.waitUntil(lambda: not still_running())
    assert heard == ["cancelled", "next"]


class Part:
    """Something that holds a file until it is closed."""

    def __init__(self) -> None:
        self.closed = threading.Event()

    def close(self) -> None:
        self.closed.set()


def test_parts_are_handed_over_in_the_window_s_thread_before_the_end(qtbot: QtBot) -> None:
    slot, heard = JobSlot(), []
    window = threading.current_thread()

    def make(deliver: Deliver) -> Work:
        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> str:
            deliver("one")
            deliver("two")
            return "all"

        return work

    def take(part: object) -> None:
        heard.append((part, threading.current_thread() is window))

    slot.begin_delivering(make, take, take)
    qtbot.waitUntil(lambda: not slot.busy())
    assert heard == [("one", True), ("two", True), ("all", True)]


def test_parts_that_nobody_waits_for_any_more_are_closed(
    qtbot: QtBot, hold: threading.Event
) -> None:
    slot, heard, parts = JobSlot(), [], [Part(), Part()]

    def make(deliver: Deliver) -> Work:
        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
            deliver(parts[0])
            hold.wait()
            deliver(parts[1])

        return work

    slot.begin_delivering(make, heard.append, heard.append)
    slot.end(patience=0)
    hold.set()
    assert all(part.closed.wait(10) for part in parts[1:])
    qtbot.waitUntil(parts[0].closed.is_set)
    assert heard == []


def test_a_window_may_go_while_a_job_delivers(qtbot: QtBot) -> None:
    """Qt crashes where a thread emits a signal of an object that is being destroyed."""
    stop, last = threading.Event(), Part()

    def make(deliver: Deliver) -> Work:
        def work(_progress: Progress, _cancelled: Callable[[], bool]) -> Part:
            while not stop.is_set():
                deliver("a part")
            return last

        return work

    for _ in range(20):
        stop.clear()
        window, heard = QObject(), []
        slot = JobSlot(window)
        slot.begin_delivering(make, heard.append, heard.append)
        qtbot.waitUntil(lambda heard=heard: bool(heard))
        delete(window)
        stop.set()
        qtbot.waitUntil(last.closed.is_set)
        last.closed.clear()
        assert set(heard) == {"a part"}
    qtbot.waitUntil(lambda: not still_running())


def test_what_is_seen_outside_is_waited_for(qtbot: QtBot, hold: threading.Event) -> None:
    slot, heard = JobSlot(lets_go=False), []
    slot.begin(lambda _progress, _cancelled: hold.wait(), heard.append)
    slot.cancel()
    qtbot.wait(2 * SOON_MS)
    assert slot.busy()
    with qtbot.waitSignal(slot.changed):
        hold.set()


def test_turns_are_short_while_any_job_runs_and_as_usual_afterwards(
    qtbot: QtBot, hold: threading.Event
) -> None:
    usual, during = sys.getswitchinterval(), []
    short = Job(lambda *_: during.append(sys.getswitchinterval()))
    long = Job(lambda *_: hold.wait())
    with qtbot.waitSignal(short.done):
        long.start()
        qtbot.waitUntil(lambda: sys.getswitchinterval() < usual)
        short.start()
    assert during[0] == sys.getswitchinterval() < usual
    with qtbot.waitSignal(long.done):
        hold.set()
    assert sys.getswitchinterval() == pytest.approx(usual)
