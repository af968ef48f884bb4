"""Lines among the text of an article that belong to something else: left to the translation.

A line that sends the reader to another page, what a box with a field asks of the reader, and the
heading over stories or boxes that were set aside. Each is text where a translation has it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.formats.html.features import Evidence
from reviewer.formats.html.nodes import Found, Node
from reviewer.formats.html.talk import talk
from reviewer.formats.html.teasers import teasers
from reviewer.text.endings import ends_as_sentence
from reviewer.text.line_shapes import count_words

_LINKED = 0.7
"""Of a line, from which on it is there for its link."""

_LABEL = re.compile(r"\s*[^\s:：»]+(?:\s+[^\s:：»]+){0,3}\s*[:：»]\s*\S")
"""The words that announce a link: "Read more: ..."."""

_ADDRESS = re.compile(r"://|www\.|@\w")

_LONGEST_HEADING = 20
"""Words; more are a paragraph that is set as a heading."""

_LABEL_WORDS = 4
"""Words of a line that only names the list below it."""

_BUTTON_WORDS = 2
_LINKS = 2
"""Links of which a list under such a line has so many at least."""

_MOST_PROSE = 2
"""Paragraphs of prose in a box with a field that asks something; with more it is a text."""


def left_to_translation(
    found: Sequence[Found],
    title: int | None,
    seen: Evidence,
    reasons: Sequence[str],
    doubts: dict[int, str],
) -> None:
    """Add to `doubts`, which tells of blocks by their numbers why they are text only if a
    translation has them; `reasons` are those why blocks are no text ("" if they are)."""
    for index, each in enumerate(found):
        if index == title or reasons[index] or index in doubts:
            continue
        if _sends_away(each):
            doubts[index] = "links"
        elif seen.asks_inside(index, _MOST_PROSE):
            doubts[index] = "form"
    for index in talk(found, title, seen):
        if not reasons[index]:
            doubts[index] = "behind"
    for index in seen.of_others():
        if index != title and not reasons[index]:
            doubts.setdefault(index, "named")
    for index in teasers(found, seen, reasons, doubts):
        if index != title:
            doubts.setdefault(index, "links")
    _headings(found, title, seen, reasons, doubts)


def _sends_away(each: Found) -> bool:
    """Whether a line is there for a link to another page: a headline of another story."""
    text = each.block.text
    if each.block.role not in ("paragraph", "heading") or each.linked < _LINKED * len(text):
        return False
    if _ADDRESS.search(text):
        return False  # where to write, or what was read
    by_hand = each.block.role == "paragraph" or not each.block.level
    announced = (by_hand or each.linked < len(text.strip())) and bool(_LABEL.match(text))
    # Set in bold, a paragraph reads as a heading; the page has other elements for those.
    plain = by_hand and (each.block.role == "paragraph" or each.is_link)
    return announced or (plain and not ends_as_sentence(text))


def _headings(
    found: Sequence[Found],
    title: int | None,
    seen: Evidence,
    reasons: Sequence[str],
    doubts: dict[int, str],
) -> None:
    """The headings behind the article, or in a box of their own, over nothing that is text."""
    below = "behind"
    for index in range(len(found) - 1, -1, -1):
        why = reasons[index] or doubts.get(index, "")
        if why or index == title:
            below = below if _belongs_to_heading(found, index) else why
            continue
        is_over_nothing = bool(below) and _is_heading(found, index)
        if is_over_nothing and index > seen.last:
            # The same word as for the lines around it: they are answered or not as one run.
            doubts[index] = "behind"
        elif is_over_nothing and _is_own(found, index, reasons, doubts):
            doubts[index] = below
        elif _announces_links(found, index, reasons):
            doubts[index] = "links"
            below = "links"
        else:
            below = ""


def _belongs_to_heading(found: Sequence[Found], index: int) -> bool:
    """Whether a short line shares its box with the heading before it and nothing else: a button
    beside it, which says nothing of what is below both."""
    if not index or found[index - 1].block.role != "heading":
        return False
    box = _box(found, index - 1)
    alone = index + 1 == len(found) or box is None or not found[index + 1].node.is_in(box)
    return alone and box is not None and count_words(found[index].block.text) <= _BUTTON_WORDS


def _is_heading(found: Sequence[Found], index: int) -> bool:
    """Whether a block is a heading, or a line that announces what is no list; a label ("See
    also:") is one over any list."""
    block = found[index].block
    words = count_words(block.text)
    if block.role == "heading":
        return words <= _LONGEST_HEADING
    announces = block.role == "paragraph" and block.text.rstrip()[-1:] in ":："
    behind = found[index + 1].block.role if index + 1 < len(found) else ""
    return announces and (behind != "list_item" or words <= _LABEL_WORDS)


def _announces_links(found: Sequence[Found], index: int, reasons: Sequence[str]) -> bool:
    """Whether a line ends with a colon over a list that is nothing but links to other pages."""
    block, behind = found[index].block, index + 1
    if block.role == "list_item" or block.text.rstrip()[-1:] not in tuple(":："):
        return False
    while behind < len(found) and found[behind].block.role == "list_item":
        if reasons[behind] != "links":
            return False
        behind += 1
    return behind - index > _LINKS


def _is_own(
    found: Sequence[Found], index: int, reasons: Sequence[str], doubts: dict[int, str]
) -> bool:
    """Whether all else in the smallest box around a heading that holds more is no text."""
    box = _box(found, index)
    if box is None:
        return False
    for step in (1, -1):
        at = index + step
        while 0 <= at < len(found) and found[at].node.is_in(box):
            if not reasons[at] and at not in doubts:
                return False
            at += step
    return True


def _box(found: Sequence[Found], index: int) -> Node | None:
    """The smallest element around a block that holds the one behind it as well."""
    if index + 1 == len(found):
        return None
    behind = found[index + 1].node
    return next((node for node in found[index].node.up() if behind.is_in(node)), None)
