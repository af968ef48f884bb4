"""How far the review is, in words."""

from __future__ import annotations

from reviewer.ui.state.open_review import OpenReview


def progress_words(review: OpenReview) -> str:
    """What is left to decide in what is shown, and where the reviewer is; "" without a review."""
    if not review.is_open():
        return ""
    known = [info.id for info in review.review.translations]
    shown = known if review.overview else [review.translation]
    counts = [review.counts(translation) for translation in shown]
    waiting = sum(one.open for one in counts)
    total = waiting + sum(one.accepted + one.dismissed for one in counts)
    found = f"{waiting} open of {total}" if total else "No findings"
    if review.overview:
        return f"{found}  ·  {len(known)} translations"
    row = review.current_row()
    number = review.shown.number_of(row.key) if row else None
    return f"{found}  ·  row {number} of {review.shown.numbered()}" if number else found
