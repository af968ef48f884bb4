"""A line of a list that stands for several rows of the translation that is shown."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.ui.state.open_review import OpenReview
from reviewer.wording import listed

_MOST_NUMBERS = 12


def numbers_in_words(review: OpenReview, keys: Sequence[str]) -> str:
    """The numbers of the rows, as many as are read at a glance."""
    number_of = review.shown.number_of
    said = listed(str(number_of(key) or "–") for key in keys[:_MOST_NUMBERS])
    return said + ("…" if len(keys) > _MOST_NUMBERS else "")


def next_of(review: OpenReview, keys: Sequence[str]) -> str:
    """The first of these rows after the current one, or else the first of all."""
    places = review.shown.index.place_of
    row = review.current_row()
    here = places.get(row.key, -1) if row else -1
    return next((key for key in keys if places.get(key, -1) > here), keys[0])
