"""The commands that bring something into the open review, in the background."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtWidgets import QMessageBox

from reviewer.messages import Message, message
from reviewer.ui.background import analysis_jobs
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Job, Work
from reviewer.ui.commands.ports import CommandsWithPorts, Ports
from reviewer.ui.state.alignment_evidence import aligned_without, lacks_evidence
from reviewer.ui.state.file_kinds import text_filters
from reviewer.wording import language_name, tr

if TYPE_CHECKING:
    from pathlib import Path

    from reviewer.analysis import Comparison
    from reviewer.domain import BackTranslation
    from reviewer.review import Review, ReviewChange


class TranslationCommands(CommandsWithPorts):
    """One job runs at a time; `job_began` brings it with words that say what it does.

    `back_translations_came` follows whenever some were taken in; `packages_wanted` asks for
    the dialog of the packages.
    """

    job_began = Signal(object, str)
    back_translations_came = Signal()
    packages_wanted = Signal()

    def __init__(self, ports: Ports, parent: QObject | None = None) -> None:
        super().__init__(ports, parent)
        self.jobs = JobSlot(self)

    def can_begin(self) -> bool:
        """Whether a review is open and nothing is being brought into it."""
        return self._review.is_open() and not self.jobs.busy()

    def can_align_again(self) -> bool:
        return self.can_begin() and not self._review.overview and not lacks_evidence(self._review)

    def add_translation(self, path: Path | None = None) -> None:
        """Take one more translation, compare it; without a path, ask for it."""
        self._load_file(
            path,
            tr("Add a translation"),
            "",
            lambda review, comparison: review.add_translation(comparison),
            tr("The translation was not added."),
        )

    def load_new_version(self, path: Path | None = None) -> None:
        """Take a newer file of the current translation, and compare it; without a path, ask for
        it."""
        translation = self._review.translation
        self._load_file(
            path,
            tr("Load a new version"),
            self._review.language(),
            partial(_reload, translation),
            tr("The new version was not loaded."),
            instead_of=translation,
        )

    def align_again(self) -> None:
        """Match the sentences of the current translation anew, by their back-translations."""
        if not self.can_begin() or not self._agreed(self._review.names()[1]):
            return
        self._review.editor.stop()
        review, translation = self._review.review, self._review.translation
        ids = [info.id for info in review.translations]

        def take(comparison: Comparison) -> None:
            self._review.editor.stop()
            self._review.do(
                lambda: _reload(translation, review, comparison, message("Align again")),
                tr("The sentences stand as they stood."),
            )
            self._review.evidence_changed.emit()

        self.begin(
            analysis_jobs.comparison_again(
                review.source_document(),
                [review.document(number) for number in ids],
                ids.index(translation),
                self._services.helpers(review.path),
            ),
            tr("Aligning again"),
            take,
        )

    def back_translate(self) -> None:
        """Translate back what has no back-translation yet."""
        review = self._review
        if not review.is_open():
            return
        review.editor.stop()
        use = tr(
            "With one, sentences are matched more surely, and what is left out inside a "
            "sentence is found. It is installed once and works without network."
        )
        if not self.may_translate(review.language(), review.review.source.language, use):
            return
        if not review.review.untranslated(review.translation):
            review.say(tr("Every sentence of this translation is translated back."))
        else:
            self._translate()

    def refresh_back_translations(self) -> None:
        """A sentence was changed: read the new one back, if the others were."""
        review = self._review
        if not self.can_begin() or lacks_evidence(review):
            return
        if review.review.untranslated(review.translation):
            self._translate()

    def sentence_changed(self, change: ReviewChange) -> None:
        """A change by another way than the editor, which says itself when it is done."""
        if change.kind == "edit" and not self._review.editor.active():
            QTimer.singleShot(0, self, self.refresh_back_translations)

    def _load_file(
        self,
        known: Path | None,
        title: str,
        language: str,
        take: Callable[[Review, Comparison], ReviewChange],
        what: str,
        instead_of: int | None = None,
    ) -> None:
        if not self.can_begin():
            return
        path = known or self._ask.file(title, text_filters())
        if path is None:
            return
        self._review.editor.stop()
        review = self._review.review
        others = [review.document(info.id) for info in review.translations if info.id != instead_of]

        def take_in(comparison: Comparison) -> None:
            # What is typed belongs to the text that stands there now.
            self._review.editor.stop()
            if instead_of is not None and not self._same_language(path, instead_of, comparison):
                return
            change = self._review.do(lambda: take(review, comparison), what)
            self._review.evidence_changed.emit()
            if change and change.dropped:
                self._tell_dropped()

        self.begin(
            analysis_jobs.comparison_of(
                review.source_document(),
                path,
                language,
                others,
                self._services.helpers(review.path),
            ),
            tr("Reading {path}", path=path.name),
            take_in,
        )

    def _same_language(self, path: Path, instead_of: int, comparison: Comparison) -> bool:
        """Whether a new version is in the language of the old one, or is wanted nevertheless."""
        from reviewer.analysis.said_languages import another_language

        wanted = comparison.side.language
        before = self._review.review.document(instead_of)
        text = "\n".join(block.text for block in before.blocks)
        found = another_language(comparison.side, text, wanted)
        if not found:
            return True
        return self._ask.agreed(
            tr("{path} seems to be in {found}.", path=path.name, found=language_name(found)),
            tr(
                "The translation that it would replace is in {wanted}. Load it "
                "nevertheless? Undo brings back what is there now.",
                wanted=language_name(wanted),
            ),
            tr("Load it"),
            destroys=True,
        )

    def _tell_dropped(self) -> None:
        """The page has a bar that leads to the list of them."""
        self._review.say(
            tr(
                "Corrections without a place in the new version are listed above the rows. Undo "
                "brings the earlier version back, with all of them."
            )
        )

    def has_lost_edits(self) -> bool:
        """Whether corrections of the current translation have no place."""
        review = self._review
        if not review.is_open() or review.overview:
            return False
        return review.is_read() and bool(review.review.lost_edits(review.translation))

    def show_lost_edits(self) -> None:
        """List the corrections that have no place in the version that was loaded."""
        from reviewer.ui.dialogs.lost_edits import LostEditsDialog

        self._review.editor.stop()
        dialog = LostEditsDialog(self._review, self._ask.window)
        dialog.exec()
        dialog.deleteLater()
        self._review.evidence_changed.emit()
        if dialog.wanted_row:
            self._review.go_to(dialog.wanted_row, "centre")

    def _translate(self) -> None:
        """Translate back what is missing, the rows on screen first, shown as they come."""
        review, translation = self._review, self._review.translation
        texts = review.review.untranslated(translation)
        if lacks_evidence(review):
            review.do(
                lambda: review.review.set_setting(aligned_without(translation), True),
                tr("It was not noted that the sentences can be matched better."),
                by_user=False,
            )
        seen = [row.target for row in review.editor.rows_in_sight()]
        wanted = analysis_jobs.BackTranslating(
            texts,
            review.language(),
            review.review.source.language,
            first=[n for n, text in enumerate(texts) if any(text in target for target in seen)],
        )
        opened = review.review
        take = partial(self._take_back_translations, opened, translation)
        work = analysis_jobs.back_translations_of(
            wanted, self._services.translators.at(opened.path)
        )
        finish, failed = self._ends(take)
        self._tell_of(
            self.jobs.begin_delivering(work, take, finish, failed=failed), tr("Translating back")
        )

    def _take_back_translations(
        self, opened: Review, translation: int, made: Mapping[str, BackTranslation]
    ) -> None:
        """What comes for a review that was closed meanwhile is left."""
        if self._review.is_showing(opened) and made:
            self._review.do(
                lambda: opened.add_back_translations(translation, made),
                tr("The back-translations were not kept."),
                by_user=False,
            )
            self.back_translations_came.emit()

    def begin(self, work: Work, words: str, then: Callable[..., object]) -> None:
        """Begin a job for the review that is open; `then` gets its result if it is so still."""
        finish, failed = self._ends(then)
        self._tell_of(self.jobs.begin(work, finish, failed=failed), words)

    def _ends(
        self, then: Callable[..., object]
    ) -> tuple[Callable[[object], None], Callable[[BaseException], object]]:
        """What is done when a job is through, and when it failed."""
        opened = self._review.review

        def finish(result: object) -> None:
            # The result may arrive after its review was closed and another one opened.
            if self._review.is_showing(opened):
                with self._review.one_change():
                    then(result)
                self.say_problems()

        return finish, lambda error: self._ask.tell(error, tr("That did not work."))

    def _tell_of(self, job: Job | None, words: str) -> None:
        if job:
            self.job_began.emit(job, words)

    def say_problems(self) -> None:
        """Say what went wrong with packages, each problem once."""
        from reviewer.domain import ReviewerError

        for problem in self._services.translators.problems():
            self._ask.tell(ReviewerError(problem), tr("A package could not be used."))

    def _agreed(self, language: str) -> bool:
        return self._ask.agreed(
            tr("Match the {language} sentences with the source anew?", language=language),
            tr("Decisions, corrections and links that you made stay. Undo takes it back."),
            tr("Align again"),
        )

    def may_translate(self, from_language: str, to_language: str, use: str) -> bool:
        """Whether a package translates from one language into the other; else say what `use` one
        would be, and offer to install it."""
        for _ in range(2):
            translator = self._services.translators.at(self._review.review.path)()
            if translator.route(from_language, to_language) is not None:
                return True
            # A package may have been installed beside this window.
            self._services.translators.refresh()
        if self._ask.agreed(
            tr(
                "No package translates {target} into {source}.",
                target=language_name(from_language),
                source=language_name(to_language),
            ),
            use,
            tr("Packages…"),
            refusal=QMessageBox.StandardButton.Close,
        ):
            self.packages_wanted.emit()
        return False


def _reload(
    translation: int, review: Review, comparison: Comparison, label: Message | None = None
) -> ReviewChange:
    change = review.reload_translation(translation, comparison, label=label)
    review.set_setting(aligned_without(translation), None)
    return change
