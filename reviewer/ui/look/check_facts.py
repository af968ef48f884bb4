"""What the window needs to know of the checks."""

from __future__ import annotations

from reviewer.domain import Finding
from reviewer.wording import tr


def check_title(check: str) -> str:
    """The title of a check in the user's language; of one that this version does not know, its
    id in words."""
    from reviewer.checks import check_info
    from reviewer.review import OWN

    if check == OWN:
        return tr("Your finding")
    try:
        return tr(check_info(check).title)
    except KeyError:
        return check.replace("_", " ").replace("-", " ").capitalize()


def finding_title(finding: Finding) -> str:
    """The title of a finding's check; of one of the reviewer's own, its category."""
    from reviewer.review import OWN, category_title

    if finding.check != OWN:
        return check_title(finding.check)
    return tr("Yours: {category}", category=category_title(finding.kind))


def marks_whole_side(check: str) -> bool:
    """Whether the check's findings mark a whole side of a row whose other side is empty."""
    from reviewer.checks import check_info

    try:
        return check_info(check).marks_whole_side
    except KeyError:
        return False
