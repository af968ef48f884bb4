"""The source's figures and names by key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.profiles import Profile
from reviewer.review import Review
from reviewer.terminology import Glossary, Term
from reviewer.ui.commands.inserting import menu_lines
from reviewer.ui.dialogs.ask import Ask
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.insertable import Insertable, insertable, next_to_insert
from reviewer.ui.state.row_terms import RowTerm
from reviewer.wording import use_language

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def cost(page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot) -> str:
    key = next(row.key for row in review.rows(1) if "12 million" in row.source)
    review.edit(1, key, "Kosten:")
    page.review.go_to(key)
    qtbot.waitUntil(window.isActiveWindow)
    return key


def press(page: ReviewPage, qtbot: QtBot, more: Qt.KeyboardModifier = CONTROL) -> None:
    target = page.editing._editor or page.table
    qtbot.keyClick(target, Qt.Key.Key_Comma, more)


def test_the_next_that_the_translation_lacks(
    page: ReviewPage, review: Review, qtbot: QtBot, cost: str, window: MainWindow
) -> None:
    press(page, qtbot)
    assert page.editing._editor.text() == "Kosten:12 Millionen"
    press(page, qtbot)
    assert page.editing._editor.text() == "Kosten:12 Millionen"
    said = window.statusBar().currentMessage()
    assert said == "Every figure, name and term of the source is in the translation."
    qtbot.keyClick(page.editing._editor, Qt.Key.Key_Return)
    assert review.row(1, cost).target == "Kosten:12 Millionen"


def test_words_are_parted_by_spaces(page: ReviewPage, qtbot: QtBot, cost: str) -> None:
    page.review.editor.start(page.review.current_row(), cursor=0)
    press(page, qtbot)
    assert page.editing._editor.text() == "12 Millionen Kosten:"
    page.review.editor.stop("revert")


def test_one_is_chosen_from_a_menu(
    page: ReviewPage, qtbot: QtBot, cost: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[str] = []

    def choose(_ask: Ask, lines: list[str]) -> int:
        offered.extend(lines)
        return 0

    monkeypatch.setattr(Ask, "from_menu", choose)
    press(page, qtbot, CONTROL | ALT)
    assert offered == ["&1  12 Millionen"]
    assert page.editing._editor.text() == "Kosten:12 Millionen"
    page.review.editor.stop("revert")


@pytest.mark.parametrize(
    ("language", "written", "said"),
    [
        ("en", "1,4 miliar", "&1  1,4 miliar"),
        ("ar", "1,4 miliar", "&1  \u20681,4 miliar\u2069"),
        ("ar", "2019", "&1  2019"),
        ("ar", "1.4 مليار", "&1  1.4 مليار"),
        ("de", "1.4 مليار", "&1  \u20681.4 مليار\u2069"),
        ("uk", "Smith & Sons", "&1  Smith && Sons"),
    ],
)
def test_a_line_of_the_menu_runs_its_own_way(language: str, written: str, said: str) -> None:
    use_language(language)
    assert menu_lines([Insertable(0, written, "figure")]) == [said]


def test_ten_lines_of_the_menu_have_nine_digits() -> None:
    lines = menu_lines([Insertable(n, f"N{n}", "name") for n in range(10)])
    assert lines[8:] == ["&9  N8", "N9"]


def test_figures_and_names_stand_in_the_order_of_the_source() -> None:
    source = "Yesterday Mayor Odile Brandvik gave 4,500 people 4,500 maps of Port Velder."
    found = insertable(source, "en", "de")
    assert [one.written for one in found if one.kind == "figure"] == ["4.500"]
    names = [one.written for one in found if one.kind == "name"]
    assert any("Odile Brandvik" in name for name in names)
    assert any("Port Velder" in name for name in names)
    assert [one.start for one in found] == sorted(one.start for one in found)


HARBOUR = RowTerm(4, 16, "harbour dues", ("Hafengebühr", "Liegegeld"))


def test_a_term_is_put_in_as_the_glossary_has_it_and_what_stands_inside_it_is_not() -> None:
    found = insertable("The Harbour Dues rose to 12 crowns.", "en", "de", [HARBOUR])
    assert [(one.written, one.kind) for one in found] == [("Hafengebühr", "term"), ("12", "figure")]
    assert insertable("The harbour dues.", "en", "de", [RowTerm(4, 11, "harbour", ())]) == []


@pytest.mark.parametrize("text", ["Hafengebühren", "das Liegegeld"])
def test_a_term_is_there_in_any_form(text: str) -> None:
    found = insertable("The harbour dues.", "en", "de", [HARBOUR])
    assert next_to_insert(found, text, "de") is None
    assert next_to_insert(found, "Hafen", "de") == found[0]


def test_a_term_of_the_profile_by_key(
    page: ReviewPage, review: Review, qtbot: QtBot, cost: str
) -> None:
    assert cost
    glossary = Glossary("house", (Term({"en": ("million",), "de": ("Mio.",)}),))
    review.use_profile(Profile("Client", glossaries=(glossary,)))
    press(page, qtbot)
    assert page.editing._editor.text() == "Kosten:12 Millionen"
    press(page, qtbot)
    assert page.editing._editor.text().replace(" ", "") == "Kosten:12MillionenMio."
    page.review.editor.stop("revert")
