"""The command on the client's profile."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication

from reviewer.folders import data_folder
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.state.open_review import OpenReview
from reviewer.ui.state.settings import Settings
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.profiles import Profile
    from reviewer.review import ReviewChange


class ProfileCommands:
    """Lets a profile be made, changed and chosen, and checks the review by it."""

    def __init__(self, review: OpenReview, ask: Ask, settings: Settings) -> None:
        self._review = review
        self._ask = ask
        self._settings = settings

    def choose(self) -> None:
        """Show the profile of last time; the review is checked again by what is saved."""
        from reviewer.ui.dialogs.profile.profile_dialog import ProfileDialog

        self._review.editor.stop()
        dialog = ProfileDialog(self._review, self._ask, self._path(), self._ask.window)
        dialog.exec()
        dialog.deleteLater()
        if dialog.chosen is not None:
            self._settings.keep_text("profile", str(dialog.file.path))
            self.use(dialog.chosen)

    def use(self, profile: Profile) -> None:
        """Check the open review by a profile from now on."""
        review = self._review

        def work() -> ReviewChange | None:
            changes = review.review.use_profile(profile)
            return changes[0] if changes else None

        QGuiApplication.setOverrideCursor(Qt.CursorShape.WaitCursor)
        try:
            change = review.do(work, tr("The review was not checked by the profile."))
        finally:
            QGuiApplication.restoreOverrideCursor()
        if change is not None:
            review.say(tr("Checked by the profile “{name}”.", name=profile.name))

    def _path(self) -> Path:
        kept = self._settings.text("profile")
        if kept and Path(kept).exists():
            return Path(kept)
        return data_folder() / "profiles" / (tr("Client") + ".toml")
