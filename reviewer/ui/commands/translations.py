"""What takes long is done beside the open review, while the reviewer goes on reading."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reviewer.domain import BackTranslation, Message, message
from reviewer.ui.background import analysis_jobs
from reviewer.ui.background.jobs import Job, Work
from reviewer.ui.dialogs import error_messages
from reviewer.ui.dialogs.questions import agreed
from reviewer.ui.start.new_review import text_filters

if TYPE_CHECKING:
    from reviewer.review import Review, ReviewChange
    from reviewer.ui.main_window import MainWindow
    from reviewer.ui.review.page import ReviewPage


def aligned_without(translation: int) -> str:
    """The setting of a review that says: this translation has back-translations by now, and was
    aligned without them."""
    return f"aligned_without_back_translation.{translation}"


class TranslationCommands(QObject):
    """The commands that bring something into the open review. One job runs at a time."""

    _delivered = Signal(object, int, object)

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self._delivered.connect(self._take_back_translations)

    # -- commands
    def add_translation(self) -> None:
        """Ask for one more translation and compare it."""
        self._load_file(
            "Add a translation",
            "",
            lambda review, comparison: review.add_translation(comparison),
            "The translation was not added.",
        )

    def load_new_version(self) -> None:
        """Ask for a newer file of the current translation and compare it."""
        if page := self._window.page:
            translation = page.session.translation
            self._load_file(
                "Load a new version",
                page.session.language(),
                partial(_reload, translation),
                "The new version was not loaded.",
                instead_of=translation,
            )

    def align_again(self) -> None:
        """Match the sentences of the current translation anew, by their back-translations."""
        page = self._window.page
        if page is None or self._job or not self._agreed(page.session.names()[1]):
            return
        page.editing.stop()
        session = page.session
        review, translation = session.review, session.translation
        ids = [info.id for info in review.translations]

        def take(comparison: Any) -> None:
            what = "The sentences stand as they stood."
            if session.do(
                lambda: _reload(translation, review, comparison, message("Align again")), what
            ):
                page.show_evidence()

        self._begin(
            analysis_jobs.comparison_again(
                review.source_document(),
                [review.document(number) for number in ids],
                ids.index(translation),
                self._window.opening.helpers(review.path),
            ),
            "Aligning again",
            take,
        )

    def back_translate(self) -> None:
        """Translate back what has no back-translation yet."""
        page = self._window.page
        if page is None:
            return
        page.editing.stop()
        session = page.session
        if not self._can_translate(page):
            # A package may have been installed beside this window.
            self._window.opening.packages_changed()
            if not self._can_translate(page):
                self._offer_packages(*session.names())
        if not self._can_translate(page):
            return
        if not session.review.untranslated(session.translation):
            self._window.say("Every sentence of this translation is translated back.")
        else:
            self._translate(page)

    # -- for the window
    def refresh_back_translations(self, _how: str = "") -> None:
        """A sentence was changed: read the new one back, if the others were."""
        page = self._window.page
        if page is None or self._job or page.session.info().evidence == "none":
            return
        if page.session.review.untranslated(page.session.translation):
            self._translate(page)

    def stop(self) -> None:
        """Cancel what is being done and wait for its end."""
        if self._job:
            self._job.cancel()
            self._job.wait()

    def _load_file(
        self,
        title: str,
        language: str,
        take: Callable[[Review, Any], object],
        what: str,
        instead_of: int | None = None,
    ) -> None:
        page = self._window.page
        if page is None or self._job:
            return
        name, _ = QFileDialog.getOpenFileName(
            self._window, title, str(self._window.settings.folder), text_filters()
        )
        if not name:
            return
        page.editing.stop()
        session = page.session
        helpers = self._window.opening.helpers(session.review.path)
        review = session.review
        others = [review.document(info.id) for info in review.translations if info.id != instead_of]
        self._begin(
            analysis_jobs.comparison_of(
                review.source_document(), Path(name), language, others, helpers
            ),
            f"Reading {Path(name).name}",
            lambda comparison: session.do(lambda: take(review, comparison), what),
        )

    def _translate(self, page: ReviewPage) -> None:
        """Translate back what is missing, the rows on screen first, shown as they come."""
        session = page.session
        translation = session.translation
        texts = session.review.untranslated(translation)
        if session.info().evidence == "none":
            setting = aligned_without(translation)
            what = "It was not noted that the sentences can be matched better."
            session.do(lambda: session.review.set_setting(setting, True), what)
        seen = [row.target for row in page.rows_in_sight()]
        wanted = analysis_jobs.BackTranslating(
            texts,
            session.language(),
            session.review.source.language,
            first=[n for n, text in enumerate(texts) if any(text in target for target in seen)],
        )
        deliver = partial(self._delivered.emit, page, translation)
        self._begin(
            analysis_jobs.back_translations_of(
                wanted, self._window.opening.translators.of(page), deliver
            ),
            "Translating back",
            partial(self._take_back_translations, page, translation),
        )

    def _take_back_translations(
        self, page: ReviewPage, translation: int, made: Mapping[str, BackTranslation]
    ) -> None:
        if self._window.page is page and made:
            page.session.do(
                lambda: page.session.review.add_back_translations(translation, made),
                "The back-translations were not kept.",
            )
            page.matching.match()

    def _begin(self, doing: Work, words: str, then: Callable[[Any], object]) -> None:
        if self._job:
            return
        page = self._window.page
        job = self._job = Job(doing, self)

        def finish(result: Any) -> None:
            # The result may arrive after its review was closed and another one opened.
            if self._window.page is page:
                then(result)
                self._window.opening.say_problems()

        job.done.connect(finish)
        job.failed.connect(
            lambda error: error_messages.show(self._window, error, "That did not work.")
        )
        for ended in (job.done, job.failed):
            ended.connect(lambda _what: self._let_go(job))
        job.cancelled.connect(lambda: self._let_go(job))
        self._window.progress.follow(job, words)
        self._window.update_commands()
        job.start()

    def _let_go(self, job: Job) -> None:
        if self._job is job:
            self._job = None
        job.deleteLater()
        self._window.update_commands()

    def _agreed(self, language: str) -> bool:
        return agreed(
            self._window,
            f"Match the {language} sentences with the source anew?",
            "Decisions, corrections and links that you made stay. "
            "Undo does not go back behind this.",
            "Align again",
        )

    def _can_translate(self, page: ReviewPage) -> bool:
        translator = self._window.opening.translators.of(page)()
        session = page.session
        return translator.route(session.language(), session.review.source.language) is not None

    def _offer_packages(self, source: str, target: str) -> None:
        if agreed(
            self._window,
            f"No package translates {target} into {source}.",
            "With one, sentences are matched more surely, and what is left out inside a "
            "sentence is found. It is installed once and works without network.",
            "Packages…",
            refusal=QMessageBox.StandardButton.Close,
        ):
            self._window.packages()


def _reload(
    translation: int, review: Review, comparison: Any, label: Message | None = None
) -> ReviewChange:
    change = review.reload_translation(translation, comparison, label=label)
    review.set_setting(aligned_without(translation), None)
    return change
