"""The command that adds terms to a glossary."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from reviewer.domain import ReviewerError
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.commands.profile import ProfileCommands
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.profiles.glossary_files import GlossaryPlace
    from reviewer.review import Review

_KEPT = "glossary"
"""The setting with the file that had the last term."""


class GlossaryCommands:
    """Adds words of the open review to a glossary of its profile, or to another file. `jobs` are
    those of the open review: while one is running no other check begins."""

    def __init__(
        self,
        review: OpenReview,
        ask: Ask,
        settings: Settings,
        profile: ProfileCommands,
        jobs: JobSlot,
    ) -> None:
        self._review, self._ask = review, ask
        self._settings, self._profile = settings, profile
        self._waiting: Review | None = None
        jobs.changed.connect(lambda: QTimer.singleShot(0, self._go_on))

    def add(self) -> None:
        """Ask for a term, at first the words that are chosen in the row."""
        words = self._review.editor.chosen_words()
        self._review.editor.stop()
        if self.ask_for(words, self._ask.window):
            self.check_by_it()

    def ask_for(self, words: tuple[str, str], parent: QWidget) -> bool:
        """Ask where a term goes and add it; whether the profile is another now."""
        from reviewer.profiles.glossary_files import add_to, places_for_terms
        from reviewer.ui.dialogs.term_dialog import TermDialog

        review = self._review
        failed = tr("The term was not added.")
        try:
            places = places_for_terms(self._profile.file())
        except ReviewerError as error:
            self._ask.tell(error, failed)
            return False
        names = [self._name(place) for place in places]
        names += [tr("A new file…"), tr("Another file…")]
        kept = self._settings.text(_KEPT)
        here = next((n for n, one in enumerate(places) if str(one.file) == kept), 0)
        languages = review.review.source.language, review.language()
        dialog = TermDialog(languages[0], [languages[1]], words, names, here, parent)
        wanted = bool(dialog.exec())
        words, chosen = dialog.words(), dialog.where.currentIndex()
        dialog.deleteLater()
        place = self._place(places, chosen) if wanted else None
        if place is None:
            return False
        try:
            written = add_to(place, languages, words)
        except (ReviewerError, OSError) as error:
            self._ask.tell(error, failed)
            return False
        self._settings.keep_text(_KEPT, str(place.file))
        if not written:
            review.say(tr("“{term}” is in the glossary already.", term=words[0]))
        elif place.profile is None:
            review.say(
                tr(
                    "Added to {file}. It counts where a profile names this file.",
                    file=place.file.name,
                )
            )
        else:
            review.say(tr("“{term}” is in the glossary now.", term=words[0]))
        return written and place.profile is not None

    def check_by_it(self) -> None:
        """Check the review by its profile as the files have it now, as soon as what is running
        has ended."""
        from reviewer.profiles import read_profile

        self._waiting = None if self._profile.can_choose() else self._review.review
        if self._waiting:
            return
        path = self._profile.file()
        try:
            profile = read_profile(path)
        except ReviewerError as error:
            self._ask.tell(error, tr("The review was not checked by the profile."))
            return
        self._settings.keep_text("profile", str(path))
        self._profile.use(profile)

    def _go_on(self) -> None:
        """A job has ended: check by the terms that came meanwhile, if their review is open."""
        if self._waiting is None or not self._profile.can_choose():
            return
        waiting, self._waiting = self._waiting, None
        if self._review.review is waiting:
            self.check_by_it()

    def _name(self, place: GlossaryPlace) -> str:
        if place.profile is None or place.file.exists():
            return place.file.name
        return tr(
            "{file}, new, in the profile “{name}”", file=place.file.name, name=place.profile.stem
        )

    def _place(self, places: list[GlossaryPlace], chosen: int) -> GlossaryPlace | None:
        from reviewer.profiles.glossary_files import GlossaryPlace

        if chosen < len(places):
            return places[chosen]
        forms = tr("Tables (*.csv *.tsv)")
        title = tr("Add to the glossary")
        path: Path | None
        if chosen == len(places):
            path, _ = self._ask.new_file(title, "terms.csv", [forms])
            path = path.with_suffix(path.suffix or ".csv") if path else None
        else:
            path = self._ask.file(title, forms)
        if path is None:
            return None
        inside = (one for one in places if one.file.resolve() == path.resolve())
        return next(inside, GlossaryPlace(path))
