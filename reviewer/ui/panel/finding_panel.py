"""The panel for the current row: its findings in words, the back-translation, its history."""

from __future__ import annotations

from collections.abc import Mapping, Sequence, Set
from functools import partial
from types import MappingProxyType

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QAction, QFocusEvent, QFont, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from reviewer.review import HistoryEntry, ReviewedFinding, Row, SettledFinding
from reviewer.ui.look.check_facts import finding_title
from reviewer.ui.look.focus_ring import FocusRing
from reviewer.ui.look.one_layout import laid_out_once
from reviewer.ui.look.widgets import Text, clear_layout, rule
from reviewer.ui.panel.back_translation_card import BackTranslationCard, Passage
from reviewer.ui.panel.command_buttons import CommandButtons
from reviewer.ui.panel.comment_box import CommentBox
from reviewer.ui.panel.figures_card import FiguresCard
from reviewer.ui.panel.finding_card import FindingCard
from reviewer.ui.panel.fixed_card import FixedCard
from reviewer.ui.panel.history_lines import HistoryLines
from reviewer.ui.panel.own_finding_box import OwnFindingBox
from reviewer.ui.panel.terms_card import TermsCard
from reviewer.wording import tr

_BESIDE = 4
"""Pixels above and below what is brought into sight."""

_SHARES = 3, 2
"""Of the width, findings and evidence: the buttons stand in one line where the window is small."""

MOST_CARDS = 30
"""Findings of a row that are shown at a time, the current one among them: a whole text that was
pasted into a row has thousands, and building a card for each took the window's time for long."""


