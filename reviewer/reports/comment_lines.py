"""A comment of several lines on a page."""

from __future__ import annotations

from html import escape


def comment_lines(comment: str) -> str:
    """A comment as HTML, each of its lines on one of its own."""
    return "<br>".join(map(escape, comment.splitlines()))
