"""Garbage is collected on the GUI thread, when the user rests."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from reviewer.ui.background import collector
from reviewer.ui.background.collector import IdleCollector
from reviewer.ui.background.jobs import Job
from reviewer.ui.main_window import MainWindow


class Circle:
    """Garbage that only the collector finds; it notes the thread in which it goes."""

    def __init__(self, ends: list[threading.Thread]) -> None:
        self.itself = self
        self._ends = ends

    def __del__(self) -> None:
        self._ends.append(threading.current_thread())


@pytest.fixture
def idle(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> Iterator[IdleCollector]:
    monkeypatch.setattr(collector, "_REST_MS", 5)
    parent = QObject()
    idle = IdleCollector(parent)
    idle.begin()
    yield idle
    idle.end()


def much() -> list[list[int]]:
    """Enough new objects for Python's own collector to begin many times."""
    return [[number] for number in range(20_000)]


def test_a_job_collects_nothing(idle: IdleCollector, qtbot: QtBot) -> None:
    ends: list[threading.Thread] = []

    def work(*_what: object) -> int:
        Circle(ends)
        return len(much())

    job = Job(work)
    with qtbot.waitSignal(job.done):
        job.start()
    kept = much()
    qtbot.waitUntil(lambda: bool(ends))
    assert ends == [threading.main_thread()]
    assert kept


def test_under_the_users_hands_only_very_much_is_collected(
    idle: IdleCollector, monkeypatch: pytest.MonkeyPatch
) -> None:
    gc.collect()
    ends: list[threading.Thread] = []
    Circle(ends)
    kept = much()
    idle.wait()
    assert not ends
    monkeypatch.setattr(collector, "_MANY", 10_000)
    idle.wait()
    assert ends
    assert kept


def test_it_is_left_to_python_when_the_window_is_closed(window: MainWindow) -> None:
    assert not gc.isenabled()
    with collector.at_rest():
        pass
    assert not gc.isenabled()
    window.close()
    assert gc.isenabled()
    gc.unfreeze()


def test_a_window_that_goes_without_being_closed_leaves_it_to_python(qapp: QObject) -> None:
    parent = QObject()
    IdleCollector(parent).begin()
    assert not gc.isenabled()
    delete(parent)
    assert gc.isenabled()
