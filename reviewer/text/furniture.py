"""Page furniture: what stands on a page and is no part of its article.

Menus, the name of the site, bylines, counters of comments, related stories, marks of
advertisements, second copies of a caption. It is told by structure (where a line stands and
what shape it has) and by evidence (what the other documents have in the same place), never
by words. Where nothing speaks against a line it belongs to the article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache

from reviewer.domain import BOXED, Block, Document, Segment
from reviewer.text import line_shapes as shapes
from reviewer.text.endings import ends_as_sentence
from reviewer.text.languages import detect
from reviewer.text.pages import LONGEST_LINE, RUN, Page, is_shaped, page_of
from reviewer.text.shared_lines import shared_lines

_SHORT = 4
"""Words in a label, a name, an item of a menu."""

_A_TEXT = 3
"""Blocks that are not set aside by their place, where nothing else would be left."""

_MENU = 4
"""So many short lines in a row behind the last sentence are a menu, not the end of a text."""

_COMMENTS = 0.25
"""The greatest share of a page's prose that may stand behind the counter of comments."""

_REPEATED = 5
"""Words in a paragraph whose second copy is no refrain."""

_REPEATED_AFAR = 8

_SURE = 0.8
_LETTERS_TO_JUDGE = 12
_WORDS_TO_JUDGE = 3


def mark_furniture(
    documents: Sequence[Document], segments: Sequence[Sequence[Segment]]
) -> list[list[Segment]]:
    """The segments of each document again, with page furniture marked by kind "furniture".

    `documents` has the source first and its translations after it; `segments` is parallel
    to it. Works for one document alone, with less evidence.
    """
    return with_furniture(segments, furniture_reasons(documents, segments))


def with_furniture(
    segments: Sequence[Sequence[Segment]], reasons: Sequence[Mapping[int, str]]
) -> list[list[Segment]]:
    """The segments of each document with those that have a reason marked as furniture."""
    return [
        [
            replace(segment, kind="furniture") if index in why else segment
            for index, segment in enumerate(own)
        ]
        for own, why in zip(segments, reasons, strict=True)
    ]


def furniture_reasons(
    documents: Sequence[Document], segments: Sequence[Sequence[Segment]]
) -> list[dict[int, str]]:
    """For each document the index of each segment that is furniture, and why (`reasons`)."""
    pages = [page_of(document, own) for document, own in zip(documents, segments, strict=True)]
    found: list[dict[int, str]] = []
    for index, (page, own) in enumerate(zip(pages, segments, strict=True)):
        others = [other for other in pages[:index] + pages[index + 1 :] if other.numbers]
        why = {
            **dict.fromkeys(shared_lines(page, others, _title, _is_foreign), "alike"),
            **dict.fromkeys(_tail(page, others), "behind"),
            **dict.fromkeys(_head(page, others), "ahead"),
            **dict.fromkeys(_recurring(page, others), "recurring"),
            **_by_shape(page),
        }
        # A translation without any furniture is no page but a text, and what it has twice
        # is an error that the checks are to find.
        if index == 0 or why:
            why = {**dict.fromkeys(_copies(page, others), "copy"), **why}
        if len(documents) == 1:
            # There is no translation that could have it.
            why = {**{n: b.reason for n, b in page.items() if _in_doubt(b)}, **why}
        if not _text_left(page, why):
            outright = _by_shape(page)
            why = outright if len(_text_left(page, outright)) >= _A_TEXT else why
        credits_ = _credits(own)
        found.append(
            {
                place: why.get(segment.block, "credit")
                for place, segment in enumerate(own)
                if segment.block in why or segment.id in credits_
            }
        )
    return found


def _text_left(page: Page, why: Mapping[int, str]) -> list[int]:
    """The blocks besides headings that are no furniture."""
    return [
        number
        for number, block in page.items()
        if number not in why and block.role not in ("title", "heading")
    ]


