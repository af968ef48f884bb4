"""Which blocks of a page are no part of its article, as far as the page alone tells, and why.

No mark decides alone. In a page with prose the evidence of `html_features` is added up with
weights that were fitted to pages which people had marked (docs/decisions/furniture.md); in
one without, in a piece of HTML and in a text that a word processor saved, only what the markup
says outright counts. What holds most of the text is never furniture.
"""

from __future__ import annotations

import json
import math
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from itertools import groupby
from operator import itemgetter

from reviewer.domain import BOXED, Block
from reviewer.formats.html.behind_boxes import go_on_behind_boxes
from reviewer.formats.html.beside import left_to_translation
from reviewer.formats.html.dialogs import standing_over
from reviewer.formats.html.features import Evidence
from reviewer.formats.html.headline import headline_of, is_named, is_of_window, is_repeated
from reviewer.formats.html.kept import (
    begin_under_title,
    fill_in,
    go_on,
    is_run_of_lines,
    leave_lines,
    leave_lists,
    leave_sentences,
)
from reviewer.formats.html.labels import leave_labels
from reviewer.formats.html.nodes import Found, Node
from reviewer.formats.html.pictures import keep_captions
from reviewer.formats.html.said import Said
from reviewer.formats.html.told import keep_told, leave_notes

_NOTHING_SAID = Said()

_MOST = 0.5
"""Of the page's unlinked text: what holds more is no furniture, whatever its markup says."""

_NEARLY_ALL = 0.8
"""The same for what is hidden: scripts show it, or there is nothing to see."""

_LEAST = 0.2
"""The probability of being part of the article from which on a block is taken for it.

Far below a half: a sentence too many can be dismissed, one that is lost is never seen again.
"""

_DOUBTFUL = 0.4
"""Below this a block outside the prose of the article is text only if a translation has it."""

_LEAST_PROSE = 2
"""Blocks of prose without which the shares that the evidence counts in say nothing."""

_MOST_BLOCKS = 5_000
"""Blocks of a page whose evidence is weighed one by one; with more it is a table or a book."""

_LEAST_SHARE = 0.4
"""Of the page's text that a main part must hold to be believed."""

_LEAST_SHARE_OF_ARTICLE = 0.6
"""Of the main part's text that one article in it must hold, so that others are teasers."""

_BOXES = frozenset({"named", "form", "dialog", "footer", "navigation"})
"""Marks of what asks, sells, shares or talks: a whole box that no translation has is none."""

_PLAIN = frozenset({"named", "aside", "navigation", "footer"})
_LINK_LIST = 3
_UNSEEN = ("hidden", "comment")
_STANDING_OVER = ("dialog", "noscript")
_SHUT = (*_UNSEEN, *_STANDING_OVER, "footer")
_SAID_OUTRIGHT = (*_UNSEEN, "navigation")


def judged(
    found: Sequence[Found],
    *,
    whole: bool = True,
    authored: bool = False,
    said: Said = _NOTHING_SAID,
) -> list[Block]:
    """The blocks in order; what lies outside the article is chrome with a reason, its h1 the
    title.

    `whole` says that the blocks are a page and not a piece of one, `authored` that a word
    processor made it, which puts no frame around a text; `said` is what its head says of it.
    """
    over = standing_over(found, None)
    marking = _marking(found, over=over)
    marks = [node.mark if node else "" for node in marking]
    title = headline_of(found, marks, said.titles)
    if title is not None and is_named(found, title, said.titles):
        if found[title].is_link:
            # It links to the page that it stands on.
            found = [*found[:title], replace(found[title], linked=0), *found[title + 1 :]]
        over = standing_over(found, found[title].node)
        marking = _marking(found, found[title].node, over=over)
        marks = [node.mark if node else "" for node in marking]
    doubts: dict[int, str] = {}
    if authored:
        reasons = [mark if mark in _SAID_OUTRIGHT else "" for mark in marks]
    else:
        weighs = whole and len(found) <= _MOST_BLOCKS
        seen = Evidence(found, title, over) if weighs else None
        if seen is not None and seen.prose >= _LEAST_PROSE:
            reasons, doubts = _weighed(found, marks, seen)
            _judge_boxes(marking, seen, reasons, doubts)
            if title is not None:
                begin_under_title(found, marks, title, seen, reasons, doubts)
            go_on(found, marks, seen, reasons, doubts)
            go_on_behind_boxes(found, marks, title, seen, reasons, doubts)
            fill_in(found, marks, seen, reasons, doubts)
            _leave_plain_boxes(found, marking, seen, reasons, doubts)
            leave_sentences(found, marks, seen, reasons, doubts)
            sentences = [seen.is_sentence(index) for index in range(len(found))]
            leave_lines(found, marks, reasons, doubts, sentences)
            leave_lists(found, marks, reasons, doubts)
            leave_notes(found, marks, seen, reasons, doubts)
            left_to_translation(found, title, seen, reasons, doubts)
            keep_captions(found, title, seen, marks, reasons, doubts)
            leave_labels(found, title, seen, said, reasons, doubts)
            keep_told(found, marks, title, said, reasons, doubts)
        else:
            reasons = _by_markup(found, marks, title)
    if title is not None:
        reasons[title] = ""
    if not any(
        not reason and each.block.role not in ("title", "heading")
        for reason, each in zip(reasons, found, strict=True)
    ):
        # A page that calls itself furniture throughout is read as it stands.
        reasons = [reason if reason in _UNSEEN else "" for reason in reasons]
        _link_lists(found, reasons)
    settled = [_settled(found, reasons, index, title) for index in range(len(found))]
    for index, why in doubts.items():
        if index != title and not settled[index].chrome:
            settled[index] = replace(settled[index], reason=why)
    return settled


