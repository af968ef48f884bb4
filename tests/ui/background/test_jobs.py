"""Long work beside the window."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable

import pytest
from pytestqt.qtbot import QtBot

from reviewer.analysis import Cancelled
from reviewer.ui.background import jobs
from reviewer.ui.background.jobs import Job, Progress


def test_a_result_arrives_in_the_gui_thread(qtbot: QtBot) -> None:
    places = []
    job = Job(lambda _progress, _cancelled: threading.current_thread())
    job.done.connect(lambda thread: places.append((thread, threading.current_thread())))
    with qtbot.waitSignal(job.done):
        job.start()
    worker, gui = places[0]
    assert worker is not gui
    assert gui is threading.main_thread()
    assert not job.running()


def test_an_error_is_handed_over(qtbot: QtBot) -> None:
    def fail(_progress: Progress, _cancelled: Callable[[], bool]) -> None:
        raise ValueError("no")

    job = Job(fail)
    with qtbot.waitSignal(job.failed) as failed:
        job.start()
    assert str(failed.args[0]) == "no"


def test_cancelling_ends_the_work(qtbot: QtBot) -> None:
    def work(_progress: Progress, cancelled: Callable[[], bool]) -> None:
        while not cancelled():
            time.sleep(0.001)
        raise Cancelled

    job = Job(work)
    job.start()
    with qtbot.waitSignal(job.cancelled):
        job.cancel()
    assert job.stopping()


@pytest.mark.parametrize("steps", [3, 2000])
def test_every_new_word_is_told_and_the_rest_is_thinned_out(qtbot: QtBot, steps: int) -> None:
    def work(progress: Progress, _cancelled: Callable[[], bool]) -> None:
        for words in ("one", "two"):
            for step in range(steps):
                progress(words, step / steps)

    heard = []
    job = Job(work)
    job.progressed.connect(lambda words, share: heard.append((words, share)))
    with qtbot.waitSignal(job.done):
        job.start()
    assert [words for words, share in heard if share == 0] == ["one", "two"]
    assert len(heard) < 500


def test_turns_are_short_while_any_job_runs_and_usual_afterwards() -> None:
    usual = sys.getswitchinterval()
    first, second = jobs._turns.short(), jobs._turns.short()
    for one in (first, second):
        one.__enter__()
    assert sys.getswitchinterval() == pytest.approx(0.001)
    first.__exit__(None, None, None)
    assert sys.getswitchinterval() == pytest.approx(0.001)
    second.__exit__(None, None, None)
    assert sys.getswitchinterval() == pytest.approx(usual)
