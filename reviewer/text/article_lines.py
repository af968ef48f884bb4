"""Lines that may be part of an article, and the one among them that is its title."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from reviewer.domain import BOXED, Block
from reviewer.text import line_shapes as shapes
from reviewer.text.languages import detect
from reviewer.text.pages import Page, is_shaped

A_LABEL = 4
"""Words in a label, a name, an item of a menu."""

A_MENU = 4
"""So many short lines in a row behind the last sentence are a menu, not the end of a text."""

_SURE = 0.8
_LETTERS_TO_JUDGE = 12
_WORDS_TO_JUDGE = 3


def title_of(page: Page) -> int | None:
    """The line before the text that is its title: so marked, or else the one that says most."""
    for number in page.head:
        if page.block(number).role == "title" and not page.block(number).chrome:
            return number
    candidates = [
        number
        for number in page.head
        if not page.block(number).chrome
        and not is_shaped(page.text(number))
        and not shapes.is_date_line(page.text(number))
        and not shapes.is_doubled(page.text(number))
        and not shapes.is_trail(page.text(number))
        and (page.is_list or not is_foreign(page.text(number), page.language))
    ]
    return max(candidates, key=lambda n: _weight(page.text(n)), default=None)


def _weight(text: str) -> tuple[int, int]:
    """How much a line says, without the name of the site behind it; the shorter one wins."""
    return shapes.count_words(re.split(r"\s[|–—-]\s", text)[0]), -len(text)


def may_be_text(page: Page, zone: Sequence[int], title: int | None) -> list[int]:
    """The lines of a zone that may be part of the article."""
    return [
        number
        for number in zone
        if number != title
        and not page.block(number).chrome
        and not in_doubt(page.block(number))
        and not ends_an_article(page.text(number))
        and (page.is_list or not is_foreign(page.text(number), page.language))
    ]


@lru_cache(maxsize=1024)
def is_foreign(text: str, language: str) -> bool:
    """Whether a line is surely in another language; asked last, because it takes time."""
    if not language or sum(map(str.isalpha, text)) < _LETTERS_TO_JUDGE:
        return False
    if shapes.count_words(text) < _WORDS_TO_JUDGE:
        return False
    found, confidence = detect(text)
    return found != language and confidence >= _SURE


def in_doubt(block: Block) -> bool:
    return bool(block.reason) and not block.chrome and block.reason != BOXED


def ends_an_article(text: str) -> bool:
    return is_shaped(text) or shapes.is_date_line(text) or shapes.is_doubled(text)
