"""Where to go when nothing is left to decide in a translation."""

from __future__ import annotations

from reviewer.ui.state.open_review import OpenReview


def translation_to_go_on_with(review: OpenReview) -> int | None:
    """The next translation, in the order of the tabs, in which a finding is open."""
    known = [info.id for info in review.look.translations]
    here = known.index(review.translation)
    others = [*known[here + 1 :], *known[:here]]
    return next((one for one in others if review.counts(one).open), None)