def headline(found: Sequence[Found]) -> int | None:
    """The number of the block that is the title of the article."""
    marking = _marking(found, over=standing_over(found, None))
    return headline_of(found, [node.mark if node else "" for node in marking])


def _settled(
    found: Sequence[Found], reasons: Sequence[str], index: int, title: int | None
) -> Block:
    each = found[index]
    block = each.block
    if reasons[index]:
        block = replace(block, chrome=True, reason=reasons[index])
    if index == title:
        block = replace(block, role="title")
    elif block.role == "title" and is_of_window(each):
        double = title is not None or is_repeated(block, found, reasons)
        block = replace(block, chrome=double, reason="window" if double else "")
    return block


def _weighed(
    found: Sequence[Found], marks: Sequence[str], seen: Evidence
) -> tuple[list[str], dict[int, str]]:
    """The reasons by all the evidence together, and those of the blocks in doubt.

    What stands among the prose of the article is not in doubt.
    """
    weights = _weights()
    least, doubtful = (math.log(share / (1 - share)) for share in (_LEAST, _DOUBTFUL))
    reasons = []
    doubts: dict[int, str] = {}
    all_odds = [
        sum(weights.get(name, 0.0) * value for name, value in seen.of(index))
        for index in range(len(found))
    ]
    # A box that asks something of the reader (consent, an address) is judged as a whole.
    for box in seen.asking_boxes():
        mean = sum(all_odds[index] for index in box) / len(box)
        for index in box:
            all_odds[index] = min(all_odds[index], mean)
    for index, (each, mark) in enumerate(zip(found, marks, strict=True)):
        if mark in _UNSEEN or mark in _STANDING_OVER:
            reasons.append(mark)
            continue
        odds = all_odds[index]
        why = mark or _reason(each, seen, index)
        reasons.append("" if odds >= least else why)
        among = seen.inside[index] and seen.first <= index <= seen.last
        if least <= odds < doubtful and (why != "label" or not among):
            doubts[index] = why
        elif odds >= doubtful and mark in _BOXES:
            doubts[index] = BOXED
    return reasons, doubts


def _judge_boxes(
    marking: Sequence[Node | None], seen: Evidence, reasons: list[str], doubts: dict[int, str]
) -> None:
    """Leave to the translation all prose of a box of which some reads as text."""
    boxes = {id(marking[index]) for index, why in doubts.items() if why == BOXED}
    for index, node in enumerate(marking):
        if node and id(node) in boxes and reasons[index] == node.mark and seen.is_prose(index):
            reasons[index] = ""
            doubts[index] = node.mark


def _leave_plain_boxes(
    found: Sequence[Found],
    marking: Sequence[Node | None],
    seen: Evidence,
    reasons: list[str],
    doubts: dict[int, str],
) -> None:
    """Leave to the translation a box right beside the text of the article that holds prose, or the
    lines of a list or a verse, and nothing else: no link, no button. Its unlucky name alone is no
    evidence."""
    boxes: dict[int, list[int]] = {}
    for index, node in enumerate(marking):
        if node is not None and node.mark in _PLAIN:
            boxes.setdefault(id(node), []).append(index)
    for box in boxes.values():
        node, ends = marking[box[0]], (box[0] - 1, box[-1] + 1)
        if node is None or node.controls or any(found[index].linked for index in box):
            continue
        beside = any(0 <= at < len(found) and not reasons[at] and at not in doubts for at in ends)
        lines = is_run_of_lines([found[index].block.text for index in box])
        if beside and (lines or any(map(seen.is_prose, box))):
            for index in box:
                if reasons[index] == node.mark:
                    reasons[index], doubts[index] = "", node.mark


