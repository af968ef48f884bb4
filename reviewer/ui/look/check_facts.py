"""What the window needs to know of the checks."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.domain import Finding
from reviewer.messages import Message, message
from reviewer.wording import in_words, tr


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


_KINDS: Mapping[str, Message] = {
    "value": message("another value"),
    "missing": message("left out"),
    "extra": message("put in"),
    "rounded": message("rounded"),
    "format": message("written otherwise"),
    "lost": message("lost"),
    "added": message("added"),
    "forbidden": message("forbidden"),
}


def kind_title(check: str, kind: str) -> str:
    """What a kind of a check's findings is called; "" of one without a name of its own."""
    from reviewer.review import OWN, category_title

    if check == OWN:
        return in_words(category_title(kind))
    return in_words(_KINDS[kind]) if kind in _KINDS else ""


def finding_title(finding: Finding) -> str:
    """The title of a finding's check; of one of the reviewer's own, its category."""
    from reviewer.review import OWN, category_title

    if finding.check != OWN:
        return check_title(finding.check)
    return tr("Yours: {category}", category=category_title(finding.kind))


def said_beside_title(finding: Finding) -> str:
    """What a finding says; "" of one of the reviewer's own without words, which only says its
    category again."""
    from reviewer.review import OWN, category_title

    only_title = finding.check == OWN and finding.message == category_title(finding.kind)
    return "" if only_title else in_words(finding.message)


def why_words(check: str) -> str:
    """What a check finds, in which languages, and what it is called in reports."""
    from reviewer.checks import check_info

    try:
        info = check_info(check)
    except KeyError:
        return tr("This version does not know the check “{check}”.", check=check)
    page = info.page
    return "\n".join(
        (
            f"{check_title(check)}:",
            in_words(page.finds),
            tr("Languages: {languages}.", languages=in_words(page.languages)),
            tr("MQM: {mqm}. ITS: {its}. Id: {id}.", mqm=info.mqm, its=info.its, id=info.id),
        )
    )


def marks_whole_side(check: str) -> bool:
    """Whether the check's findings mark a whole side of a row whose other side is empty."""
    from reviewer.checks import check_info

    try:
        return check_info(check).marks_whole_side
    except KeyError:
        return False
