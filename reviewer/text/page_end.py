"""What stands behind the last sentence of a page and is no part of its article."""

from __future__ import annotations

import re
from collections.abc import Sequence

from reviewer.text import line_shapes as shapes
from reviewer.text.article_lines import A_LABEL, A_MENU, ends_an_article, in_doubt, may_be_text
from reviewer.text.pages import LONGEST_LINE, RUN, Page
from reviewer.text.repeated_lines import normal

_COMMENTS = 0.25
"""The greatest share of a page's prose that may stand behind the counter of comments."""


def tail(page: Page, others: Sequence[Page]) -> set[int]:
    """Furniture behind the last sentence, and behind the counter of comments."""
    found: set[int] = set()
    numbers = page.numbers
    anchor = _comments(page)
    if anchor is not None:
        found |= {number for number in numbers if number >= anchor}
    lines = [number for number in page.tail if number not in found]
    if anchor is not None:
        lines = _trailing_lines(page, anchor)
    anchors = [number for number in lines if ends_an_article(page.text(number))]
    if anchors:
        found |= {number for number in lines if number >= anchors[0]}
    # What a page leaves to the translation is none of a menu's where there is one.
    before = [n for n in lines if n not in found and not (others and in_doubt(page.block(n)))]
    if not before or _belongs_to_prose(page, before):
        return found
    if found and not _correspond(before, others):
        doubtful = not others or _as_many(before, others) or _is_contact(page, before, others)
        longest = A_LABEL if doubtful else LONGEST_LINE
        found |= {n for n in before if shapes.count_words(page.text(n)) <= longest}
        before = [number for number in before if number not in found]
    if _is_menu(page, before, others):
        found |= set(before)
    return found


def _correspond(lines: Sequence[int], others: Sequence[Page]) -> bool:
    """Whether another document has as many lines (two or more) behind its last sentence."""
    return len(lines) > 1 and _as_many(lines, others)


def _as_many(lines: Sequence[int], others: Sequence[Page]) -> bool:
    """Whether another document has as many lines there; of three or more, one may be lost."""
    counts = [len(may_be_text(other, other.tail, None)) for other in others]
    return any(abs(n - len(lines)) <= (max(n, len(lines)) >= RUN) for n in counts)


def _comments(page: Page) -> int | None:
    """The counter behind which a page has no more of its article."""
    total = sum(len(page.text(number)) for number in page.prose) or 1
    for number in page.numbers:
        if shapes.is_counter(page.text(number)):
            behind = sum(len(page.text(n)) for n in page.prose if n > number)
            if behind <= _COMMENTS * total and any(n < number for n in page.prose):
                return number
    return None


def _trailing_lines(page: Page, anchor: int) -> list[int]:
    """The lines between the last sentence before `anchor` and `anchor`."""
    last = max((number for number in page.prose if number < anchor), default=-1)
    return [number for number in page.numbers if last < number < anchor]


def _belongs_to_prose(page: Page, lines: Sequence[int]) -> bool:
    """Whether the lines are a list that the sentence before them announces, or marked as one."""
    before = [number for number in page.prose if number < lines[0]]
    if before and shapes.announces(page.text(before[-1])):
        return True
    roles = {page.block(number).role for number in lines}
    return roles <= {"list_item", "table_cell"}


def _is_menu(page: Page, lines: Sequence[int], others: Sequence[Page]) -> bool:
    """Whether lines at the end are a menu or related stories."""
    if not lines or _belongs_to_prose(page, lines):
        return False
    theirs = [may_be_text(other, other.tail, None) for other in others]
    if others and not any(theirs):
        return len(lines) > 1 or shapes.count_words(page.text(lines[0])) <= A_LABEL
    if _as_many(lines, others):
        return False
    return len(lines) >= A_MENU and not _is_contact(page, lines, others)


def _is_contact(page: Page, lines: Sequence[int], others: Sequence[Page]) -> bool:
    """Whether a third of the lines or more tell numbers, addresses, or names that every
    language writes alike."""
    shared = {normal(other.text(number)) for other in others for number in other.numbers}
    contact = sum(
        bool(re.search(r"\d|@", page.text(number))) or normal(page.text(number)) in shared
        for number in lines
    )
    return contact * 3 >= len(lines)
