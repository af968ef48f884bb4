"""Lines at the edges of pages that stand word for word in all of them: the toolbar of a site whose
frame is in one language, whatever the language of the article."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from reviewer.text.endings import ends_as_sentence
from reviewer.text.pages import Page

_FEWEST = 2
"""So many such lines are a toolbar; one may be a heading that was left untranslated."""


def shared_lines(
    page: Page,
    others: Sequence[Page],
    title_of: Callable[[Page], int | None],
    is_foreign: Callable[[str, str], bool],
) -> set[int]:
    """The blocks before the title of `page`, or behind its last sentence, that another page in
    another language has there too.

    `title_of` tells the block of a page's title, `is_foreign` whether a line is surely not in a
    language: one of the lines has to be so on one of the two pages, for names and addresses are
    alike in all languages.
    """
    found: set[int] = set()
    own = _edges(page, title_of(page)) if others else []
    for other in others:
        if other.language == page.language or not own:
            continue
        theirs = {_plain(other.text(number)) for number in _edges(other, title_of(other))}
        alike = [number for number in own if _plain(page.text(number)) in theirs]
        languages = (page.language, other.language)
        if len(alike) >= _FEWEST and any(
            is_foreign(page.text(number), language) for number in alike for language in languages
        ):
            found.update(alike)
    return found


def _edges(page: Page, title: int | None) -> list[int]:
    before = [number for number in page.head if title is not None and number < title]
    return [each for each in (*before, *page.tail) if not ends_as_sentence(page.text(each))]


def _plain(text: str) -> str:
    return " ".join(text.split()).casefold()
