"""Who wrote the comments of a row, and when, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import listed
from reviewer.wording.moments import short_moment

if TYPE_CHECKING:
    from reviewer.review import Row


def comment_origins(review: OpenReview, row: Row) -> dict[str, str]:
    """By fingerprint of the finding, "" for the remark on the row; only of comments there are."""
    comments = {item.fingerprint: item.comment for item in row.findings if item.comment}
    if row.comment:
        comments[""] = row.comment
    words = {}
    for fingerprint, comment in comments.items():
        origin = review.look.comment_origin(review.translation, fingerprint, comment)
        said = listed(part for part in (origin.author, short_moment(origin.at)) if part)
        words[fingerprint] = f"— {said}" if origin.author else said
    return words
