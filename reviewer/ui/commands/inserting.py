"""The commands that put the source's figures, names and terms into the translation."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.insertable import Insertable, insertable, next_to_insert
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import in_own_direction, tr


class InsertingCommands:
    """Acts on the row that is edited; on the current one it opens the editor first."""

    def __init__(self, review: OpenReview, ask: Ask) -> None:
        self._review = review
        self._ask = ask

    def can_insert(self) -> bool:
        row = self._review.current_row()
        return row is not None and row.relation is not None and bool(row.source)

    def insert_next(self) -> None:
        """Put in the first figure, name or term of the source that the translation lacks; pressed
        again, the next."""
        text = self._text()
        if text is None:
            return
        one = next_to_insert(self._found(), text, self._review.language())
        if one is None:
            self._review.say(tr("Every figure, name and term of the source is in the translation."))
        else:
            self._review.editor.insert(one.written)

    def insert_chosen(self) -> None:
        """Choose one of the figures, names and terms."""
        found = self._found()
        if self._text() is None:
            return
        if not found:
            self._review.say(tr("The source has no figure, no name and no term."))
            return
        chosen = self._ask.from_menu(menu_lines(found))
        if chosen >= 0:
            self._review.editor.insert(found[chosen].written)

    def _found(self) -> list[Insertable]:
        row, review = self._review.current_row(), self._review
        if row is None:
            return []
        language = review.language()
        terms = review.terms.of(review.review, row.source, language)
        return insertable(row.source, review.review.source.language, language, terms)

    def _text(self) -> str | None:
        """What the editor says, opened if it is not; None where nothing can be edited."""
        editor, row = self._review.editor, self._review.current_row()
        if row is None or row.relation is None:
            return None
        if editor.text() is None:
            editor.start(row)
        return editor.text()


def menu_lines(found: Sequence[Insertable]) -> list[str]:
    """A line for each, the first nine with their digit. The words are a text's: an ampersand in
    them underlines nothing, and they run their own way in every window."""
    words = [in_own_direction(one.written).replace("&", "&&") for one in found]
    return [f"&{n}  {said}" if n < 10 else said for n, said in enumerate(words, 1)]
