"""How far a job is, in words and as a bar, with a way to stop it."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QProgressBar, QPushButton, QVBoxLayout, QWidget

from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Job
from reviewer.ui.look.widgets import Card, Elided, Text
from reviewer.wording import tr

_STEPS = 1000
_STYLE = (
    "QProgressBar { border: 1px solid palette(dark); border-radius: 3px;"
    " background: palette(base); }"
    "QProgressBar::chunk { background: palette(highlight); border-radius: 2px; }"
)
"""Fusion's own bar looks full while nobody knows how much there is."""


class ProgressLine(QWidget):
    """Follows the jobs of a slot; out of sight between two."""

    def __init__(self, jobs: JobSlot, *, low: bool = False) -> None:
        """`low` says that the line must not be higher than its words."""
        super().__init__()
        self._jobs = jobs
        jobs.changed.connect(self._slot_changed)
        self._words = Elided()
        self._words.setMinimumWidth(220)
        self._bar = QProgressBar()
        self._bar.setRange(0, _STEPS)
        self._bar.setTextVisible(False)
        self._bar.setMaximumHeight(8)
        self._bar.setMinimumWidth(120)
        self._bar.setStyleSheet(_STYLE)
        self._stop = QPushButton(tr("Cancel"))
        self._stop.clicked.connect(self.cancel)
        if low:
            self._stop.setMaximumHeight(self._stop.fontMetrics().height() + 4)
        self._job: Job | None = None
        inside = QHBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(10)
        inside.addWidget(self._words, 1)
        inside.addWidget(self._bar, 1)
        inside.addWidget(self._stop)
        self.hide()

    def busy(self) -> bool:
        """Whether a job is running."""
        return self._jobs.busy()

    def follow(self, job: Job, words: str) -> None:
        """Follow a job until it ends."""
        self._job = job
        self._words.set_full(words)
        # Nobody knows yet how much there is: the bar moves, and says no share.
        self._bar.setRange(0, 0)
        self._stop.setEnabled(True)
        job.progressed.connect(self._show)
        self.show()

    def cancel(self) -> None:
        """Ask the job to stop."""
        if self._job:
            self._stop.setEnabled(False)
            self._words.set_full(tr("Stopping…"))
            self._jobs.cancel()

    def _show(self, words: str, share: float) -> None:
        if self._job and not self._job.stopping():
            self._words.set_full(words)
            if share > 0:
                self._bar.setRange(0, _STEPS)
                self._bar.setValue(round(share * _STEPS))

    def _slot_changed(self) -> None:
        if not self._jobs.busy():
            self._job = None
            self._bar.setRange(0, _STEPS)
            self.hide()


class WorkingPage(QWidget):
    """The page that is shown while a review is being made or read."""

    def __init__(self, jobs: JobSlot, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = ProgressLine(jobs)
        card = Card()
        card.setMaximumWidth(620)
        card.setMinimumWidth(420)
        inside = QVBoxLayout(card)
        inside.setContentsMargins(26, 22, 26, 24)
        inside.setSpacing(12)
        self._title = Text("").sized(1.3, bold=True)
        inside.addWidget(self._title)
        inside.addWidget(
            Text(tr("Everything is done on this computer. Nothing is sent anywhere.")).quiet()
        )
        inside.addWidget(self.line)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(card, 4)
        across.addStretch(1)
        whole = QVBoxLayout(self)
        whole.addStretch(2)
        whole.addLayout(across)
        whole.addStretch(3)

    def follow(self, job: Job, title: str) -> None:
        """Show under `title` how far a job is."""
        self._title.setText(title)
        self.line.follow(job, job.words() or tr("Reading the documents"))
