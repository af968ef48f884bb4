"""What the window needs to know of the checks."""

from __future__ import annotations

from reviewer.wording import tr


def check_title(check: str) -> str:
    """The title of a check in the user's language; of one that this version does not know, its
    id in words."""
    from reviewer.checks import check_info

    try:
        return tr(check_info(check).title)
    except KeyError:
        return check.replace("_", " ").replace("-", " ").capitalize()


def marks_whole_side(check: str) -> bool:
    """Whether the check's findings mark a whole side of a row whose other side is empty."""
    from reviewer.checks import check_info

    try:
        return check_info(check).marks_whole_side
    except KeyError:
        return False
