"""The commands on bookmarks: places that the reviewer wants to find again."""

from __future__ import annotations

from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr


class BookmarkCommands:
    """Bookmarks are kept with the review, for each translation."""

    def __init__(self, review: OpenReview) -> None:
        self._review = review

    def can_mark(self) -> bool:
        return self._review.current_row() is not None

    def is_marked(self) -> bool:
        row = self._review.current_row()
        return row is not None and row.key in self._review.shown.bookmarks

    def has_some(self) -> bool:
        return bool(self._review.shown.bookmarks) and not self._review.overview

    def switch(self) -> None:
        """Mark the current row, or take its mark away."""
        if row := self._review.current_row():
            self._review.switch_bookmark(row.key)
            self._say_marked(on=self.is_marked())

    def _say_marked(self, *, on: bool) -> None:
        review, keys = self._review, self._review.keys.of("next_bookmark")
        if not on:
            review.say(tr("The bookmark is taken away."))
        elif keys:
            review.say(tr("Bookmark set. {keys} goes to the next one.", keys=keys))
        else:
            review.say(tr("Bookmark set."))

    def next(self) -> None:
        """Go to the next row with a bookmark, from the end on from the beginning."""
        review = self._review
        shown = review.shown
        places = sorted(
            shown.index.place_of[key] for key in shown.bookmarks if key in shown.index.place_of
        )
        row = review.current_row()
        here = shown.index.place_of.get(row.key, -1) if row else -1
        after = [place for place in places if place > here]
        if not places:
            return
        if not after:
            review.say(tr("Past the end: on from the beginning."))
        review.go_to(shown.index.keys[(after or places)[0]], "centre_if_hidden")