def _reason(each: Found, seen: Evidence, index: int) -> str:
    if each.is_link:
        return "links"
    if not seen.inside[index]:
        return "outside"
    if index > seen.last:
        return "behind"
    return "ahead" if index < seen.first else "label"


def _by_markup(found: Sequence[Found], marks: Sequence[str], title: int | None) -> list[str]:
    """The reasons by what the markup says: marks, runs of links, the main part."""
    reasons = list(marks)
    if title is not None:
        reasons[title] = ""
    _link_lists(found, reasons)
    region = _region(found, reasons)
    if region is not None:
        inside = [each.node.is_in(region) for each in found]
        first = inside.index(True)
        start = title if title is not None and title < first else first
        for index, each in enumerate(found):
            # Between the title and the article stand the lead, the author and the date.
            if not inside[index] and not (start <= index < first and not each.is_link):
                reasons[index] = reasons[index] or "outside"
    return reasons


@cache
def _weights() -> dict[str, float]:
    data = files("reviewer.formats").joinpath("data/furniture_weights.json").read_text("utf-8")
    weights: dict[str, float] = json.loads(data)
    return weights


def _marking(
    found: Sequence[Found], title: Node | None = None, *, over: Mapping[int, Node]
) -> list[Node | None]:
    """For each block the innermost element around it that has a mark and holds little of the
    page's text; one that holds the title of the article is the article's, whatever it is called.
    `over` are what stands over the page, which is none of its text however long it is.
    """
    article = frozenset(
        id(node) for node in (title.up() if title else ()) if node.mark not in _SHUT
    )
    amounts: dict[int, int] = {}
    around = _marked(found)
    whole = hidden = 0
    for index, (each, marked) in enumerate(zip(found, around, strict=True)):
        if each.block.role == "title" or index in over:
            continue
        unlinked = each.unlinked
        whole += unlinked
        hidden += unlinked if any(node.mark == "hidden" for node in marked) else 0
        for node in marked:
            amounts[id(node)] = amounts.get(id(node), 0) + unlinked
    # Slides, of which scripts show one after the other, hide the text in many pieces.
    believed = hidden <= _NEARLY_ALL * whole
    return [
        over.get(index)
        or next(
            (
                node
                for node in marked
                if id(node) not in article
                and (believed or node.mark != "hidden")
                and amounts.get(id(node), 0)
                <= (_NEARLY_ALL if node.mark in _UNSEEN else _MOST) * whole
            ),
            None,
        )
        for index, marked in enumerate(around)
    ]


def _marked(found: Sequence[Found]) -> list[tuple[Node, ...]]:
    """For each block the elements around it that have a mark, innermost first.

    What is around them is kept for elements that hold others only: a large table has a cell for
    each block, and few rows.
    """
    kept: dict[int, tuple[Node, ...]] = {}

    def around(node: Node) -> tuple[Node, ...]:
        path = []
        outer: Node | None = node.parent
        while outer is not None and id(outer) not in kept:
            path.append(outer)
            outer = outer.parent
        marked = kept[id(outer)] if outer is not None else ()
        for each in reversed(path):
            marked = kept[id(each)] = (each, *marked) if each.mark else marked
        return (node, *marked) if node.mark else marked

    return [around(each.node) for each in found]


def _link_lists(found: Sequence[Found], reasons: list[str]) -> None:
    """Mark runs of blocks that are nothing but links: menus and related stories."""
    in_list = (each.is_link and each.block.role != "heading" for each in found)
    for is_linked, run in groupby(enumerate(in_list), key=itemgetter(1)):
        numbers = [index for index, _ in run] if is_linked else []
        if len(numbers) >= _LINK_LIST:
            for index in numbers:
                reasons[index] = reasons[index] or "links"


def _region(found: Sequence[Found], reasons: Sequence[str]) -> Node | None:
    """The `main` or `article` element that is the article, if one of them clearly is."""
    amounts: dict[int, int] = {}
    regions: dict[int, Node] = {}
    whole = 0
    for each, reason in zip(found, reasons, strict=True):
        if reason or each.is_link or each.block.role == "title":
            continue
        whole += len(each.block.text)
        for node in each.node.up():
            if node.region:
                regions[id(node)] = node
                amounts[id(node)] = amounts.get(id(node), 0) + len(each.block.text)

    def largest(name: str, least: float) -> Node | None:
        named = [key for key, node in regions.items() if node.region == name]
        best = max(named, key=amounts.__getitem__, default=None)
        return regions[best] if best is not None and amounts[best] >= least else None

    main = largest("main", _LEAST_SHARE * whole)
    base = amounts[id(main)] * _LEAST_SHARE_OF_ARTICLE if main else _LEAST_SHARE * whole
    return largest("article", base) or main
