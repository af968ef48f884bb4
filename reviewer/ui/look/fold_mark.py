"""The mark of what can be unfolded, in front of its words."""

from __future__ import annotations

from reviewer.wording import is_right_to_left


def with_fold_mark(words: str, *, unfolded: bool) -> str:
    """`words` behind a mark that points down, or to where what is folded would come from.

    A character and not an arrow of Qt's, which points to the right in every window.
    """
    mark = "▾" if unfolded else "◂" if is_right_to_left() else "▸"
    return f"{mark}  {words}"
