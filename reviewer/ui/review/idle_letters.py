"""A letter whose command cannot be given now: say why, instead of nothing."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QKeySequence

from reviewer.review import Row
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.table.table_view import ReviewTable
from reviewer.wording import tr

_ON_A_FINDING = frozenset(
    {"accept", "dismiss", "dismiss_only_here", "reopen", "apply_fix", "why"}
    | {"accept_and_go_on", "dismiss_and_go_on", "apply_fix_and_go_on"}
)


class IdleLetters(QObject):
    """`quiet_words` says why there is nothing to decide in a row, "" where there is."""

    def __init__(
        self, review: OpenReview, table: ReviewTable, quiet_words: Callable[[Row], str]
    ) -> None:
        super().__init__(table)
        self._review, self._table, self._quiet_words = review, table, quiet_words
        table.letter_unused.connect(self._say)

    def _say(self, letter: str) -> None:
        if not letter.isalpha() or not self._review.is_open():
            return
        wanted = QKeySequence(f"Shift+{letter}" if letter.isupper() else letter.upper())
        action = next((one for one in self._table.actions() if wanted in one.shortcuts()), None)
        if action is None or action.isEnabled():
            return
        row = self._review.current_row()
        why = ""
        if row and (row.relation is None or action.objectName() in _ON_A_FINDING):
            why = self._quiet_words(row)
        if action.objectName().startswith("apply_fix") and self._review.current_finding():
            why = why or tr("No text is suggested for this finding.")
        name = action.text().replace("&", "").rstrip("…")
        self._review.say(why or tr("“{command}” cannot be done here.", command=name))