class FindingPanel(QScrollArea):
    """`finding_chosen` brings the fingerprint of a finding that was clicked, `room_wanted` the
    height in pixels that what is written in needs, 0 once it is written."""

    finding_chosen = Signal(str)
    room_wanted = Signal(int)

    def __init__(
        self,
        actions: Sequence[QAction],
        row_actions: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._buttons = CommandButtons(actions)
        self._row_buttons = CommandButtons(row_actions)
        self._cards: list[FindingCard] = []
        """Those of the current row come first; the others are hidden, and kept for later rows."""
        self._wide = False
        self._row: Row | None = None
        self._shown: Sequence[ReviewedFinding] = ()
        self._said: tuple[Mapping[str, str], Set[str]] = ({}, frozenset())
        """Who commented on the findings of the row, and which of them came back."""
        self._current = ""
        self._where: list[str] = []
        self._names = ("", "")
        self._right_to_left = (False, False)
        self._language = self._target_language = ""
        self.setWidgetResizable(True)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(tr("Findings of this row"))
        # A click on one of its buttons leaves the keyboard to the rows.
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._title = Text("", wrap=False).sized(1.15, bold=True)
        self._place = Text("").quiet()
        self._findings, self._fixed = QVBoxLayout(), QVBoxLayout()
        for cards in (self._findings, self._fixed):
            cards.setSpacing(8)
        self._quiet = Text("").quiet()
        self._more = Text("").quiet()
        self.comment_box = CommentBox()
        self.own_finding_box = OwnFindingBox()
        self._back = BackTranslationCard()
        self.figures = FiguresCard()
        self.terms = TermsCard()
        self._remark_title = Text(tr("Your remark"), wrap=False).sized(1.0, bold=True)
        self._remark = Text("")
        self._before_title = Text(tr("Your changes"), wrap=False).sized(1.0, bold=True)
        self._before = Passage(tr("Your changes"))
        self._history_title = Text(tr("History"), wrap=False).sized(1.0, bold=True)
        self._history = HistoryLines()
        self._lay_out()
        self._ring = FocusRing(self)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._ring.setGeometry(self.rect())
        self._ring.raise_()
        self._ring.show()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._ring.hide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._ring.setGeometry(self.rect())

    def set_sides(
        self,
        names: tuple[str, str],
        right_to_left: tuple[bool, bool],
        source_language: str,
        target_language: str,
    ) -> None:
        """What the two sides are called, which way they run, and their languages."""
        self._names, self._right_to_left = names, right_to_left
        self._language, self._target_language = source_language, target_language

    def set_wide(self, on: bool) -> None:
        """Whether there is more width than height: the evidence stands beside the findings then,
        and what the table shows as well is left out."""
        self._wide = on
        self._columns.setContentsMargins(16, 3 if on else 10, 16, 4 if on else 12)
        self._show_head()
        for card in self._cards:
            card.show_sides(on=not on)
        direction = QBoxLayout.Direction
        self._columns.setDirection(direction.LeftToRight if on else direction.TopToBottom)
        for column in (0, 1):
            self._columns.setStretch(column, _SHARES[column] if on else column)
        # A comment is written in sight of the finding that it is about: beside it, or below it.
        if on:
            self._evidence.insertWidget(0, self.comment_box)
        else:
            self._inside.insertWidget(self._inside.indexOf(self._quiet) + 1, self.comment_box)

    def set_text_font(self, font: QFont) -> None:
        """The font of passages of the texts."""
        self._back.set_text_font(font)
        self._before.setFont(font)

    def show_row(
        self,
        row: Row | None,
        title: str,
        place: str,
        current: str,
        history: tuple[HistoryEntry, ...],
        fixed: Sequence[SettledFinding] = (),
        quiet: str = "",
        origins: Mapping[str, str] = MappingProxyType({}),
        returned: Set[str] = frozenset(),
    ) -> None:
        """Show a row under `title`; `place` says where it went, `current` is a fingerprint.

        `fixed` are the findings that the row had, `quiet` says what else there is to say of a row
        without findings; `origins` says by fingerprint ("" is the row) who commented, and when,
        `returned` has those that were dismissed before the text changed.
        """
        self._row = row
        with laid_out_once(self._body):
            self._title.setText(title)
            self._where = place.splitlines()
            self._show_head()
            self._said = origins, returned
            self._show_findings(current)
            self._show_fixed(fixed)
            self._quiet.setText("" if fixed else quiet or _quiet_words(row))
            self._quiet.setVisible(bool(self._quiet.text()))
            self._back.show_row(row, self._right_to_left[0])
            self.figures.show_row(row, (self._language, self._target_language))
            who = f"\n{origins['']}" if origins.get("") else ""
            self._remark.setText(f"{row.comment}{who}" if row else "")
            for widget in (self._remark, self._remark_title):
                widget.setVisible(bool(row and row.comment))
            self._show_changes(row)
            self._show_history(history)
            self._mark_current(current)
        self._bring_current_into_sight(current)

    def _show_fixed(self, fixed: Sequence[SettledFinding]) -> None:
        clear_layout(self._fixed)
        for settled in fixed:
            gone = FixedCard(settled)
            self._fixed.addWidget(gone)
            gone.show()

    def _show_changes(self, row: Row | None) -> None:
        changed = bool(row and row.edited and row.original_target)
        if row and changed:
            # Imported here: it loads the word lists, which the window's start does not need.
            from reviewer.text.edit_pieces import edit_pieces

            pieces = edit_pieces(row.original_target, row.target, self._target_language)
            self._before.show_pieces(pieces, self._right_to_left[1])
        self._before.setVisible(changed)
        self._before_title.setVisible(changed)

    def _show_head(self) -> None:
        """The row's number and how sure its link is; where it moved is said in any case. In a low
        panel the buttons of a finding need the room of those of the row."""
        where = self._where
        self._row_buttons.setVisible(not (self._wide and self._row and self._row.findings))
        self._place.setText(("  ·  " if self._wide else "\n").join(where))
        self._title.setVisible(not self._wide)
        self._place.setVisible(len(where) > 1 or (bool(where) and not self._wide))

    def set_current(self, fingerprint: str) -> None:
        """Make one finding the current one; it gets the buttons."""
        with laid_out_once(self._body):
            if all(one.fingerprint != fingerprint for one in self._shown):
                self._show_findings(fingerprint)
            self._mark_current(fingerprint)
        self._bring_current_into_sight(fingerprint)

    def _mark_current(self, fingerprint: str) -> None:
        self._current = fingerprint
        current = next((one for one in self._shown if one.fingerprint == fingerprint), None)
        self._back.mark(self._row, current, self._language)
        for card in self._cards[: len(self._shown)]:
            card.set_current(card.fingerprint == fingerprint, self._buttons)

    def _bring_current_into_sight(self, fingerprint: str) -> None:
        for card in self._cards[: len(self._shown)]:
            if card.fingerprint == fingerprint:
                self._bring_into_sight(card)

    def _make_room(self, box: QWidget) -> None:
        """All of a form is in sight while it is filled in: its foot says how it is kept."""
        self._bring_into_sight(box)
        self.room_wanted.emit(box.height() + 2 * _BESIDE)
        self._bring_into_sight(box)

    def _give_back_room(self) -> None:
        """The form is gone: what it was about is in sight again, with its buttons."""
        self.room_wanted.emit(0)
        self._bring_current_into_sight(self._current)

    def _bring_into_sight(self, box: QWidget) -> None:
        """What is written in or looked at must be seen, its beginning first in a low panel."""
        inside = self._body
        self._columns.activate()
        # The scroll area gives what is inside the height that it needs now, and not only later.
        QApplication.sendEvent(self, QEvent(QEvent.Type.LayoutRequest))
        top = box.mapTo(inside, box.rect().topLeft()).y()
        room, foot = self.viewport().height(), top + box.height() + _BESIDE
        if foot <= room:  # with all that stands above it
            self.verticalScrollBar().setValue(0)
        elif self._wide or box.height() > room:  # there is no room for half of what is above it
            self.verticalScrollBar().setValue(top - _BESIDE)
        else:
            self.ensureWidgetVisible(box, 0, _BESIDE)

    def words(self) -> str:
        """Everything that the panel says, for whoever cannot see it."""
        said = [label.text() for label in self.findChildren(QLabel) if label.isVisibleTo(self)]
        passages = [
            passage.toPlainText()
            for passage in self.findChildren(QPlainTextEdit)
            if passage.isVisibleTo(self)
        ]
        return "\n".join([*said, *passages])

    def _lay_out(self) -> None:
        self._body = body = QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.TopToBottom, body)
        self._columns.setContentsMargins(16, 10, 16, 12)
        self._columns.setSpacing(10)
        inside, evidence = QVBoxLayout(), QVBoxLayout()
        inside.setSpacing(8)
        evidence.setSpacing(10)
        self._columns.addLayout(inside)
        self._columns.addLayout(evidence)
        head = QHBoxLayout()
        head.setSpacing(12)
        top = Qt.AlignmentFlag.AlignTop
        head.addWidget(self._title, 0, top)
        head.addWidget(self._place, 1, top)
        # Without it the column is as narrow as it can be where both of them are hidden.
        head.addStretch()
        inside.addLayout(head)
        inside.addLayout(self._findings)
        inside.addWidget(self._more)
        inside.addLayout(self._fixed)
        inside.addWidget(self._quiet)
        inside.addWidget(self._row_buttons)
        inside.addWidget(self.comment_box)
        inside.addWidget(self.own_finding_box)
        inside.addWidget(self._remark_title)
        inside.addWidget(self._remark)
        evidence.addWidget(self._back)
        evidence.addWidget(self.terms)
        evidence.addWidget(self.figures)
        self._rule = rule()
        evidence.addWidget(self._rule)
        evidence.addWidget(self._before_title)
        evidence.addWidget(self._before)
        evidence.addWidget(self._history_title)
        evidence.addWidget(self._history)
        evidence.addStretch(1)
        inside.addStretch(1)
        self._inside, self._evidence = inside, evidence
        self.setWidget(body)
        for box in (self.comment_box, self.own_finding_box):
            box.opened.connect(partial(self._make_room, box))
            box.left.connect(self._give_back_room)

    def _show_findings(self, current: str) -> None:
        """Show those of the row's findings that stand around the current one."""
        row, (origins, returned) = self._row, self._said
        every = row.findings if row else ()
        at = next((n for n, one in enumerate(every) if one.fingerprint == current), 0)
        first = at - at % MOST_CARDS
        findings = self._shown = every[first : first + MOST_CARDS]
        self._more.setVisible(len(findings) < len(every))
        self._more.setText(
            tr(
                "Findings {first} to {last} of {n} in this row.",
                first=first + 1,
                last=first + len(findings),
                n=len(every),
            )
        )
        while len(self._cards) < len(findings):
            card = FindingCard()
            card.chosen.connect(self.finding_chosen)
            self._cards.append(card)
            self._findings.addWidget(card)
        for number, card in enumerate(self._cards):
            if row and number < len(findings):
                item = findings[number]
                title = finding_title(item.finding)
                card.show_finding(row, item, title, self._names, self._right_to_left)
                card.say_returned(item.fingerprint in returned)
                card.say_who(origins.get(item.fingerprint, ""))
                card.show_sides(on=not self._wide)
            card.setVisible(number < len(findings))

    def _show_history(self, history: tuple[HistoryEntry, ...]) -> None:
        for widget in (self._history_title, self._rule):
            widget.setVisible(bool(history))
        self._history.show_entries(history)


def _quiet_words(row: Row | None) -> str:
    if row is None:
        return tr("Choose a row to see what was found in it.")
    if row.findings:
        return ""
    return tr("Nothing was found in this row.")
