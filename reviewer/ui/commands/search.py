"""Find words in the rows, their back-translations and comments, and go from one to the next."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from reviewer.ui.state.found_lines import FoundLines
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.search import found, nowhere_words
from reviewer.wording import tr, tr_plural

if TYPE_CHECKING:
    from reviewer.review import Row

_TURN = 0.006
"""Seconds of searching at a time; the keyboard and the screen come first."""


class SearchCommands(QObject):
    """`find_wanted` asks for the bar to type into; `result` brings words about the places.

    A long text is searched in short turns beside the user: the way to the next place begins
    with what is found first, and the number of all places follows. Typed words are searched for
    from the row where the typing began, whatever the first letters have led to.
    """

    find_wanted = Signal()
    result = Signal(str)

    def __init__(self, review: OpenReview, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._found = FoundLines(review.shown)
        self._step: int | None = None
        self._at = -1
        self._origin = self._led_to = ""
        self._turns = QTimer(self)
        self._turns.setSingleShot(True)
        self._turns.timeout.connect(self._go_on)
        self._ahead = QTimer(self)
        self._ahead.setSingleShot(True)
        self._ahead.timeout.connect(self._get_ready)
        review.rows_updated.connect(self._found.look_again)
        review.rows_replaced.connect(self._lines_are_others)
        review.closed.connect(self.done)

    def find(self) -> None:
        self.find_wanted.emit()
        self._ahead.start(0)

    def done(self) -> None:
        """The user has found enough: nothing is marked, and the texts need not be at hand any
        more. The way to the next place marks the words again."""
        self._stop()
        self._found.forget()
        self._review.set_search("")

    def find_next(self) -> None:
        self._again(1)

    def find_previous(self) -> None:
        self._again(-1)

    def search(self, words: str) -> None:
        """Mark these words, and go to the first place from where the typing began; without words,
        back there."""
        self._stop()
        has_led = self._led_to and self._review.last_key() == self._led_to
        if not has_led:
            self._origin = self._review.last_key()
        with self._review.one_change():
            self._review.set_search(words)
            if words:
                self._begin(0)
                return
            if has_led and self._review.shown.line_of(self._origin) is not None:
                self._review.go_to(self._origin, "centre_if_hidden")
            self._led_to = ""
            self.result.emit("")

    def show(self, words: str) -> None:
        """Mark these words and count their rows, and stay where we are."""
        self._stop()
        with self._review.one_change():
            self._review.set_search(words)
            if words:
                self._begin(None)

    def step(self, step: int) -> None:
        """On to the next line with what is searched for, or back."""
        if self._review.search:
            self._led_to = ""
            with self._review.one_change():
                self._begin(step)

    def _again(self, step: int) -> None:
        if words := self._review.last_search:
            self._review.set_search(words)
            self.step(step)
        else:
            self.find()

    def _begin(self, step: int | None) -> None:
        """`step` 0 leads to where the typing began if the words stand there, None nowhere."""
        self._review.have_all()
        self._found.begin(self._review.search, self._line_to_begin_at(step))
        self._step, self._at = step, -1
        self._go_on()

    def _go_on(self) -> None:
        """Search for a while, go to the place as soon as it is known, and come back."""
        if not self._review.is_open():
            return
        done = self._found.search_for(_TURN)
        if self._at < 0 and self._step is not None:
            line = self._line_to_begin_at(self._step)
            self._at = self._found.line_from(line, self._step)
            if self._at >= 0:
                self._go_to(self._at)
        if done:
            self._tell()
        else:
            self.result.emit(tr("Searching…"))
            self._turns.start(0)

    def _get_ready(self) -> None:
        """Read the texts while the words are thought of or typed."""
        if not self._review.is_open() or not self._review.is_read() or self._turns.isActive():
            return
        if not self._found.get_ready_for(_TURN):
            self._ahead.start(0)

    def _go_to(self, line: int) -> None:
        if key := self._review.shown.key_at(line):
            with self._review.one_change():
                self._review.go_to(key, "centre_if_hidden")
            if self._step == 0:
                self._led_to = self._review.last_key()

    def _line_to_begin_at(self, step: int | None) -> int:
        began = self._review.shown.line_of(self._origin) if step == 0 else None
        return self._review.line_number() if began is None else began

    def _tell(self) -> None:
        _, many = self._found.counted(self._at)
        if self._step is None and many:
            self.result.emit(tr_plural("{n} row found", "{n} rows found", many))
            return
        if self._at < 0:
            self.result.emit(nowhere_words(self._review.search))
            return
        where = _beside(self._review.shown.row_at(self._at), self._review.search)
        place, many = self._found.counted(self._at)
        self.result.emit(
            tr("Found: {number} of {lines}{where}", number=place, lines=many, where=where)
        )

    def _lines_are_others(self, _how: str) -> None:
        self._found.forget()
        if self._turns.isActive():
            self._found.begin(self._review.search, self._review.line_number())

    def _stop(self) -> None:
        self._turns.stop()
        self._ahead.stop()
        self._at = -1


def _beside(row: Row | None, words: str) -> str:
    """Where the words stand when they stand in neither column."""
    if row is None or found(row.source, words) or found(row.target, words):
        return ""
    comments = [row.comment, *(item.comment for item in row.findings)]
    in_comment = any(found(text, words) for text in comments)
    return tr(", in a comment") if in_comment else tr(", in the back-translation")
