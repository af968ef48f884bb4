"""Text that other evidence set aside, and that the page itself says is the article's: its lead and
text are told in the head, and marks in the text lead to its notes.

`reasons` and `doubts` are as in `kept`, and are changed in place.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.formats.html.features import Evidence
from reviewer.formats.html.nodes import Found
from reviewer.formats.html.said import Said, is_long, plain

_NEAR_TITLE = 8
"""Blocks behind the title among which the lead stands; kickers, names and dates are between."""

_SHUT = frozenset({"hidden", "comment", "dialog", "noscript"})
_BY_PLACE = frozenset({"ahead", "behind", "label"})
_LINKED = 0.5
_MOSTLY_LINKED = 0.7
_MOST_OF_BOX = 0.4
"""Of the page's text that the notes may be."""


def keep_told(
    found: Sequence[Found],
    marks: Sequence[str],
    title: int | None,
    said: Said,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Keep the lead behind the title and the text of the article, as the page's head has them."""
    leads = [text for text in map(plain, said.leads) if is_long(text)]
    texts = [text for text in map(plain, said.texts) if is_long(text)]
    if not leads and not texts:
        return
    seen: set[str] = set()
    for index, each in enumerate(found):
        aside = reasons[index] or index in doubts
        if marks[index] in _SHUT or each.linked > _LINKED * len(each.block.text):
            continue
        near = title is not None and title < index <= title + _NEAR_TITLE
        if not (texts or near) or each.block.role == "title":
            continue
        text = plain(each.block.text)
        if not is_long(text):
            continue
        told = any(text in whole for whole in texts) and text not in seen
        # A heading that is a part of a longer lead is the motto of a site.
        heading = each.block.role == "heading"
        leading = near and (text in leads if heading else _leads(text, leads))
        seen.add(text)
        if aside and (told or leading):
            reasons[index] = ""
            doubts.pop(index, None)


def _leads(text: str, leads: Sequence[str]) -> bool:
    """Whether a text and one of the leads hold one another, and neither is much longer."""
    for lead in leads:
        shorter, longer = sorted((text, lead), key=len)
        if 2 * len(shorter) > len(longer) and shorter in longer:
            return True
    return False


def leave_notes(
    found: Sequence[Found],
    marks: Sequence[str],
    seen: Evidence,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Leave to the translation what a mark in the text leads to, a footnote behind the article or
    behind a box that asks for money; a list that stands beside the paragraphs, with the heading
    over it: of its items more than a link is written; and a sentence in the same element as one
    that is text."""
    beside = {
        (id(each.node.parent), each.block.role)
        for index, each in enumerate(found)
        if not reasons[index] and index not in doubts and seen.is_sentence(index)
    }
    for index, each in reversed(list(enumerate(found))):
        if not reasons[index] or marks[index] in _SHUT or each.is_link:
            continue
        alike = seen.is_sentence(index) and (id(each.node.parent), each.block.role) in beside
        if _is_listed(found, index, seen, reasons) or (
            alike and not marks[index] and reasons[index] in _BY_PLACE | {"outside"}
        ):
            doubts[index], reasons[index] = reasons[index], ""
            continue
        note = next((node for node in each.node.up() if node.is_note), None)
        if note is not None and seen.share(note) <= _MOST_OF_BOX:
            doubts[index], reasons[index] = reasons[index], ""


def _is_listed(found: Sequence[Found], index: int, seen: Evidence, reasons: Sequence[str]) -> bool:
    """Whether an item stands in a list right beside the last paragraph's like, or a heading over
    such a list does."""
    each = found[index]
    around = found[seen.last].node.parent
    if reasons[index] not in _BY_PLACE or not seen.inside[index] or around is None:
        return False
    if each.block.role == "list_item":
        holder = each.node.parent
        return (
            holder is not None
            and holder.parent is around
            and (each.linked < _MOSTLY_LINKED * len(each.block.text))
        )
    if each.block.role != "heading" or each.node.parent is not around or index + 1 == len(found):
        return False
    behind = found[index + 1]
    return behind.block.role == "list_item" and not reasons[index + 1]
