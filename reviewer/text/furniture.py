"""Page furniture: what stands on a page and is no part of its article.

Menus, the name of the site, bylines, counters of comments, related stories, marks of
advertisements, second copies of a caption. It is told by structure (where a line stands and
what shape it has) and by evidence (what the other documents have in the same place), never
by words. Where nothing speaks against a line it belongs to the article.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from reviewer.domain import Document, Segment
from reviewer.text import line_shapes as shapes
from reviewer.text.article_lines import A_LABEL, A_MENU, in_doubt, is_foreign, may_be_text, title_of
from reviewer.text.endings import ends_as_sentence
from reviewer.text.page_end import tail
from reviewer.text.pages import Page, is_shaped, page_of
from reviewer.text.repeated_lines import copies, normal, recurring
from reviewer.text.shared_lines import shared_lines

_SAID_IN_FULL = 2
"""Times as many words that a label may take in another language."""

_A_TEXT = 3
"""Blocks that are not set aside by their place, where nothing else would be left."""


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
            **dict.fromkeys(shared_lines(page, others, title_of, is_foreign), "alike"),
            **dict.fromkeys(tail(page, others), "behind"),
            **dict.fromkeys(_head(page, others), "ahead"),
            **dict.fromkeys(recurring(page, others), "recurring"),
            **_by_shape(page),
        }
        # A translation without any furniture is no page but a text, and what it has twice
        # is an error that the checks are to find.
        if index == 0 or why:
            why = {**dict.fromkeys(copies(page, others), "copy"), **why}
        if len(documents) == 1:
            # There is no translation that could have it.
            why = {**{n: b.reason for n, b in page.items() if in_doubt(b)}, **why}
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


def _head(page: Page, others: Sequence[Page]) -> set[int]:
    """Furniture before the first sentence: all but the title and what may be a heading."""
    title = title_of(page)
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
            or (not page.is_list and is_foreign(text, page.language))
        ):
            found.add(number)
    before = [n for n in page.head if title is not None and n < title and n not in found]
    menu = [n for n in before if shapes.count_words(page.text(n)) <= A_LABEL]
    if len(menu) >= A_MENU or (_tops_a_page(page, title) and _no_kicker(others)):
        found |= set(menu)
    rest = [n for n in page.head if n != title and n not in found]
    similar = sum(map(_has_short_head, others))
    if others and similar * 2 <= len(others):
        found |= {n for n in rest if shapes.count_words(page.text(n)) <= A_LABEL}
    return found


def _has_short_head(page: Page) -> bool:
    """Whether what may be text and a label of another page stands before the first sentence."""
    lines = may_be_text(page, page.head, title_of(page))
    return any(shapes.count_words(page.text(line)) <= _SAID_IN_FULL * A_LABEL for line in lines)


def _tops_a_page(page: Page, title: int | None) -> bool:
    """Whether a line before the title can only be a page's: a menu, a site's name, a count."""
    return title is not None and any(
        number < title and (is_shaped(page.text(number)) or shapes.is_trail(page.text(number)))
        for number in page.head
    )


def _no_kicker(others: Sequence[Page]) -> bool:
    """Whether no other document that is a plain text has a line before its title."""
    for other in others:
        title = title_of(other)
        if _tops_a_page(other, title):
            continue
        if any(title is not None and n < title for n in may_be_text(other, other.head, title)):
            return False
    return True


def _has_title(text: str, title: str) -> bool:
    """Whether the line is the title again, perhaps with the name of the site behind it."""
    head, _, rest = normal(text).partition(normal(title))
    return not head and shapes.count_words(title) > 2 and not rest[:1].isalnum()


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
