"""What a page has more than once: the same short line again and again, copies of a paragraph."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from reviewer.text import line_shapes as shapes
from reviewer.text.article_lines import A_LABEL
from reviewer.text.pages import RUN, Page

_REPEATED = 5
"""Words in a paragraph whose second copy is no refrain."""

_REPEATED_AFAR = 8


def recurring(page: Page, others: Sequence[Page]) -> set[int]:
    """A short line without end mark that stands here again and again and in no translation."""
    if not others:
        return set()
    counts = _short_lines(page)
    theirs = {count for other in others for count in _short_lines(other).values()}
    often = {line for line, count in counts.items() if count >= RUN and count not in theirs}
    return {number for number in page.numbers if normal(page.text(number)) in often}


def _short_lines(page: Page) -> Counter[str]:
    return Counter(
        normal(page.text(number))
        for number, block in page.items()
        if number not in page.prose
        and block.role in ("paragraph", "heading")
        and shapes.count_words(block.text) <= A_LABEL
    )


def copies(page: Page, others: Sequence[Page]) -> set[int]:
    """Second copies of a caption or lead, word for word, by block.

    Of a paragraph and a sentence of another the paragraph is the copy, of two paragraphs the
    second one. What another document has twice as often is meant to be there twice.
    """
    found = _repeated_blocks(page)
    if len(found) > max(3, len(page.numbers) // 10):
        return set()
    if found and any(len(_repeated_blocks(other)) >= len(found) for other in others):
        return set()
    return found


def _repeated_blocks(page: Page) -> set[int]:
    whole: dict[str, tuple[int, int]] = {}
    found: set[int] = set()
    inner: set[str] = set()
    for place, (number, block) in enumerate(page.items()):
        key = normal(block.text)
        if number in page.prose or block.role == "caption":
            before, _ = whole.setdefault(key, (place, number))
            least = _REPEATED if place - before <= 1 else _REPEATED_AFAR
            if before != place and shapes.count_words(key) >= least:
                found.add(number)
        inner.update(map(normal, page.several.get(number, ())))
    for key, (_, number) in whole.items():
        if key in inner and shapes.count_words(key) >= _REPEATED_AFAR:
            found.add(number)
    return found


def normal(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()
