"""Jobs that nobody waits for rest while keys come."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from reviewer.ui.background import calm
from reviewer.ui.background.calm import Calm
from reviewer.ui.background.jobs import Job


@pytest.fixture
def disturbed(qapp: QObject, monkeypatch: pytest.MonkeyPatch) -> Calm:
    """Somebody has just pressed a key and will not rest for a minute."""
    monkeypatch.setattr(calm, "_REST_MS", 60_000)
    disturbed = Calm(qapp)
    disturbed.disturb()
    return disturbed


def waiting(disturbed: Calm, reached: threading.Event) -> Job:
    def work(_progress: object, cancelled: object) -> str:
        reached.set()
        disturbed.wait(cancelled)  # type: ignore[arg-type]
        return "done"

    return Job(work)


def test_a_job_goes_on_when_the_user_rests(
    disturbed: Calm, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    reached = threading.Event()
    job = waiting(disturbed, reached)
    ended: list[object] = []
    job.done.connect(ended.append)
    job.start()
    assert reached.wait(30)
    for _ in range(20):
        qtbot.wait(5)
    assert not ended
    monkeypatch.setattr(calm, "_REST_MS", 1)
    disturbed.disturb()
    qtbot.waitUntil(lambda: ended == ["done"])


def test_a_job_that_is_cancelled_waits_no_longer(disturbed: Calm, qtbot: QtBot) -> None:
    reached = threading.Event()
    job = waiting(disturbed, reached)
    with qtbot.waitSignal(job.cancelled):
        job.start()
        assert reached.wait(30)
        job.cancel()
    disturbed.end()


def test_nothing_waits_when_the_review_is_closed(disturbed: Calm, qtbot: QtBot) -> None:
    disturbed.end()
    disturbed.wait(lambda: False)
