"""Marks of notes of every kind, in several languages: they join no sentences and are no numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial

import pytest

from tests.end_to_end.planted import (
    Dress,
    as_page,
    as_text,
    lines_of,
    paragraphs,
    told,
    wanted,
)

Mark = Callable[[int], str]
"""The mark of note number so-and-so, from 1."""

_RAISED = "⁰¹²³⁴⁵⁶⁷⁸⁹"
_LETTERS = " abcdefghi"
_ROMAN = ["", "i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix"]

TEXT: dict[str, Mark] = {
    "raised": lambda n: _RAISED[n],
    "raised, with a space": lambda n: f"\u202f{_RAISED[n]}",
    "raised, two": lambda n: f"{_RAISED[n]},{_RAISED[n]}",
    "raised letters": lambda n: " ᵃᵇᶜᵈᵉᶠᵍʰⁱ"[n],
    "raised, half a bracket": lambda n: f" {_RAISED[n]})",
    "raised in brackets": lambda n: f"({_RAISED[n]})",
    "stars": lambda n: "*" * (n % 3 + 1),
    "daggers": lambda n: " †‡§¶"[n % 4 + 1],
    "round": lambda n: f"({n})",
    "round letters": lambda n: f" ({_LETTERS[n]})",
    "square": lambda n: f"[{n}]",
    "square ranges": lambda n: f" [{n}–{n + 2}]",
    "square letters": lambda n: f"[{_LETTERS[n]}]",
    "square numerals": lambda n: f"[{_ROMAN[n]}]",
    "ringed": lambda n: " ①②③④⑤⑥⑦⑧⑨"[n],
    "wide": lambda n: f"［{n}］",
    "curly": lambda n: f"{{{n}}}",
    "with a hash": lambda n: f"#{n}",
    "a figure alone": str,
    "half a bracket": lambda n: f"{n})",
    "a star and half a bracket": lambda n: "*)",
    "an arrow": lambda n: "↩",
}
BEFORE_THE_STOP = ("raised", "raised letters", "stars", "round", "square", "ringed", "curly")
PAGE: dict[str, Mark] = {
    "sup": lambda n: f"<sup>{n}</sup>",
    "sup with brackets": lambda n: f"<small><sup>({n})</sup></small>",
    "sup with half a bracket": lambda n: f"&nbsp;<sup>{n})</sup>",
    "sup with two": lambda n: f"<sup>{n},{n + 1}</sup>",
    "sup with a letter": lambda n: f"<sup>{_LETTERS[n]}</sup>",
    "sup with a link": lambda n: f"<sup><a href='#fn{n}'>{n}</a></sup>",
    "link": lambda n: f"<a role='doc-noteref' href='#n{n}'>{n}</a>",
    "link to a list": lambda n: f"<a href='#_ftn{n}' name='_ftnref{n}'>[{n}]</a>",
    "raised by style": lambda n: f"<span style='vertical-align:super'>{n}</span>",
    "raised by class": lambda n: f"<span class=up>{n}</span>",
}
MARKDOWN: dict[str, Mark] = {
    "reference": lambda n: f"[^{n}]",
    "named reference, with a space": lambda n: f" [^note-{_LETTERS[n]}]",
    "two references": lambda n: f"[^{n}][^x{n}]",
    "link": lambda n: f"[{n}](#fn{n})",
    "link in brackets": lambda n: f"[[{n}]](#fn{n})",
    "carets": lambda n: f"^{n}^",
    "sup": lambda n: f"<sup>{n}</sup>",
    "star": lambda n: r"\*",
}
LANGUAGES = [
    ("en", "de"),
    ("en", "uk"),
    ("zh", "en"),
    ("en", "ar"),
    ("vi", "en"),
    ("de", "uk"),
    ("en", "zh"),
    ("ar", "en"),
    ("fr", "vi"),
]


def marked(sentences: Sequence[str], mark: Mark, *, before: bool) -> list[str]:
    """The sentences with their marks, which count on over those that are left out."""
    made, number = [], 0
    for text in sentences:
        number += bool(text)
        put = f"{text[:-1]}{mark(number)}{text[-1:]}" if before else text + mark(number)
        made.append(put if text else "")
    return made


def text(mark: Mark, before: bool, language: str, title: str, sentences: Sequence[str]) -> bytes:
    return as_text(language, title, marked(sentences, mark, before=before))


def page(mark: Mark, before: bool, language: str, title: str, sentences: Sequence[str]) -> bytes:
    body = f"<h1>{title}</h1>{lines_of(language, marked(sentences, mark, before=before))}"
    return as_page(language, body, head="<style>.up{vertical-align:super}</style>")


def markdown(
    mark: Mark, before: bool, language: str, title: str, sentences: Sequence[str]
) -> bytes:
    parts = paragraphs(language, marked(sentences, mark, before=before))
    return "\n\n".join([f"# {title}", *parts]).encode()


CASES = [
    *((f"text: {name}", "n.txt", text, mark, False) for name, mark in TEXT.items()),
    *((f"text before: {name}", "n.txt", text, TEXT[name], True) for name in BEFORE_THE_STOP),
    *((f"page: {name}", "n.html", page, mark, False) for name, mark in PAGE.items()),
    *((f"page before: {name}", "n.html", page, mark, True) for name, mark in PAGE.items()),
    *((f"markdown: {name}", "n.md", markdown, mark, False) for name, mark in MARKDOWN.items()),
]


@pytest.mark.parametrize("case", range(len(CASES)), ids=[case[0] for case in CASES])
def test_notes_hide_nothing_and_count_nothing(case: int) -> None:
    name, file, dress, mark, before = CASES[case]
    languages = LANGUAGES[case % len(LANGUAGES)]
    if "zh" in languages and before and "round" in name:
        languages = LANGUAGES[0]  # where a number in brackets may be somebody's age
    dressed: Dress = partial(dress, mark, before)
    both = case % 2 == 0
    dresses = (dressed, dressed if both else as_text)
    found = told((file, file if both else "t.txt"), dresses, languages)
    assert found == wanted(languages[0])
