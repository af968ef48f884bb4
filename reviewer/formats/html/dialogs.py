"""What stands over a page until somebody answers it: a request for consent, with all its partners.

It may hold far more text than the article behind it, so that its share of the page says nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from reviewer.formats.html.nodes import Found, Node
from reviewer.text.endings import ends_as_sentence
from reviewer.text.line_shapes import count_words

_LEAST_CONTROLS = 2
"""Buttons or fields with which a dialog is answered; one alone only shuts it."""

_LEAST_PROSE = 3
"""Paragraphs beside it that are an article; with fewer the dialog may hold it."""

_PROSE_WORDS = 10
_LINKED = 0.5


def standing_over(found: Sequence[Found], title: Node | None) -> dict[int, Node]:
    """The dialog around each block that stands in one, by number: an element that calls itself
    one, asks something, does not hold the title of the article, and has an article beside it."""
    holding = frozenset(id(node) for node in (title.up() if title else ()))
    over: dict[int, Node] = {}
    for index, each in enumerate(found):
        for node in each.node.up():
            asks = node.mark == "dialog" and node.controls >= _LEAST_CONTROLS
            if asks and id(node) not in holding:
                over[index] = node
    beside = sum(index not in over and _is_prose(each) for index, each in enumerate(found))
    return over if over and beside >= _LEAST_PROSE else {}


def _is_prose(each: Found) -> bool:
    text = each.block.text
    return (
        not any(node.mark == "hidden" for node in each.node.up())
        and each.linked < _LINKED * len(text)
        and ends_as_sentence(text)
        and count_words(text) >= _PROSE_WORDS
    )
