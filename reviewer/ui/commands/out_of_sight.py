"""Nothing is decided about a row that nobody sees."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import tr

if TYPE_CHECKING:
    from reviewer.review import Row


def show_first(review: OpenReview, row: Row) -> None:
    """Bring a row into sight and say why nothing was done."""
    review.go_to(row.key, "centre")
    review.say(tr("The row was out of sight. Look at it, then press the key again."))
