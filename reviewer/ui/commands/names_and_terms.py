"""The command on the names and terms of the document."""

from __future__ import annotations

from PySide6.QtCore import QObject

from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.commands.glossary import GlossaryCommands
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview


class NamesAndTermsCommands:
    """How the translation renders each of them; `parent` keeps the job."""

    def __init__(
        self, review: OpenReview, ask: Ask, glossary: GlossaryCommands, parent: QObject
    ) -> None:
        self._review, self._ask, self._glossary = review, ask, glossary
        self.jobs = JobSlot(parent)

    def show(self) -> None:
        """Show the list; from one of them to its row, or into the glossary."""
        from reviewer.ui.dialogs.names_and_terms_dialog import NamesAndTermsDialog

        review = self._review
        review.editor.stop()
        dialog = NamesAndTermsDialog(review, self.jobs, self._glossary.ask_for, self._ask.window)
        dialog.exec()
        self.jobs.cancel()
        place, added = dialog.place, dialog.added
        dialog.deleteLater()
        if added:
            self._glossary.check_by_it()
        if place:
            review.go_to(place, "centre_if_hidden")
