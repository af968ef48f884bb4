"""The command on the client's profile."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.folders import data_folder
from reviewer.ui.background.review_jobs import checking_all
from reviewer.ui.commands.translations import TranslationCommands
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.profiles import Profile
    from reviewer.profiles.reading import Layer
    from reviewer.review import CheckedRows
    from reviewer.ui.dialogs.profile.profile_dialog import ProfileEntry

_REFUSED = "profile_refused"
"""The setting of a review with the digest of the newer profile that was not wanted."""


class ProfileCommands:
    """Lets a profile be made, changed and chosen, and checks the review by it.

    `translations` runs the jobs of the open review.
    """

    def __init__(
        self,
        review: OpenReview,
        ask: Ask,
        settings: Settings,
        translations: TranslationCommands,
    ) -> None:
        self._review = review
        self._ask = ask
        self._settings = settings
        self._translations = translations

    def can_choose(self) -> bool:
        """Whether a review is open and no job is bringing anything into it."""
        return self._translations.can_begin()

    def choose(self) -> None:
        """Show the profile of last time; the review is checked again by what is saved."""
        self._show(self._path())

    def change(self, entry: ProfileEntry) -> None:
        """Show an entry of the open review's profile in its file, to be changed there."""
        if self.can_choose():
            self._show(entry.path, entry)
        else:
            self._review.say(tr("The profile can be changed when what is running has ended."))

    def layers(self) -> tuple[Layer, ...]:
        """The files of the open review's profile as they are now; () where there are none."""
        from reviewer.profiles.reading import layers

        file = self._file_of(self._review.review.profile.name)
        return layers(file) if file else ()

    def file(self) -> Path:
        """The file of the open review's profile or, where it has none, of the profile of last
        time; it need not be there yet."""
        return self._file_of(self._review.review.profile.name) or self._path()

    def _show(self, path: Path, entry: ProfileEntry | None = None) -> None:
        from reviewer.profiles import read_profile
        from reviewer.ui.dialogs.profile.profile_dialog import ProfileDialog

        self._review.editor.stop()
        dialog = ProfileDialog(self._review, self._ask, path, self._ask.window)
        if entry:
            dialog.show_entry(entry)
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is None:
            return
        chosen, profile = dialog.file.path, dialog.chosen
        if entry and chosen == entry.path:
            # What was changed may be a file that the client's profile is only based on.
            chosen = entry.top
            try:
                profile = read_profile(chosen)
            except ReviewerError as error:
                self._ask.tell(error, tr("The review was not checked by the profile."))
                return
        self._settings.keep_text("profile", str(chosen))
        self.use(profile)

    def use(self, profile: Profile) -> None:
        """Check the open review by a profile from now on: in a job, whose result is one step."""
        review = self._review
        review.editor.stop()
        opened = review.review

        def take(found: CheckedRows) -> None:
            if not review.is_open() or review.review is not opened:
                return
            review.editor.stop()
            change = review.do(
                lambda: opened.use_profile(profile, found),
                tr("The review was not checked by the profile."),
            )
            if change is not None:
                review.say(tr("Checked by the profile “{name}”.", name=profile.name))

        self._translations.begin(
            checking_all(profile, opened.pairs()), tr("Checking by the profile"), take
        )

    def offer_newer(self) -> None:
        """Where the file of the open review's profile was changed since, offer to check by it."""
        from reviewer.profiles.stored import digest_of

        review = self._review
        if not review.is_open() or not self.can_choose():
            return
        opened = review.review
        try:
            kept = opened.profile
        except ReviewerError:
            return
        newer = kept.name and self._named(kept.name)
        if not newer or digest_of(newer) == digest_of(kept):
            return
        if opened.setting(_REFUSED) == digest_of(newer):
            return
        if self._ask.agreed(
            tr("The profile “{name}” has changed since.", name=kept.name),
            tr("This review keeps to the profile as it was. Check it by the newer one?"),
            tr("Check by the newer one"),
        ):
            self.use(newer)
        else:
            digest = digest_of(newer)
            review.do(
                lambda: opened.set_setting(_REFUSED, digest), tr("The profile stays as it was.")
            )

    def _named(self, name: str) -> Profile | None:
        """The profile of this name among the files of this user."""
        from reviewer.profiles import read_profile

        file = self._file_of(name)
        return read_profile(file) if file else None

    def _file_of(self, name: str) -> Path | None:
        """The file of the profile of this name among those of this user."""
        from reviewer.profiles import read_profile

        files = [self._path(), *sorted(_folder().glob("*.toml"))]
        for file in dict.fromkeys(files):
            if name and file.is_file():
                with suppress(ReviewerError):
                    if read_profile(file).name == name:
                        return file
        return None

    def _path(self) -> Path:
        kept = self._settings.text("profile")
        if kept and Path(kept).exists():
            return Path(kept)
        return _folder() / (tr("Client") + ".toml")


def _folder() -> Path:
    return data_folder() / "profiles"
