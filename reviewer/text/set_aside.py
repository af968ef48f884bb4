"""How much of a document was taken for page furniture, and when that has to be said.

A menu of two hundred links says nothing. What counts is prose: paragraphs of sentences.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import NamedTuple

from reviewer.domain import Block, Segment
from reviewer.messages import Message, message, plural
from reviewer.text import line_shapes as shapes
from reviewer.text.endings import ends_as_sentence
from reviewer.text.lengths import substance

_PROSE_WORDS = 8
"""Words of a paragraph that ends as a sentence, from which on losing it is worth a word."""

_MUCH = 0.4
"""The share of a document's prose that, set aside, has to be said."""

_FEW = 2
"""So many paragraphs of prose and fewer are a box or a notice, not an article."""

_LONG = 150
"""Words from which on so few paragraphs are no box."""

_SENTENCE_WORDS = 3
"""Words of a short sentence; fewer are a button."""

_LONG_WORDS = 25
"""Words of a paragraph that is text without a full stop; no headline has so many."""

_APART = 2.0
"""How many times as much one side keeps as the other, to be said."""

_LEAST_APART = 400.0
"""Letters by which they then differ."""

_SELDOM = frozenset({"comment", "code", "window"})
"""Reasons that need no second look."""

_UNSEEN = "hidden"
"""The reason of what no browser shows."""

_MANY_WORDS = 12
"""Words of a hidden paragraph without a full stop."""

_WITH_FIGURE = 3
"""Words of a hidden paragraph with a figure; "Page 2" is less."""


class Reading(NamedTuple):
    """A document as it was read: its path, its blocks, and its segments with their kinds."""

    path: str
    blocks: Sequence[Block]
    segments: Sequence[Segment]


def share(segments: Sequence[Segment]) -> float:
    """The share of a document's letters that was set aside, 0 to 1."""
    whole = sum(substance(segment.text) for segment in segments)
    out = sum(substance(segment.text) for segment in segments if segment.kind == "furniture")
    return out / whole if whole else 0.0


def much_set_aside(document: Reading) -> Message | None:
    """The warning that much of the text was taken for furniture, None where it was not."""
    kept: dict[int, bool] = defaultdict(bool)
    for segment in document.segments:
        kept[segment.block] |= segment.kind != "furniture"
    texts = {number: document.blocks[number].text for number in kept}
    compared = {texts[number] for number, stays in kept.items() if stays}
    # A text that stands there several times is lost once.
    out = {
        texts[number]
        for number, stays in kept.items()
        if not stays
        and document.blocks[number].reason not in _SELDOM
        and texts[number] not in compared
        and _is_text(document.blocks[number])
    }
    if not out:
        return None
    lost = sum(map(substance, out))
    letters, many = lost, len(out)
    for number, text in texts.items():
        if kept[number] and _is_text(document.blocks[number]):
            many += 1
            letters += substance(text)
            if lost < _MUCH * letters:
                return None  # most texts lose little, and the rest of them is not looked at
    is_a_box = len(out) <= _FEW and sum(map(shapes.count_words, out)) < _LONG
    if is_a_box and len(out) < many:
        return None
    return message(
        "“{path}”: {out} of {all} paragraphs were taken for page furniture and are not compared.",
        path=document.path,
        out=len(out),
        all=many,
    )


def unseen_on_both(source: Reading, translation: Reading) -> Message | None:
    """The warning that sentences or figures that no browser shows were set aside on both sides,
    where nothing would be said of an error in them."""
    out = _unseen(translation)
    if not out or not _unseen(source):
        return None
    return plural(
        "“{path}”: {n} hidden paragraph, here and in the source, is not compared.",
        "“{path}”: {n} hidden paragraphs, here and in the source, are not compared.",
        out,
        path=translation.path,
    )


def _unseen(document: Reading) -> int:
    """How many hidden paragraphs that say something were set aside."""
    kept = {each.block for each in document.segments if each.kind != "furniture"}
    hidden = [
        block.text
        for number, block in enumerate(document.blocks)
        if number not in kept and block.reason == _UNSEEN
    ]
    short = [text for text in hidden if not _says_something(text) and ends_as_sentence(text)]
    # One such line is a message of the page; several are a text.
    together = sum(map(shapes.count_words, short)) >= _PROSE_WORDS and len(short) > 1
    return sum(map(_says_something, hidden)) + (len(short) if together else 0)


def _says_something(text: str) -> bool:
    """Whether a paragraph has a whole sentence, a figure among words, or many words."""
    words = shapes.count_words(text)
    has_figure = any(map(str.isnumeric, text)) and words >= _WITH_FIGURE
    return has_figure or words >= _MANY_WORDS or _is_prose(text)


def warnings(document: Reading, beside: Reading | None = None) -> tuple[Message, ...]:
    """All that has to be said of `document`; `beside` is the source of a translation."""
    found = [much_set_aside(document)]
    if beside:
        found += [far_apart(beside, document), unseen_on_both(beside, document)]
    return tuple(each for each in found if each is not None)


def far_apart(source: Reading, translation: Reading) -> Message | None:
    """The warning that one side keeps much more text than the other although much was set
    aside on the side with less."""
    lost = [_said(each.segments, aside=True) for each in (source, translation)]
    if max(lost) < _LEAST_APART:
        return None
    left = [_said(each.segments, aside=False) for each in (source, translation)]
    measured = zip(left, lost, (source, translation), strict=True)
    (long, _, more), (short, out, less) = sorted(measured, key=lambda one: -one[0])
    if long < _APART * short or long - short < _LEAST_APART or out < _LEAST_APART:
        return None
    return message(
        "“{path}” is left with much less text than “{other}”: {percent} % of it was taken for "
        "page furniture.",
        path=less.path,
        other=more.path,
        percent=round(100 * share(less.segments)),
    )


def _said(segments: Sequence[Segment], *, aside: bool) -> float:
    """How much the segments say that were set aside, or those that were not."""
    return sum(substance(each.text) for each in segments if (each.kind == "furniture") == aside)


def _is_text(block: Block) -> bool:
    """Whether a block is a sentence, or so long that it is no label; a headline is neither."""
    words = shapes.count_words(block.text)
    if ends_as_sentence(block.text):
        return words >= _SENTENCE_WORDS
    return words >= _LONG_WORDS and block.reason != "links"


def _is_prose(text: str) -> bool:
    return shapes.count_words(text) >= _PROSE_WORDS and ends_as_sentence(text)
