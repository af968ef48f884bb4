"""Words, whole words, capitals and regular expressions; nothing freezes."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLineEdit, QToolButton
from pytestqt.qtbot import QtBot

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.search import Search, found, nowhere_words

TEXT = "Der Hafen, der hafen und das Hafenamt: 12 oder 121."


def pieces(search: str) -> list[str]:
    return [span.of(TEXT) for span in found(TEXT, search)]


@pytest.mark.parametrize(
    ("search", "there"),
    [
        (Search("hafen"), ["Hafen", "hafen", "Hafen"]),
        (Search("hafen", same_case=True), ["hafen"]),
        (Search("hafen", whole_words=True), ["Hafen", "hafen"]),
        (Search(r"\d+", regular=True), ["12", "121"]),
        (Search(r"1.", regular=True, whole_words=True), ["12"]),
        (Search("121.", whole_words=False), ["121."]),
        (Search("12", whole_words=True), ["12"]),
        (Search(r"x*", regular=True), []),
        (Search(""), []),
    ],
)
def test_what_is_found(search: Search, there: list[str]) -> None:
    assert pieces(search) == there


def test_no_expression_is_found_nowhere_and_says_so() -> None:
    search = Search("(", regular=True)
    assert pieces(search) == []
    assert nowhere_words(search).startswith("This is no regular expression")
    assert nowhere_words(Search("zzz")) == "Found nowhere"


def test_what_takes_too_long_is_given_up_and_says_so() -> None:
    search = Search("(a|aa)+$", regular=True)
    assert found("a" * 60 + "!", search) == []
    assert nowhere_words(search) == "This expression takes too long. Make it simpler."


def test_how_it_is_searched_makes_another_search() -> None:
    assert Search("a") == "a"
    assert Search("a", regular=True) != "a"
    assert Search("a", regular=True) != Search("a")
    assert Search("a", same_case=True) == Search("a", same_case=True)


def test_the_switches_of_the_bar(page: ReviewPage, window: MainWindow, qtbot: QtBot) -> None:
    window.actions_by_name["find"].trigger()
    words = page.find_bar.findChild(QLineEdit)
    qtbot.keyClicks(words, "[34] K")
    assert page.review.search == "[34] K"
    switches = {one.accessibleName(): one for one in page.find_bar.findChildren(QToolButton)}
    switches["Regular expression"].toggle()
    assert page.review.current_row().target.startswith("Er hat 3 K")
    switches["Same capitals"].toggle()
    words.setText("[34] k")
    assert page.review.search.problem == ""
    assert not found("Er hat 3 Kräne", page.review.search)
