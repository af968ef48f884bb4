"""What cannot be done with a row, in words for the reviewer."""

from __future__ import annotations

from reviewer.domain import ReviewerError


class NotPossible(ReviewerError):
    """The operation makes no sense for this row; nothing has changed."""
