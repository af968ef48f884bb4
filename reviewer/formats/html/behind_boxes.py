"""The article goes on behind a box that asks something (a subscription, a gift), in an element of
its own: the smallest element with most of the text ends where the box begins."""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.formats.html.features import Evidence, is_named_aside
from reviewer.formats.html.nodes import Found, Node

_LEAST = 2
"""Sentences under a heading that are no caption and no call of a box."""

_PAGE = frozenset({"", "html", "body"})
"""Elements that hold all of a page, whatever else is in it."""


def go_on_behind_boxes(
    found: Sequence[Found],
    marks: Sequence[str],
    title: int | None,
    seen: Evidence,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Keep headings with sentences under them that stand behind the article's own element, in the
    same `article` or beside the same title, with nothing that speaks against them but that; also
    a heading over what is kept by itself."""
    last = max((index for index, inside in enumerate(seen.inside) if inside), default=len(found))
    region = _region(found, title, last) if last < len(found) else None
    if region is None:
        return
    run: list[int] = []
    for index in range(last + 1, len(found) + 1):
        at_end = index == len(found) or not found[index].node.is_in(region)
        heading = not at_end and found[index].block.role == "heading"
        plain = not at_end and not marks[index] and _is_plain(found[index], region)
        if plain and (heading or (run and seen.is_sentence(index))):
            run.append(index)
            continue
        _keep(found, seen, run, reasons, doubts)
        run = []
        if at_end:
            return


def _keep(
    found: Sequence[Found],
    seen: Evidence,
    run: list[int],
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    while run and found[run[-1]].block.role == "heading":
        run.pop()
    is_text = any(seen.is_prose(index) and not reasons[index] for index in run)
    if is_text or sum(map(seen.is_sentence, run)) >= _LEAST:
        for index in run:
            reasons[index] = ""
            doubts.pop(index, None)


def _region(found: Sequence[Found], title: int | None, last: int) -> Node | None:
    """What holds the whole article, of which block `last` is the last known."""
    for node in found[last].node.up():
        if node.name in _PAGE:
            return None
        if node.region or (title is not None and found[title].node.is_in(node)):
            return node
    return None


def _is_plain(each: Found, region: Node) -> bool:
    """Whether no link, no button and no name speaks against a block."""
    if each.linked:
        return False
    for node in each.node.up():
        if node is region:
            return True
        if (node.controls and node.is_block) or is_named_aside(node.names):
            return False
    return False
