"""A toolbar that stands word for word on pages in two languages is set aside on both."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from tests.formats.html.test_html_beside import GERMAN, TEXT

TOOLBARS = {
    "en": ["Share this article with your friends", "Print this page", "Save for later"],
    "de": ["Diesen Artikel mit Freunden teilen", "Diese Seite drucken", "Für später merken"],
    "fr": ["Partager cet article avec vos amis", "Imprimer cette page", "Garder pour plus tard"],
    "uk": ["Поділитися цією статтею з друзями", "Надрукувати сторінку", "Зберегти на потім"],
    "id": ["Bagikan artikel ini kepada teman Anda", "Cetak halaman ini", "Simpan untuk nanti"],
}


def told(top: list[str], end: list[str], other_end: list[str] | None = None) -> list[str]:
    """The checks that say something of the two pages with these lines."""
    pages = []
    for title, text, last in (
        ("The lighthouse opens", TEXT, end),
        ("Der Leuchtturm öffnet", GERMAN, end if other_end is None else other_end),
    ):
        lines = [*top, f"<h1>{title}</h1>", *text, *last]
        body = "".join(line if line.startswith("<") else f"<p>{line}</p>" for line in lines)
        page = f"<title>{title}</title><body>{body}".encode()
        pages.append(formats.read_bytes(Path("page.html"), page))
    [translation] = analyse(pages[0], [pages[1]]).translations
    return [finding.check for row in translation.findings for finding in row]


@pytest.mark.parametrize("language", TOOLBARS)
def test_a_toolbar_before_the_title_or_at_the_end(language: str) -> None:
    assert told(TOOLBARS[language], []) == []
    assert told([], TOOLBARS[language]) == []


def test_one_line_may_be_a_heading_that_was_left_untranslated() -> None:
    assert told([], TOOLBARS["en"][:1])


def test_a_sentence_that_was_left_untranslated_is_told() -> None:
    assert "untranslated" in told([], [f"{line}." for line in TOOLBARS["en"]])


def test_contact_lines_are_no_toolbar() -> None:
    contact = ["Anna Moor", "Marn Harbour", "+49 30 1234", "moor@marn.example"]
    assert told([], contact) == []
    assert told([], contact, [*contact[:2], "+49 30 1243", contact[3]])