def _in_doubt(block: Block) -> bool:
    return bool(block.reason) and not block.chrome and block.reason != BOXED


def _by_shape(page: Page) -> dict[int, str]:
    """What is furniture wherever it stands, and why.

    The title of a web page's window is chrome as well; it counts only where the article has
    no heading of its own.
    """
    titled = any(
        block.role == "title" and not block.chrome for block in map(page.block, page.numbers)
    )
    return {
        number: (block.reason or "said") if block.chrome else "shape"
        for number, block in page.items()
        if (block.chrome and (titled or block.role != "title"))
        or shapes.is_placeholder(block.text)
        or (shapes.in_brackets(block.text) and shapes.is_credit(block.text))
    }


def _recurring(page: Page, others: Sequence[Page]) -> set[int]:
    """A short line without end mark that stands here again and again and in no translation."""
    if not others:
        return set()
    counts = _short_lines(page)
    theirs = {count for other in others for count in _short_lines(other).values()}
    often = {line for line, count in counts.items() if count >= RUN and count not in theirs}
    return {number for number in page.numbers if _normal(page.text(number)) in often}


def _short_lines(page: Page) -> Counter[str]:
    return Counter(
        _normal(page.text(number))
        for number, block in page.items()
        if number not in page.prose
        and block.role in ("paragraph", "heading")
        and shapes.count_words(block.text) <= _SHORT
    )


def _head(page: Page, others: Sequence[Page]) -> set[int]:
    """Furniture before the first sentence: all but the title and what may be a heading."""
    title = _title(page)
    found: set[int] = set()
    for number in page.head:
        if number == title:
            continue
        text = page.text(number)
        if (
            is_shaped(text)
            or shapes.is_date_line(text)
            or shapes.is_doubled(text)
            or shapes.is_trail(text)
            or (title is not None and number < title and shapes.names_a_site(text))
            or (title is not None and _has_title(text, page.text(title)))
            or (not page.is_list and _is_foreign(text, page.language))
        ):
            found.add(number)
    before = [n for n in page.head if title is not None and n < title and n not in found]
    menu = [n for n in before if shapes.count_words(page.text(n)) <= _SHORT]
    if len(menu) >= _MENU or (_tops_a_page(page, title) and _no_kicker(others)):
        found |= set(menu)
    rest = [n for n in page.head if n != title and n not in found]
    similar = sum(bool(_light(other, other.head, _title(other))) for other in others)
    if others and similar * 2 <= len(others):
        found |= {n for n in rest if shapes.count_words(page.text(n)) <= _SHORT}
    return found


def _tops_a_page(page: Page, title: int | None) -> bool:
    """Whether a line before the title can only be a page's: a menu, a site's name, a count."""
    return title is not None and any(
        number < title and (is_shaped(page.text(number)) or shapes.is_trail(page.text(number)))
        for number in page.head
    )


def _no_kicker(others: Sequence[Page]) -> bool:
    """Whether no other document that is a plain text has a line before its title."""
    for other in others:
        title = _title(other)
        if _tops_a_page(other, title):
            continue
        if any(title is not None and n < title for n in _light(other, other.head, title)):
            return False
    return True


def _has_title(text: str, title: str) -> bool:
    """Whether the line is the title again, perhaps with the name of the site behind it."""
    head, _, rest = _normal(text).partition(_normal(title))
    return not head and shapes.count_words(title) > 2 and not rest[:1].isalnum()


def _title(page: Page) -> int | None:
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
        and (page.is_list or not _is_foreign(page.text(number), page.language))
    ]
    return max(candidates, key=lambda n: _weight(page.text(n)), default=None)


def _weight(text: str) -> tuple[int, int]:
    """How much a line says, without the name of the site behind it; the shorter one wins."""
    return shapes.count_words(re.split(r"\s[|–—-]\s", text)[0]), -len(text)


