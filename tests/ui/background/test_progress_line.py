"""The bar of a job says no more than is known."""

from __future__ import annotations

from threading import Event

from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QProgressBar
from pytestqt.qtbot import QtBot

from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.progress_line import ProgressLine


def filled(bar: QProgressBar) -> float:
    """The share of the bar that has the colour of what is done."""
    image = bar.grab().toImage()
    wanted = bar.palette().color(QPalette.ColorRole.Highlight).rgb()
    row = image.height() // 2
    return sum(image.pixel(x, row) == wanted for x in range(image.width())) / image.width()


def test_it_does_not_look_full_before_a_share_is_known(qtbot: QtBot) -> None:
    slot = JobSlot()
    line = ProgressLine(slot)
    qtbot.addWidget(line)
    line.resize(600, 30)
    may_end, told = Event(), Event()

    def work(progress, _cancelled):
        told.wait(20)
        progress("Reading", 0.25)
        may_end.wait(20)

    job = slot.begin(work, lambda _: None)
    line.follow(job, "Reading")
    bar = line.findChild(QProgressBar)
    qtbot.waitExposed(line)
    assert 0 < filled(bar) < 0.7
    told.set()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    assert 0.2 < filled(bar) < 0.3
    may_end.set()
    qtbot.waitUntil(lambda: not slot.busy())
