"""One finding in words: what it is, both values, and what can be done about it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QToolButton, QVBoxLayout, QWidget

from reviewer.domain import Severity, Span
from reviewer.review import ReviewedFinding, Row
from reviewer.ui.look import severity_marks
from reviewer.ui.look.check_facts import why_words
from reviewer.ui.look.decision_marks import Decided, paint_decision
from reviewer.ui.look.flow_layout import FlowLayout
from reviewer.ui.look.invisible_signs import looks_the_same, with_signs
from reviewer.ui.look.widgets import Text, as_plain, clear_layout
from reviewer.wording import in_words, term, tr


class SeverityMark(QWidget):
    """The mark of a severity."""

    def __init__(self, severity: Severity, *, decided: bool) -> None:
        super().__init__()
        self._severity, self._decided = severity, decided
        self.setFixedSize(QSize(16, 16))
        self.setAccessibleName(term(severity))

    def paintEvent(self, _event: QPaintEvent) -> None:
        offset = (16 - severity_marks.SIZE) / 2
        severity_marks.paint(
            QPainter(self),
            QRectF(offset, offset, severity_marks.SIZE, severity_marks.SIZE),
            self._severity,
            decided=self._decided,
        )


class DecisionMark(QWidget):
    """The sign of what was decided."""

    def __init__(self, decided: Decided) -> None:
        super().__init__()
        self._decided: Decided = decided
        self.setFixedSize(QSize(16, 16))
        self.setAccessibleName(term(decided))

    def paintEvent(self, _event: QPaintEvent) -> None:
        offset = (16 - severity_marks.SIZE) / 2
        box = QRectF(offset, offset, severity_marks.SIZE, severity_marks.SIZE)
        paint_decision(QPainter(self), box, self._decided)


class CommandButton(QToolButton):
    """The button of a command, which says its key."""

    def __init__(self, action: QAction) -> None:
        super().__init__()
        self.setDefaultAction(action)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextOnly)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        action.changed.connect(self._say)
        self._say()

    def _say(self) -> None:
        action = self.defaultAction()
        words, key = action.iconText(), action.shortcut()
        if not key.isEmpty():
            said = key.toString(QKeySequence.SequenceFormat.NativeText)
            words = tr("{command} ({key})", command=words, key=said)
        self.setText(words)


class FindingCard(QFrame):
    """A finding of the current row. The current finding has the buttons."""

    chosen = Signal(str)

    def __init__(
        self,
        row: Row,
        item: ReviewedFinding,
        title: str,
        names: tuple[str, str],
        right_to_left: tuple[bool, bool],
    ) -> None:
        """`title` is the check's, `names` are the languages'."""
        super().__init__()
        self.fingerprint = item.fingerprint
        self._on: bool | None = None
        self.setObjectName("finding")
        finding = item.finding
        inside = QVBoxLayout(self)
        inside.setContentsMargins(12, 7, 12, 7)
        inside.setSpacing(4)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(SeverityMark(finding.severity, decided=item.state != "open"))
        named = Text(title).sized(1.0, bold=True)
        named.setToolTip(as_plain(why_words(finding.check)))
        head.addWidget(named, 1)
        head.addWidget(Text(term(finding.severity), wrap=False).quiet())
        if item.state != "open":
            head.addWidget(DecisionMark(item.state))
            head.addWidget(Text(term(item.state).capitalize(), wrap=False).sized(1.0, bold=True))
        inside.addLayout(head)
        message = Text(finding.message)
        if item.state == "dismissed":
            message.struck()
        message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        inside.addWidget(message)
        self._sides: list[QWidget] = []
        inside.addLayout(self._values(row, item, names, right_to_left))
        self._returned = Text("").quiet()
        inside.addWidget(self._returned)
        self._returned.hide()
        self._who = Text("", wrap=False).quiet()
        if item.comment:
            inside.addWidget(Text(f"“{item.comment}”").quiet())
        inside.addWidget(self._who)
        self._who.hide()
        self._buttons = FlowLayout(4)
        inside.addLayout(self._buttons)
        decided = [] if item.state == "open" else [item.state]
        said = [title, *map(term, (finding.severity, *decided))]
        self.setAccessibleName(f"{', '.join(said)}. {in_words(finding.message)}")

    def show_sides(self, *, on: bool) -> None:
        """Whether it repeats what is lit in the row: a low panel has better use for the lines."""
        for widget in self._sides:
            widget.setVisible(on)

    def say_returned(self) -> None:
        """Its like was dismissed before the text changed."""
        self._returned.setText(tr("You dismissed this before the text changed."))
        self._returned.show()

    def say_who(self, words: str) -> None:
        """Who wrote the comment, and when."""
        self._who.setText(words)
        self._who.setVisible(bool(words))

    def set_current(self, on: bool, actions: Sequence[QAction]) -> None:
        """Whether this is the finding that the commands act on."""
        if on == self._on:
            return
        self._on = on
        edge = "palette(highlight)" if on else "palette(midlight)"
        self.setStyleSheet(
            f"QFrame#finding {{ background: palette(base); border: 1px solid {edge};"
            " border-radius: 7px; }"
        )
        clear_layout(self._buttons)
        if not on:
            return
        for action in actions:
            button = CommandButton(action)
            self._buttons.addWidget(button)
            # Only now: without a parent it would be a window.
            button.setVisible(action.isEnabled())
            action.enabledChanged.connect(button.setVisible)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.fingerprint)
        super().mousePressEvent(event)

    def _values(
        self,
        row: Row,
        item: ReviewedFinding,
        names: tuple[str, str],
        right_to_left: tuple[bool, bool],
    ) -> QGridLayout:
        """What the finding marks on each side, and what is suggested instead."""
        finding = item.finding
        lines = [
            (names[0], _quoted(row.source, finding.source_spans), right_to_left[0]),
            (names[1], _quoted(row.target, finding.target_spans), right_to_left[1]),
        ]
        fix = finding.fix
        signs = fix is not None and looks_the_same(fix.span.of(row.target), fix.text)
        if fix and item.state == "open":
            lines.append((tr("Suggested"), _suggested(row, item), right_to_left[1]))
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        for number, (name, words, mirrored) in enumerate(lines):
            if words:
                said = Text(_visible(words, signs=signs and number > 0))
                said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
                if mirrored:
                    said.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
                called = Text(name, wrap=False).quiet()
                top = Qt.AlignmentFlag.AlignTop
                grid.addWidget(called, number, 0, top)
                grid.addWidget(said, number, 1)
                if number < 2:
                    self._sides += [called, said]
        return grid


def _visible(words: str, *, signs: bool) -> str:
    """Words as they are; white space alone, with `signs` all of it that is special, as signs that
    can be seen."""
    words = with_signs(words, all_kinds=True) if signs else words
    return words if words.strip() else "␣" * len(words)


def _suggested(row: Row, item: ReviewedFinding) -> str:
    """What would stand in place of the piece that is marked, fix and all."""
    fix = item.finding.fix
    assert fix is not None
    for span in item.finding.target_spans:
        if span.start <= fix.span.start and fix.span.end <= span.end:
            before = row.target[span.start : fix.span.start]
            return f"{before}{fix.text}{row.target[fix.span.end : span.end]}"
    return fix.text


def _quoted(text: str, spans: tuple[Span, ...]) -> str:
    """The pieces that a finding marks, shortened; "" for a whole sentence."""
    pieces = [span.of(text) for span in spans if span.start < span.end]
    pieces = [piece for piece in pieces if len(piece) < len(text) or len(text) < 60]
    shown = [piece if len(piece) <= 120 else piece[:117] + "…" for piece in pieces[:6]]
    return "  ·  ".join(shown)
