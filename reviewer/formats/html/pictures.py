"""Words under a picture that no element calls a caption: right behind it, in the same small box."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.formats.html.features import Evidence, is_named_aside
from reviewer.formats.html.nodes import Found, Node
from reviewer.text.endings import ends_as_sentence
from reviewer.text.line_shapes import count_words, in_brackets, is_credit

_LEAST = 4
"""Words of a caption; fewer name somebody, or a button."""

_MOST_BLOCKS = 3
"""Of a picture, its caption and who made it."""

_LONGEST_CREDIT = 8
"""Words of a line that says who made a picture."""

_BARS = re.compile("[|·•]")


def keep_captions(
    found: Sequence[Found],
    title: int | None,
    seen: Evidence,
    marks: Sequence[str],
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Keep captions between the title and the end of the article, and leave to the translation who
    made the picture and the captions that stand elsewhere; `reasons` and `doubts` are as in
    `kept`."""
    start = seen.first if title is None else min(title, seen.first)
    top = None if title is None else found[title].node
    for index in range(len(found)):
        box = _box(found, index, top)
        if box is None or index == title or marks[index]:
            continue
        first, *others = box
        text = found[first].block.text
        if found[first].stamped or _BARS.search(text):
            # A portrait with the name and the date of whoever wrote the article.
            continue
        if count_words(text) >= _LEAST and not _is_maker(text):
            if start < first <= seen.last and (reasons[first] or first in doubts):
                reasons[first] = ""
                doubts.pop(first, None)
            elif reasons[first] and seen.inside[first]:
                doubts[first], reasons[first] = reasons[first], ""
        elif _is_maker(text) and not reasons[first]:
            doubts.setdefault(first, "label")
        for other in others:
            text = found[other].block.text
            short = count_words(text) <= _LONGEST_CREDIT and not ends_as_sentence(text)
            if not reasons[other] and short:
                doubts.setdefault(other, "label")


def _box(found: Sequence[Found], index: int, top: Node | None) -> list[int] | None:
    """The blocks of the picture's box, of which `index` is the first: none is a link, a heading or
    in a box that a name calls something else."""
    image, node = found[index].image, found[index].node
    if image is None:
        return None
    box = next((each for each in node.up() if image.is_in(each)), None)
    if box is None or box.controls or box.name in ("body", "html", "article", "main"):
        return None
    if index and found[index - 1].node.is_in(box):
        return None
    inside = [index]
    while (at := inside[-1] + 1) < len(found) and found[at].node.is_in(box):
        inside.append(at)
        if len(inside) > _MOST_BLOCKS:
            return None
    plain = all(
        not found[each].linked and found[each].block.role not in ("title", "heading")
        for each in inside
    )
    return inside if plain and not _is_aside(node, top) else None


def _is_aside(node: Node, top: Node | None) -> bool:
    """Whether a name below what holds the title says that the picture is beside the article."""
    around = frozenset(id(each) for each in (top.up() if top else ()))
    for each in node.up():
        if id(each) in around:
            return False
        if is_named_aside(each.names):
            return True
    return False


def _is_maker(text: str) -> bool:
    plain = text.strip()
    if in_brackets(plain):
        plain = plain[1:-1]
    return is_credit(plain)
