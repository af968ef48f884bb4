"""The first page: begin a review from files, go on with a recent one, or look at the sample."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.sample import name_of
from reviewer.ui.look.widgets import Card, Elided, Text, clear_layout
from reviewer.ui.start.new_review import NewReview
from reviewer.wording import tr

_WIDEST = 1080
_RECENT_SHOWN = 6


class StartPage(QScrollArea):
    """`start_wanted` brings (source, [translations], path of the review file)."""

    start_wanted = Signal(object, list, object)
    review_wanted = Signal(object)
    dialog_wanted = Signal()
    sample_wanted = Signal()
    backup_wanted = Signal()
    folders_wanted = Signal(list)
    problem = Signal(object, str)

    def __init__(self, folder: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        # What has the keyboard is to be seen, and this has no edge.
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.new_review = NewReview(folder)
        self.new_review.start_wanted.connect(self.start_wanted)
        self.new_review.review_dropped.connect(self.review_wanted)
        self.new_review.problem.connect(self.problem)
        self.new_review.folders_wanted.connect(self.folders_wanted)
        self.new_review.now_ready.connect(lambda: QTimer.singleShot(0, self, self._show_keyboard))
        self._recent = QVBoxLayout()
        self._recent.setSpacing(0)
        self.setWidget(self._page())
        # The style's own mark is one pixel wide, and on a flat button there is none.
        self.setStyleSheet(
            "QPushButton:focus { border: 2px solid palette(highlight); border-radius: 3px; }"
        )

    def show_recent(self, paths: list[Path]) -> None:
        """List the reviews that were open lately."""
        clear_layout(self._recent)
        before: QWidget = self
        for path in paths[:_RECENT_SHOWN]:
            row = self._recent_row(path)
            self._recent.addWidget(row)
            # Whoever goes on with a review is there at once; who begins one has its own way.
            self.setTabOrder(before, row)
            before = row
        if not paths:
            self._recent.addWidget(Text(tr("Reviews that you begin are listed here.")).quiet())

    def take_keyboard(self) -> None:
        """Put the keyboard on the latest review, or where the first one is begun."""
        latest = self._recent.itemAt(0)
        row = latest.widget() if latest else None
        if isinstance(row, _RecentRow):
            # A layout shows what is new in it only later, and what is hidden takes no keyboard.
            row.show()
            row.setFocus(Qt.FocusReason.TabFocusReason)
        else:
            self.new_review.take_keyboard()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return presses the button that has the keyboard; outside of dialogs Qt's do not hear
        it."""
        button = self.focusWidget()
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(button, QPushButton):
            button.click()
        else:
            super().keyPressEvent(event)

    def _show_keyboard(self) -> None:
        """What Enter presses is to be seen, once the page has its new height."""
        if focused := self.focusWidget():
            self.ensureWidgetVisible(focused)

    def stop(self) -> None:
        """Read no more files than the one that is being read."""
        self.new_review.stop()

    def slots(self) -> list[JobSlot]:
        """Where jobs may be running."""
        return [self.new_review.reading]

    def _page(self) -> QWidget:
        aside = QVBoxLayout()
        aside.setSpacing(14)
        aside.addWidget(self._recent_card())
        aside.addWidget(self._sample_card())
        aside.addStretch(1)
        columns = QHBoxLayout()
        columns.setSpacing(18)
        columns.addWidget(self.new_review, 5, Qt.AlignmentFlag.AlignTop)
        columns.addLayout(aside, 3)
        body = QWidget()
        body.setMaximumWidth(_WIDEST)
        body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        inside = QVBoxLayout(body)
        inside.setContentsMargins(28, 34, 28, 28)
        inside.setSpacing(4)
        inside.addWidget(Text("Reviewer").sized(2.1, bold=True))
        inside.addWidget(
            Text(tr("Is anything missing, is anything added, do the figures agree?"))
            .sized(1.15)
            .quiet()
        )
        inside.addSpacing(20)
        inside.addLayout(columns)
        inside.addStretch(1)
        page = QWidget()
        around = QHBoxLayout(page)
        around.setContentsMargins(0, 0, 0, 0)
        around.addStretch(1)
        around.addWidget(body, 100)
        around.addStretch(1)
        return page

    def _recent_card(self) -> QWidget:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 18)
        inside.setSpacing(8)
        inside.addWidget(Text(tr("Go on")).sized(1.2, bold=True))
        inside.addLayout(self._recent)
        other = QPushButton(tr("Open a review…"))
        other.clicked.connect(self.dialog_wanted)
        backup = QPushButton(tr("Restore a backup…"))
        backup.setToolTip(tr("Copies of your reviews are kept whenever you open them."))
        backup.clicked.connect(self.backup_wanted)
        # Both as wide as the wider one.
        buttons = QVBoxLayout()
        buttons.setSpacing(8)
        buttons.addWidget(other)
        buttons.addWidget(backup)
        beside = QHBoxLayout()
        beside.addLayout(buttons)
        beside.addStretch(1)
        inside.addLayout(beside)
        return card

    def _sample_card(self) -> QWidget:
        card = Card()
        inside = QVBoxLayout(card)
        inside.setContentsMargins(20, 16, 20, 18)
        inside.setSpacing(8)
        inside.addWidget(Text(tr("Look around")).sized(1.2, bold=True))
        inside.addWidget(
            Text(
                tr(
                    "A short article with five translations and some planted errors; a tour "
                    "of five minutes leads through it."
                )
            ).quiet()
        )
        sample = QPushButton(tr("Open the sample"))
        sample.clicked.connect(self.sample_wanted)
        inside.addWidget(sample, 0, Qt.AlignmentFlag.AlignLeft)
        return card

    def _recent_row(self, path: Path) -> QWidget:
        row = _RecentRow(path)
        row.clicked.connect(lambda: self.review_wanted.emit(path))
        return row


class _RecentRow(QPushButton):
    """A recent review as one wide button with two lines."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(tr("Open {path}", path=name_of(path)))
        self.setStyleSheet(
            "QPushButton { border: 2px solid transparent; border-radius: 5px; text-align: left; }"
            "QPushButton:hover { background: palette(midlight); }"
            "QPushButton:focus { border-color: palette(highlight); }"
        )
        inside = QVBoxLayout(self)
        inside.setContentsMargins(8, 5, 8, 5)
        inside.setSpacing(0)
        for label in (Elided(name_of(path)), Elided(str(path.parent)).quiet()):
            label.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            inside.addWidget(label)
        self.setMinimumHeight(inside.sizeHint().height())
