"""What the checks are called in the window."""

from __future__ import annotations


def check_title(check: str) -> str:
    """The title of a check; of one that this version does not know, its id in words."""
    from reviewer.checks import check_info

    try:
        return check_info(check).title
    except KeyError:
        return check.replace("_", " ").replace("-", " ").capitalize()
