"""One finding in words: what it is, both values, what can be done about it, and what was said."""

from __future__ import annotations

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from reviewer.domain import Span
from reviewer.review import ReviewedFinding, Row
from reviewer.ui.look.check_facts import said_beside_title, why_words
from reviewer.ui.look.decision_marks import Decided
from reviewer.ui.look.invisible_signs import looks_the_same, with_signs
from reviewer.ui.look.say_aloud import set_tip
from reviewer.ui.look.widgets import Text
from reviewer.ui.panel.mark_widgets import DecisionMark, SeverityMark
from reviewer.wording import term, tr


class FindingCard(QFrame):
    """A finding of the current row, with the buttons if it is the current one. A card is made
    once and shows one finding after another: making its widgets anew for each row is most of what
    a key would cost.

    `chosen` brings the fingerprint of a card that was clicked.
    """

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.fingerprint = ""
        self._current = False
        inside = QVBoxLayout(self)
        self._lines = inside
        self._severity_mark, self._decision_mark = SeverityMark(), DecisionMark()
        self._title = Text().sized(1.0, bold=True)
        self._severity = Text(wrap=False).quiet()
        self._decision = Text(wrap=False).sized(1.0, bold=True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._severity_mark)
        head.addWidget(self._title, 1)
        head.addWidget(self._severity)
        head.addWidget(self._decision_mark)
        head.addWidget(self._decision)
        self._message = Text()
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid = QGridLayout()
        grid.setHorizontalSpacing(10)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(1, 1)
        self._values = [_Value(grid, number) for number in range(3)]
        self._returned, self._comment = Text().quiet(), Text().quiet()
        self._who = Text(wrap=False).quiet()
        self._foot = QVBoxLayout()
        inside.addLayout(head)
        inside.addWidget(self._message)
        inside.addLayout(grid)
        # A comment would push them out of a low panel.
        inside.addLayout(self._foot)
        for text in (self._returned, self._comment, self._who):
            inside.addWidget(text)
        self.show_sides(on=True)

    def show_finding(
        self,
        row: Row,
        item: ReviewedFinding,
        title: str,
        names: tuple[str, str],
        right_to_left: tuple[bool, bool],
    ) -> None:
        """Show another finding; `title` is the check's, `names` are the languages'."""
        self.fingerprint = item.fingerprint
        finding = item.finding
        decided: Decided | None = None if item.state == "open" else item.state
        self._severity_mark.show_severity(finding.severity, decided=decided is not None)
        self._title.setText(title)
        set_tip(self._title, why_words(finding.check))
        self._severity.setText(term(finding.severity))
        if decided:
            self._decision_mark.show_decision(decided)
            self._decision.setText(term(decided).capitalize())
        for widget in (self._decision_mark, self._decision):
            widget.setVisible(decided is not None)
        words = said_beside_title(finding)
        self._message.setText(words)
        self._message.setVisible(bool(words))
        self._message.set_struck(decided == "dismissed")
        self._show_values(row, item, names, right_to_left)
        self._comment.setText(tr("“{words}”", words=item.comment))
        self._comment.setVisible(bool(item.comment))
        said = [title, *map(term, (finding.severity, *([decided] if decided else ())))]
        self.setAccessibleName(f"{', '.join(said)}. {words}".rstrip())

    def show_sides(self, *, on: bool) -> None:
        """Whether it repeats what is lit in the row: a low panel has better use for the lines, and
        less air between them."""
        air = 8 if on else 5
        self._lines.setContentsMargins(13, air, 13, air)
        self._lines.setSpacing(4 if on else 2)
        for value in self._values[:2]:
            value.set_wanted(on)

    def say_returned(self, on: bool) -> None:
        """Whether its like was dismissed before the text changed."""
        self._returned.setText(tr("You dismissed this before the text changed.") if on else "")
        self._returned.setVisible(on)

    def say_who(self, words: str) -> None:
        """Who wrote the comment, and when."""
        self._who.setText(words)
        self._who.setVisible(bool(words))

    def set_current(self, on: bool, buttons: QWidget) -> None:
        """Whether this is the finding that the commands act on; it takes the buttons then."""
        if on and buttons.parentWidget() is not self:
            self._foot.addWidget(buttons)
        if buttons.parentWidget() is self:
            buttons.setVisible(on)
        if on != self._current:
            self._current = on
            self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        # A style sheet would do the same, and have all that is inside styled anew at each change.
        role = QPalette.ColorRole.Highlight if self._current else QPalette.ColorRole.Midlight
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(self.palette().color(role), 1))
        painter.setBrush(self.palette().color(QPalette.ColorRole.Base))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 7, 7)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.chosen.emit(self.fingerprint)
        super().mousePressEvent(event)

    def _show_values(
        self,
        row: Row,
        item: ReviewedFinding,
        names: tuple[str, str],
        right_to_left: tuple[bool, bool],
    ) -> None:
        """What the finding marks on each side, and what is suggested instead."""
        finding, fix = item.finding, item.finding.fix
        signs = fix is not None and looks_the_same(fix.span.of(row.target), fix.text)
        source, target, suggested = self._values
        words = _quoted(row.source, finding.source_spans)
        source.say(names[0], _visible(words, signs=False), right_to_left[0])
        words = _quoted(row.target, finding.target_spans)
        target.say(names[1], _visible(words, signs=signs), right_to_left[1])
        words = _suggested(row, item) if fix and item.state != "dismissed" else ""
        suggested.say(tr("Suggested"), _visible(words, signs=signs), right_to_left[1])


class _Value:
    """A line of what a finding marks: the name of the side, and the words."""

    def __init__(self, grid: QGridLayout, number: int) -> None:
        self._called, self._said = Text(wrap=False).quiet(), Text()
        self._said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._wanted = True
        grid.addWidget(self._called, number, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self._said, number, 1)

    def say(self, name: str, words: str, mirrored: bool) -> None:
        """Say other words; "" hides the line."""
        self._called.setText(name)
        self._said.setText(words)
        if mirrored:
            self._said.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        else:
            self._said.unsetLayoutDirection()
        self._show()

    def set_wanted(self, on: bool) -> None:
        """Whether there is room for the line."""
        self._wanted = on
        self._show()

    def _show(self) -> None:
        for text in (self._called, self._said):
            text.setVisible(self._wanted and bool(self._said.text()))


def _visible(words: str, *, signs: bool) -> str:
    """Words as they are; white space alone, with `signs` all of it that is special, as signs that
    can be seen."""
    words = with_signs(words, all_kinds=True) if signs else words
    return words if words.strip() else "␣" * len(words)


def _suggested(row: Row, item: ReviewedFinding) -> str:
    """What would stand in place of the piece that is marked, fix and all; of all pieces where the
    fix only takes one of them out."""
    fix, spans = item.finding.fix, item.finding.target_spans
    assert fix is not None
    if not fix.text:
        ends = [(one.start, one.end) for one in (*spans, fix.span)]
        spans = (Span(min(start for start, _ in ends), max(end for _, end in ends)),)
    for span in spans:
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
