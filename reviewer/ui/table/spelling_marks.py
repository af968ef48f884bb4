"""Marks, in the editor of a row, the words that no dictionary knows."""

from __future__ import annotations

from PySide6.QtCore import QObject
from shiboken6 import isValid

from reviewer.domain import ReviewerError
from reviewer.review import Row
from reviewer.spelling.spelled_words import spelled_words
from reviewer.spelling.unknown_words import SourceWords
from reviewer.ui.background.spelling import Spelling
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.table.row_editor import RowEditor
from reviewer.wording import tr


class SpellingMarks(QObject):
    """Follows one editor at a time. The word that is being typed is not marked before it ends."""

    def __init__(self, spelling: Spelling, review: OpenReview, parent: QObject) -> None:
        super().__init__(parent)
        self._spelling, self._review = spelling, review
        self._editor: RowEditor | None = None
        self._source = SourceWords((), "")
        spelling.answered.connect(self._mark)
        review.closed.connect(spelling.rest)

    def follow(self, editor: RowEditor, row: Row) -> None:
        """An editor was opened on the translation of a row."""
        self._editor = editor
        self._source = SourceWords([row.source], self._review.review.source.language)
        editor.paused.connect(self._mark)
        editor.cursorPositionChanged.connect(self._mark)
        editor.learnt.connect(self._learn)
        self._mark()

    def _mark(self, *_what: object) -> None:
        editor = self._editor
        if editor is None or not isValid(editor) or not self._review.is_open():
            return
        text, language = editor.text(), self._review.language()
        at = editor.cursor_offset() if editor.was_typed_in() else -1
        spans = [
            span
            for span in spelled_words(text, language)
            if span.end != at and not self._source.explains(span.of(text))
        ]
        wrong = self._spelling.misspelt(language, [span.of(text) for span in spans])
        editor.show_misspelt(
            text, {span: wrong[word] for span in spans if (word := span.of(text)) in wrong}
        )

    def _learn(self, word: str) -> None:
        review = self._review
        try:
            self._spelling.learn(review.language(), [word])
        except (ReviewerError, OSError) as error:
            review.problem.emit(error, tr("The word was not learnt."))
