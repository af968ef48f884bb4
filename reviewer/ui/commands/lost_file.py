"""A review whose file was moved, replaced or overwritten while it is open: the ways out."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from reviewer.domain import ReviewerError
from reviewer.ui.commands.copied_review import asked_place
from reviewer.ui.commands.ports import CommandsWithPorts, Ports
from reviewer.ui.state.reading_place import PLACE_NOT_KEPT
from reviewer.wording import error_in_words, tr

if TYPE_CHECKING:
    from reviewer.review import Review
    from reviewer.store.errors import NotTheSameFile
    from reviewer.ui.commands.reviews import ReviewCommands


class LostFile(CommandsWithPorts):
    """Tells of errors; of a file that is not the review's any more, with the ways out."""

    def __init__(self, ports: Ports, reviews: ReviewCommands) -> None:
        super().__init__(ports, reviews)
        self._ports, self._reviews = ports, reviews
        self._told: tuple[Review, str, Path | None] | None = None
        self._telling = False

    def tell(self, error: BaseException, what: str) -> None:
        """Tell of an error; of a file that is not the one any more, with the ways out."""
        # The start of the window does not wait for SQLite.
        from reviewer.store.errors import NotTheSameFile

        if not isinstance(error, NotTheSameFile) or not self._review.is_open():
            self._ask.tell(error, what)
            return
        about = (self._review.review, error.what, error.moved_to)
        if self._telling or (about == self._told and what == PLACE_NOT_KEPT):
            return  # the place is tried again at every row
        self._told = about
        self._telling = True
        try:
            self._offer_ways_out(error, what)
        finally:
            self._telling = False

    def _offer_ways_out(self, error: NotTheSameFile, what: str) -> None:
        ways: list[tuple[str, Callable[[], None]]] = [(tr("Save as…"), self._save_elsewhere)]
        # What lies in the bin is gone when somebody empties it.
        if (moved_to := error.moved_to) and not error.in_bin:
            alike = moved_to.name == self._review.review.path.name
            where = f"{moved_to.parent.name}/{moved_to.name}" if alike else moved_to.name
            ways.insert(
                0,
                (
                    tr("Go on in {moved_to}", moved_to=where),
                    self._go_on_in_moved_file,
                ),
            )
        if error.what in ("replaced", "overwritten"):
            ways.append((tr("Open the file that is there now"), self._reload))
        chosen = self._ask.choose(what, error_in_words(error), [name for name, _ in ways])
        if chosen >= 0:
            ways[chosen][1]()

    def _go_on_in_moved_file(self) -> None:
        try:
            path = self._review.review.go_on_in_moved_file()
        except ReviewerError as error:
            self._ask.tell(error, tr("The review cannot go on there."))
            return
        self._settings.add_recent(path)
        self._review.kept.emit()
        self._review.say(tr("The review goes on in {path}.", path=path))

    def _save_elsewhere(self) -> None:
        path = asked_place(self._ports, self._review.review.path.name)
        if path is None:
            return
        try:
            self._review.review.copy_to(path)
        except ReviewerError as error:
            self._ask.tell(error, tr("The review was not saved."))
            return
        self._reviews.open_path(path)

    def _reload(self) -> None:
        """Open what is at the path now; what was done here is kept among the backups."""
        path = self._review.review.path
        self._reviews.close_review()
        self._reviews.open_path(path)
