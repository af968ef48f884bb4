"""What a machine has written for a missing sentence, until somebody has touched it."""

from __future__ import annotations

from reviewer.messages import message
from reviewer.review.model.errors import NotPossible
from reviewer.review.model.views import Row


def draft_key(translation: int) -> str:
    """The name of the setting that keeps the drafts of a translation."""
    return f"setting.drafts.{translation}"


def kept_drafts(value: object) -> tuple[str, ...]:
    """The drafts that a setting holds; what is none of ours in it is passed over."""
    found = value if isinstance(value, list) else []
    return tuple(text for text in found if isinstance(text, str))


def require_missing(row: Row) -> None:
    """Raise NotPossible unless the row lacks a translation."""
    if row.relation is None or not row.source or row.target:
        raise NotPossible(message("Only a sentence that is missing can be drafted."))
