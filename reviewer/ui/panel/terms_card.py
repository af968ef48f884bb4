"""The glossary's terms in the current row, with the words that the glossary has for them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from reviewer.ui.look.widgets import Text, clear_layout
from reviewer.ui.state.row_terms import RowTerm
from reviewer.wording import tr

_OR = " / "


class TermsCard(QWidget):
    """A line for each term; hidden while the row has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(3)
        inside = QVBoxLayout(self)
        inside.setContentsMargins(0, 0, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(Text(tr("Terms"), wrap=False).sized(1.0, bold=True))
        inside.addLayout(self._lines)
        self.hide()

    def show_terms(self, terms: Sequence[RowTerm]) -> None:
        """Show these and no others."""
        clear_layout(self._lines)
        for term in terms:
            line = Text(term_words(term))
            self._lines.addWidget(line)
            line.show()
        self.setVisible(bool(terms))


def term_words(term: RowTerm) -> str:
    """A term with its words: "harbour → Hafen / Seehafen (not: Port). Note"."""
    said = tr("{term} → {words}", term=term.written, words=_OR.join(term.wanted) or "–")
    if term.forbidden:
        said += " " + tr("(not: {words})", words=_OR.join(term.forbidden))
    return f"{said}. {term.note}" if term.note else said
