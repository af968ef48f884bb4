"""Shows the terms of the current row in the panel once the keys rest."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer

from reviewer.ui.panel.terms_card import TermsCard
from reviewer.ui.state.open_review import OpenReview

_REST_MS = 120
"""How long a row is current before its terms are looked for: keys that are held down only pass."""


class TermsOfRow(QObject):
    """Keeps the card of the terms true to the current row."""

    def __init__(self, review: OpenReview, card: TermsCard, parent: QObject) -> None:
        super().__init__(parent)
        self._review, self._card = review, card
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._show)
        for something in (review.current_changed, review.changed, review.read):
            something.connect(self._wait)
        review.closed.connect(self._rest.stop)

    def _wait(self, *_what: object) -> None:
        self._rest.start()

    def _show(self) -> None:
        review = self._review
        row = review.current_row() if review.is_read() else None
        found = review.terms.of(review.review, row.source, review.language()) if row else []
        self._card.show_terms(found)
