"""A verse or a list between the paragraphs of an article or behind them, in an element that looks
like a menu or in one of its own: a line left out of it is told, and so is another figure."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse

PROSE = {
    "en": (
        "The market in the old harbour opens again on Saturday. The city has paved the square. "
        "Traders pay less for their stalls this year.",
        "The mayor expects many visitors from the region. A band plays at noon.",
    ),
    "de": (
        "Der Markt im alten Hafen öffnet am Samstag wieder. Die Stadt hat den Platz gepflastert. "
        "Die Händler zahlen dieses Jahr weniger für ihre Stände.",
        "Die Bürgermeisterin erwartet viele Besucher aus der Region. Mittags spielt eine Kapelle.",
    ),
}
VERSE = {
    "en": (
        "I rowed across the river",
        "before the sun was high",
        "the heron and the otter",
        "they watched me passing by",
    ),
    "de": (
        "Ich ruderte über den Fluss",
        "bevor die Sonne stand",
        "der Reiher und der Otter",
    ),
}
LIST = {
    "en": (
        "Stalls open at 7 in the morning",
        "Dogs on a lead only",
        "No open fire under the awnings",
        "Every trader cleans the own place",
    ),
    "de": (
        "Stände öffnen um 8 Uhr morgens",
        "Hunde nur an der Leine",
        "Kein offenes Feuer unter den Markisen",
        "Jeder Händler reinigt seinen eigenen Platz",
    ),
}
ELEMENTS = [
    ("<div>", "</div>"),
    ("<blockquote>", "</blockquote>"),
    ("<nav>", "</nav>"),
    ('<div class="menu">', "</div>"),
    ('<div class="sidebar">', "</div>"),
    ("<aside>", "</aside>"),
]


def _page(
    folder: Path, language: str, element: tuple[str, str], inside: str, *, behind: bool = False
) -> Path:
    first, last = PROSE[language]
    path = folder / f"{language}.html"
    boxed = f"{element[0]}{inside}{element[1]}"
    boxed, at_the_end = ("", boxed) if behind else (boxed, "")
    path.write_text(
        f"<html lang={language}><title>Market</title><body><nav><a href=/>Home</a></nav><main>"
        f"<h1>Market</h1><p>{first}</p>{boxed}<p>{last}</p>{at_the_end}</main>"
        "<footer>Imprint</footer></body></html>",
        "utf-8",
    )
    return path


def _told(source: Path, target: Path) -> list[tuple[str, str]]:
    result = analyse(formats.read(source), [formats.read(target)])
    return [
        (finding.check, finding.severity)
        for findings in result.translations[0].findings
        for finding in findings
    ]


def _verse(lines: tuple[str, ...]) -> str:
    return f"<p>{'<br>'.join(lines)}</p>"


def _list(lines: tuple[str, ...]) -> str:
    return "<ul>" + "".join(f"<li>{line}" for line in lines) + "</ul>"


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element[0])
def test_a_line_left_out_of_a_verse_is_missing(element: tuple[str, str], tmp_path: Path) -> None:
    source = _page(tmp_path, "en", element, _verse(VERSE["en"]))
    target = _page(tmp_path, "de", element, _verse(VERSE["de"]))
    assert _told(source, target) == [("missing", "major")]


@pytest.mark.parametrize("element", ELEMENTS, ids=lambda element: element[0])
def test_another_figure_in_a_list_is_told(element: tuple[str, str], tmp_path: Path) -> None:
    source = _page(tmp_path, "en", element, _list(LIST["en"]))
    target = _page(tmp_path, "de", element, _list(LIST["de"]))
    assert _told(source, target) == [("numbers", "critical")]


@pytest.mark.parametrize("length", [3, 4])
@pytest.mark.parametrize(
    "element", [*ELEMENTS, ("", ""), ("<footer>", "</footer>")], ids=lambda element: element[0]
)
def test_a_line_left_out_of_a_list_at_the_end_is_missing(
    element: tuple[str, str], length: int, tmp_path: Path
) -> None:
    source = _page(tmp_path, "en", element, _list(LIST["en"][:length]), behind=True)
    whole = ("Stände öffnen um 7 Uhr morgens", *LIST["de"][1:length])
    target = _page(tmp_path, "de", element, _list(whole), behind=True)
    assert _told(source, target) == []
    for left in range(length):
        lines = (*whole[:left], *whole[left + 1 :])
        target = _page(tmp_path, "de", element, _list(lines), behind=True)
        assert [check for check, _ in _told(source, target)] == ["missing"]


def test_a_list_at_the_end_that_no_translation_has_is_no_text(tmp_path: Path) -> None:
    source = _page(tmp_path, "en", ("", ""), _list(LIST["en"]), behind=True)
    assert _told(source, _page(tmp_path, "de", ("", ""), "")) == []


def test_a_menu_at_the_end_of_both_pages_is_no_text(tmp_path: Path) -> None:
    menus = [
        _list(tuple(f"<a href=/{n}>{line}</a>" for n, line in enumerate(lines)))
        for lines in (LIST["en"], LIST["de"][1:])
    ]
    source = _page(tmp_path, "en", ("", ""), menus[0], behind=True)
    assert _told(source, _page(tmp_path, "de", ("", ""), menus[1], behind=True)) == []


def test_a_verse_and_what_stands_behind_it_are_text_in_a_plain_file(tmp_path: Path) -> None:
    source = _page(tmp_path, "en", ("<div>", "</div>"), _verse(VERSE["en"]))
    target = tmp_path / "de.txt"
    first, last = PROSE["de"]
    target.write_text("\n\n".join(("Markt", first, "\n".join(VERSE["de"]), last)), "utf-8")
    assert _told(source, target) == [("missing", "major")]


def test_lines_that_no_translation_has_are_no_text(tmp_path: Path) -> None:
    source = _page(tmp_path, "en", ('<div class="sidebar">', "</div>"), _verse(VERSE["en"]))
    target = _page(tmp_path, "de", ("", ""), "")
    assert _told(source, target) == []
