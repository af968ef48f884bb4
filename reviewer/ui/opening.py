"""Reviews are made and opened here, and what takes long is done beside the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reviewer.domain import Document, ReviewerError
from reviewer.ui import errors, sample, work
from reviewer.ui.jobs import Job, Work
from reviewer.ui.new_review import REVIEW_SUFFIX, text_filters
from reviewer.ui.translators import Translators
from reviewer.ui.widgets import without_icons

if TYPE_CHECKING:
    from reviewer.ui.main_window import MainWindow


class Opening(QObject):
    """The commands that begin with files. One job runs at a time."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._job: Job | None = None
        self.translators = Translators()
        self._memory: Any = None

    # -- commands
    def open_review(self) -> None:
        """Ask for a review file and open it."""
        name, _ = QFileDialog.getOpenFileName(
            self._window,
            "Open a review",
            str(self._window.settings.folder),
            f"Reviews (*{REVIEW_SUFFIX})",
        )
        if name:
            self.open_path(Path(name))

    def open_sample(self) -> None:
        """Make a review of the sample in a folder of its own, and open it; made once."""
        path = sample.review_path()
        if path.exists():
            self.open_path(path)
            return
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            source, translations = sample.documents()
        except (ReviewerError, OSError) as error:
            errors.show(self._window, error, "The sample cannot be opened.")
            return
        self._make(source, translations, path)

    def add_translation(self) -> None:
        """Ask for one more translation and compare it."""
        self._load_file("Add a translation", "", self._add)

    def load_new_version(self) -> None:
        """Ask for a newer file of the current translation and compare it."""
        page = self._window.page
        if page:
            replacing = partial(self._reload, page.session.translation)
            self._load_file("Load a new version", page.session.language(), replacing)

    def back_translate(self) -> None:
        """Translate back what has no back-translation yet."""
        page = self._window.page
        if page is None:
            return
        page.editing.stop()
        session = page.session
        translation = session.translation
        languages = session.language(), session.review.source.language
        translator = self.translators.of(page)
        if translator().route(*languages) is None:
            self._offer_packages(*session.names())
            return
        texts = session.review.untranslated(translation)
        if not texts:
            self._window.say("Every sentence of this translation is translated back.")
            return
        doing = work.back_translations_of(texts, *languages, self.translator())
        self._beside(doing, "Translating back", partial(self._add_back, translation))

    # -- for the window
    def start(self, source: Document, translations: Sequence[Document], path: Path) -> None:
        """Make a review of these documents, kept at `path`."""
        if path.exists():
            question = QMessageBox(self._window)
            question.setIcon(QMessageBox.Icon.Question)
            question.setText(f"There is already a review at {path.name}.")
            question.setInformativeText("Open it, or begin anew and lose what was decided in it?")
            go_on = question.addButton("Open it", QMessageBox.ButtonRole.AcceptRole)
            anew = question.addButton("Begin anew", QMessageBox.ButtonRole.DestructiveRole)
            question.addButton(QMessageBox.StandardButton.Cancel)
            question.setDefaultButton(go_on)
            without_icons(question)
            question.exec()
            if question.clickedButton() is go_on:
                self.open_path(path)
            if question.clickedButton() is not anew:
                return
        self._make(source, translations, path)

    def open_path(self, path: Path) -> None:
        """Open the review at `path`."""
        from reviewer.review import Review

        try:
            review = Review.open(path, memory=self._remembered())
        except ReviewerError as error:
            errors.show(self._window, error, f"{path.name} cannot be opened.")
            return
        self._show(review)

    def take_dropped(self, paths: Sequence[Path]) -> None:
        """Files were let go over the window: a review is opened, texts begin a new one."""
        if self._window.working_page.line.busy():
            return
        reviews = [path for path in paths if path.suffix == REVIEW_SUFFIX]
        packages = [path for path in paths if path.suffix == ".argosmodel"]
        if reviews:
            self.open_path(reviews[0])
        elif packages:
            self._window.packages()
        elif self._window.page is None and paths:
            self._window.start_page.new_review.add_files(list(paths))

    def packages_changed(self) -> None:
        """Packages were installed or removed."""
        self.translators.refresh()
        self._window.update_commands()

    def refresh_back_translations(self, _how: str = "") -> None:
        """A sentence was changed: read the new one back, if the others were."""
        page = self._window.page
        if page is None or self._job:
            return
        session = page.session
        info = session.info()
        texts = session.review.untranslated(info.id)
        if info.evidence != "none" and texts:
            doing = work.back_translations_of(
                texts, info.language, session.review.source.language, self.translators.of(page)
            )
            self._beside(doing, "Translating back", partial(self._add_back, info.id))

    def stop(self) -> None:
        """Cancel what is being done and wait for its end."""
        if self._job:
            self._job.cancel()
            self._job.wait()

    def close(self) -> None:
        """The window closes."""
        self.stop()
        self.translators.close()
        if self._memory:
            self._memory.close()

    # -- making and showing
    def _make(self, source: Document, translations: Sequence[Document], path: Path) -> None:
        if self._job:
            return
        self._window.close_review()
        job = self._job = Job(
            work.analysis_of(source, translations, self._helpers(self.translators.at(path))), self
        )
        job.done.connect(partial(self._made, path))
        job.done.connect(self._say_problems)
        job.failed.connect(self._not_made)
        job.cancelled.connect(self._window.show_start)
        self._let_go_after(job)
        self._window.working_page.line.follow(job, "Reading the documents")
        self._window.show_working()
        job.start()

    def _made(self, path: Path, analysis: Any) -> None:
        from reviewer.review import Review

        try:
            review = Review.create(path, analysis, memory=self._remembered(), replace=True)
        except ReviewerError as error:
            self._not_made(error)
            return
        self._window.settings.folder = path.parent
        self._show(review)

    def _not_made(self, error: BaseException) -> None:
        self._window.show_start()
        errors.show(self._window, error, "The review was not begun.")

    def _show(self, review: Any) -> None:
        from reviewer.ui.review_page import ReviewPage

        self._window.close_review()
        self._window.settings.add_recent(review.path)
        self._window.show_page(ReviewPage(review, self._window.actions_by_name))

    def _helpers(self, translator: work.FindTranslator) -> work.Helpers:
        memory = self._remembered()
        return work.Helpers(translator, memory.confirmed_pairs if memory else None)

    def _remembered(self) -> Any:
        """What is remembered across reviews; a review can be opened without."""
        if self._memory is None:
            from reviewer.store.memory import Memory

            try:
                self._memory = Memory.of_this_user()
            except (ReviewerError, OSError) as error:
                self._window.say(f"Decisions of other reviews are not known now: {error}")
        return self._memory

    # -- beside an open review
    def _load_file(self, title: str, language: str, then: Callable[[Any], None]) -> None:
        page = self._window.page
        if page is None or self._job:
            return
        name, _ = QFileDialog.getOpenFileName(
            self._window, title, str(self._window.settings.folder), text_filters()
        )
        if not name:
            return
        page.editing.stop()
        source = page.session.review.source_document()
        doing = work.comparison_of(
            source, Path(name), language, self._helpers(self.translators.of(page))
        )
        self._beside(doing, f"Reading {Path(name).name}", then)

    def _beside(self, doing: Work, words: str, then: Callable[[Any], None]) -> None:
        if self._job:
            return
        page = self._window.page
        job = self._job = Job(doing, self)

        def finish(result: Any) -> None:
            # The result may arrive after its review was closed and another one opened.
            if self._window.page is page:
                then(result)

        job.done.connect(finish)
        job.done.connect(self._say_problems)
        job.failed.connect(lambda error: errors.show(self._window, error, "That did not work."))
        self._let_go_after(job)
        self._window.progress.follow(job, words)
        self._window.update_commands()
        job.start()

    def _let_go_after(self, job: Job) -> None:
        for ended in (job.done, job.failed):
            ended.connect(lambda _what: self._let_go(job))
        job.cancelled.connect(lambda: self._let_go(job))

    def _let_go(self, job: Job) -> None:
        if self._job is job:
            self._job = None
        job.deleteLater()
        self._window.update_commands()

    def _say_problems(self, _result: Any) -> None:
        for problem in self.translators.problems():
            errors.show(self._window, ReviewerError(problem), "A package could not be used.")

    def _offer_packages(self, source: str, target: str) -> None:
        question = QMessageBox(self._window)
        question.setIcon(QMessageBox.Icon.Information)
        question.setText(f"No package translates {target} into {source}.")
        question.setInformativeText(
            "With one, sentences are matched more surely, and what is left out inside a "
            "sentence is found. It is installed once and works without network."
        )
        install = question.addButton("Packages…", QMessageBox.ButtonRole.AcceptRole)
        question.addButton(QMessageBox.StandardButton.Close)
        without_icons(question)
        question.exec()
        if question.clickedButton() is install:
            self._window.packages()

    def _add(self, comparison: Any) -> None:
        if page := self._window.page:
            page.session.do(
                lambda: page.session.review.add_translation(comparison),
                "The translation was not added.",
            )

    def _reload(self, translation: int, comparison: Any) -> None:
        if page := self._window.page:
            page.session.do(
                lambda: page.session.review.reload_translation(translation, comparison),
                "The new version was not loaded.",
            )

    def _add_back(self, translation: int, made: Any) -> None:
        if page := self._window.page:
            page.session.do(
                lambda: page.session.review.add_back_translations(translation, made),
                "The back-translations were not kept.",
            )