def _tail(page: Page, others: Sequence[Page]) -> set[int]:
    """Furniture behind the last sentence, and behind the counter of comments."""
    found: set[int] = set()
    numbers = page.numbers
    anchor = _comments(page)
    if anchor is not None:
        found |= {number for number in numbers if number >= anchor}
    tail = [number for number in page.tail if number not in found]
    if anchor is not None:
        tail = _trailing_lines(page, anchor)
    anchors = [number for number in tail if _ends_an_article(page.text(number))]
    if anchors:
        found |= {number for number in tail if number >= anchors[0]}
    # What a page leaves to the translation is none of a menu's where there is one.
    before = [n for n in tail if n not in found and not (others and _in_doubt(page.block(n)))]
    if not before or _belongs_to_prose(page, before):
        return found
    if found and not _correspond(before, others):
        doubtful = not others or _as_many(before, others) or _is_contact(page, before, others)
        longest = _SHORT if doubtful else LONGEST_LINE
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
    counts = [len(_light(other, other.tail, None)) for other in others]
    return any(abs(n - len(lines)) <= (max(n, len(lines)) >= RUN) for n in counts)


def _ends_an_article(text: str) -> bool:
    return is_shaped(text) or shapes.is_date_line(text) or shapes.is_doubled(text)


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
    theirs = [_light(other, other.tail, None) for other in others]
    if others and not any(theirs):
        return len(lines) > 1 or shapes.count_words(page.text(lines[0])) <= _SHORT
    if _as_many(lines, others):
        return False
    return len(lines) >= _MENU and not _is_contact(page, lines, others)


def _is_contact(page: Page, lines: Sequence[int], others: Sequence[Page]) -> bool:
    """Whether a third of the lines or more tell numbers, addresses, or names that every
    language writes alike."""
    shared = {_normal(other.text(number)) for other in others for number in other.numbers}
    contact = sum(
        bool(re.search(r"\d|@", page.text(number))) or _normal(page.text(number)) in shared
        for number in lines
    )
    return contact * 3 >= len(lines)


def _light(page: Page, zone: Sequence[int], title: int | None) -> list[int]:
    """The lines of a zone that may be part of the article."""
    return [
        number
        for number in zone
        if number != title
        and not page.block(number).chrome
        and not _in_doubt(page.block(number))
        and not _ends_an_article(page.text(number))
        and (page.is_list or not _is_foreign(page.text(number), page.language))
    ]


@lru_cache(maxsize=1024)
def _is_foreign(text: str, language: str) -> bool:
    """Whether a line is surely in another language; asked last, because it takes time."""
    if not language or sum(map(str.isalpha, text)) < _LETTERS_TO_JUDGE:
        return False
    if shapes.count_words(text) < _WORDS_TO_JUDGE:
        return False
    found, confidence = detect(text)
    return found != language and confidence >= _SURE


def _copies(page: Page, others: Sequence[Page]) -> set[int]:
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
        key = _normal(block.text)
        if number in page.prose or block.role == "caption":
            before, _ = whole.setdefault(key, (place, number))
            least = _REPEATED if place - before <= 1 else _REPEATED_AFAR
            if before != place and shapes.count_words(key) >= least:
                found.add(number)
        inner.update(map(_normal, page.several.get(number, ())))
    for key, (_, number) in whole.items():
        if key in inner and shapes.count_words(key) >= _REPEATED_AFAR:
            found.add(number)
    return found


def _credits(segments: Sequence[Segment]) -> set[str]:
    """Credits of pictures: a label and a name at the end of a paragraph of sentences."""
    found: set[str] = set()
    for number, segment in enumerate(segments):
        previous = segments[number - 1] if number else None
        last = number + 1 == len(segments) or segments[number + 1].block != segment.block
        if (
            last
            and previous is not None
            and previous.block == segment.block
            and ends_as_sentence(previous.text)
            and shapes.is_credit(segment.text)
        ):
            found.add(segment.id)
    return found


def _normal(text: str) -> str:
    return " ".join(text.split()).rstrip(".").casefold()
