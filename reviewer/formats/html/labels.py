"""Short lines among the text of an article that name something and say nothing: "Advertisement",
who wrote it and when, "Share", the time of a message, stars. Left to the translation.

No words are known here: such a line stands by itself in an element of a kind in which the page has
no prose, or its markup says what it is, or it stands there again and again.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from reviewer.formats.html.features import Evidence
from reviewer.formats.html.nodes import Found
from reviewer.formats.html.said import Said, is_long, plain
from reviewer.text.endings import ends_as_sentence
from reviewer.text.line_shapes import count_words

_LABEL_WORDS = 3
"""Of a line that stands by itself between paragraphs."""

_STAMP_WORDS = 20
"""Of a line that says who wrote the text and when."""

_LONGEST_STAMP = 200
_STAMPED = 0.4
"""Of such a line, in characters, that the markup calls a time or an author."""

_FOOT_WORDS = 8
"""Of a line in the head or foot of an entry."""

_ALL_STAMPED = 0.9
_LEAST_SOURCES = 3
"""Of a list that is one of sources."""

_AGAIN, _AGAIN_WORDS = 3, 8
"""So often a line of so many words stands on a page that is no refrain."""

_CLOCK = re.compile(r"\d{1,2}[:.]\d\d(?:[:.]\d\d)?(?:\s?[^\W\d_]{1,4}\.?){0,2}")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")
_DIGIT = re.compile(r"\d")


def leave_labels(
    found: Sequence[Found],
    title: int | None,
    seen: Evidence,
    said: Said,
    reasons: Sequence[str],
    doubts: dict[int, str],
) -> None:
    """Add such lines to `doubts`; `reasons` and `doubts` are as `left_to_translation` has them."""
    for index in [*_languages(found), *_sources(found)]:
        if not reasons[index]:
            doubts.setdefault(index, "label")
    authors = [name for name in map(plain, said.authors) if is_long(name * 4)]
    times = Counter(each.block.text for each in found)
    short = [count_words(each.block.text) <= _LABEL_WORDS for each in found]
    for index, each in enumerate(found):
        text = each.block.text
        if reasons[index] or index in doubts or index == title:
            continue
        if each.block.role not in ("paragraph", "caption") or ends_as_sentence(text):
            continue
        if each.node.preserved:
            continue
        words = count_words(text)
        if each.stamped >= _STAMPED * len(text) or _names_author(text, authors):
            label = words <= _STAMP_WORDS
        elif each.block.role == "caption" and times[text] > 1:
            label = words <= _AGAIN_WORDS
        elif not seen.is_own(index) or each.block.role == "caption":
            label = False
        else:
            label = (
                not _LETTER_OR_DIGIT.search(text)
                or bool(_CLOCK.fullmatch(text.strip()))
                or (times[text] >= _AGAIN and words <= _AGAIN_WORDS and not _DIGIT.search(text))
                or (_is_in_foot(each) and words <= _FOOT_WORDS)
                or (short[index] and _is_alone(found, index, short, reasons))
            )
        if label:
            doubts[index] = "label"


def _names_author(text: str, authors: Sequence[str]) -> bool:
    """Whether a line has the name of an author in it that the page's head tells."""
    shown = plain(text) if authors and len(text) < _LONGEST_STAMP else ""
    return any(name in shown for name in authors)


def _languages(found: Sequence[Found]) -> Iterator[int]:
    """Items that are a link to the page in another language."""
    for index, each in enumerate(found):
        is_all = each.stamped >= _ALL_STAMPED * len(each.block.text)
        is_name = not ends_as_sentence(each.block.text) and not _DIGIT.search(each.block.text)
        if each.block.role == "list_item" and is_all and is_name:
            yield index


def _sources(found: Sequence[Found]) -> Iterator[int]:
    """The items of lists of sources: most are a `cite` and little else."""
    lists: dict[int, list[int]] = {}
    for index, each in enumerate(found):
        item = next((node for node in each.node.up() if node.name == "li"), None)
        if item is not None:
            lists.setdefault(id(item.parent), []).append(index)
    for items in lists.values():
        sources = sum(_is_source(found[index]) for index in items)
        if sources >= _LEAST_SOURCES and 2 * sources > len(items):
            yield from items


def _is_source(each: Found) -> bool:
    return 2 * each.cited > len(each.block.text)


def _is_in_foot(each: Found) -> bool:
    """Whether a block stands in the head or the foot of an entry, and in no quotation."""
    for node in each.node.up():
        if node.name in ("header", "footer"):
            return True
        if node.name in ("blockquote", "figure", "table"):
            return False
    return False


def _is_alone(
    found: Sequence[Found], index: int, short: Sequence[bool], reasons: Sequence[str]
) -> bool:
    """Whether a line is neither one of a run of short ones, as facts in a box are, nor a figure
    over the words for it."""
    text = found[index].block.text
    for step in (1, -1):
        at = index + step
        near = 0 <= at < len(found) and not reasons[at] and short[at]
        if near and found[at].block.role == "paragraph":
            return False
    return not _DIGIT.search(text) and not _heads_a_box(found, index)


def _heads_a_box(found: Sequence[Found], index: int) -> bool:
    """Whether a line is the first of a box that holds more: the title of a box."""
    box = found[index].node.parent
    before = index and box is not None and found[index - 1].node.is_in(box)
    behind = index + 1 < len(found) and box is not None and found[index + 1].node.is_in(box)
    return behind and not before
