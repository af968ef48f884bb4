"""Titles stand in the order of the alphabet of the language of the window."""

from __future__ import annotations

import pytest

from reviewer.ui.look.alphabet import in_alphabet
from reviewer.wording.language import use_language


@pytest.mark.parametrize(
    ("language", "titles"),
    [
        ("de", ["Äthiopisch", "Azeri", "Förmliche Anrede", "Fußnote", "Über", "Zahlen"]),
        ("uk", ["Гора", "Ґанок", "Дім", "Єдність", "Жук", "Іній", "Яма"]),
        ("vi", ["Dòng", "Đoạn", "Em", "Ê", "Thiếu"]),
        ("en", ["Apple", "banana", "Cherry"]),
    ],
)
def test_titles_are_in_the_order_of_the_alphabet(language: str, titles: list[str]) -> None:
    use_language(language)
    try:
        found = in_alphabet((title, title) for title in sorted(titles, reverse=True))
    finally:
        use_language("en")
    assert [title for title, _ in found] == titles
