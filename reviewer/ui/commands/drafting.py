"""The command that lets a machine draft a missing sentence."""

from __future__ import annotations

from collections.abc import Callable

from reviewer.domain import BackTranslation
from reviewer.ui.background.jobs import Progress
from reviewer.ui.background.services import Services
from reviewer.ui.commands.translations import TranslationCommands
from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class DraftCommands:
    """Acts on the current row. The job is one of those that bring something into a translation."""

    def __init__(
        self, review: OpenReview, services: Services, translations: TranslationCommands
    ) -> None:
        self._review = review
        self._services = services
        self._translations = translations

    def can_draft(self) -> bool:
        """Whether the current row lacks its translation and nothing else is being translated."""
        row = self._review.current_row()
        return (
            self._translations.can_begin()
            and row is not None
            and row.relation == "missing"
            and bool(row.source)
            and not row.target
        )

    def draft(self) -> None:
        """Translate the source of the row and put it in, marked as a machine's."""
        review, row = self._review, self._review.current_row()
        if row is None or not self.can_draft():
            return
        review.editor.stop()
        source, target = review.review.source.language, review.language()
        use = tr(
            "With one, a missing sentence gets a first draft to work on. It is installed once and "
            "works without network."
        )
        if not self._translations.may_translate(source, target, use):
            return
        find = self._services.translators.at(review.review.path)
        translation, text = review.translation, row.source

        def work(_progress: Progress, cancelled: Callable[[], bool]) -> str:
            made: list[BackTranslation] = find().translate(
                [text], source, target, cancelled=cancelled
            )
            return made[0].text

        self._translations.begin(
            work, tr("Drafting the sentence"), lambda made: self._put_in(translation, row.key, made)
        )

    def _put_in(self, translation: int, key: str, text: str) -> None:
        review = self._review
        row = review.shown.row(key)
        if translation != review.translation or row is None or row.target or not text:
            review.say(tr("There is no draft for this sentence."))
            return
        review.editor.stop()
        if review.do(
            lambda: review.review.draft(translation, key, text),
            tr("The sentence is missing still."),
        ):
            review.go_to(key)
            review.say(
                tr("A machine has drafted this. Change it, or mark it as reviewed if it is right.")
            )
