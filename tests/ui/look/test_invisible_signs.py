"""Signs for what cannot be seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.domain import Span
from reviewer.review import Review
from reviewer.ui.look.invisible_signs import looks_the_same, with_signs
from reviewer.ui.look.text_highlights import Highlight
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.table.cells import Cell
from reviewer.ui.table.table_model import TARGET


@pytest.mark.parametrize("mark", "\u202d\u202e\u202a\u202b\u202c")
def test_what_turns_text_by_force_is_always_shown(mark: str) -> None:
    assert mark not in with_signs(f"a{mark}b", all_kinds=False)


@pytest.mark.parametrize(
    "mark", "\u00a0\u202f\u2009\u200b\u200d\u2060\ufeff\u00ad\t\u200e\u200f\u2066\u2069\u3000"
)
def test_the_others_are_shown_on_demand(mark: str) -> None:
    assert with_signs(f"a{mark}b", all_kinds=False) == f"a{mark}b"
    assert mark not in with_signs(f"a{mark}b", all_kinds=True)


@pytest.mark.parametrize(
    ("text", "span", "shown"),
    [
        ("to  400", Span(2, 4), "to ␣400"),
        ("to   400", Span(2, 5), "to ␣␣400"),
        ("to 400", Span(2, 3), "to␣400"),
        ("to \u00a0400", Span(2, 4), "to °400"),
        ("the end  ", Span(7, 9), "the end ␣"),
        ("to  400", Span(2, 5), "to  400"),
        ("to  400", Span(0, 2), "to  400"),
        ("to", Span(1, 1), "to"),
    ],
)
def test_white_space_that_a_finding_is_about_is_shown(text: str, span: Span, shown: str) -> None:
    assert with_signs(text, all_kinds=False, meant=[span]) == shown
    assert len(shown) == len(text)


def test_a_finding_about_white_space_is_seen_in_its_row_until_it_is_decided(
    page: ReviewPage,
) -> None:
    words = page.table.text_delegate._words
    open_one = Highlight(Span(2, 4), "minor")
    assert words(Cell("to  400", highlights=(open_one,)), 900) == "to ␣400"
    assert words(Cell("to  400", highlights=(replace(open_one, faint=True),)), 900) == "to  400"


def test_offsets_stay_and_plain_text_too() -> None:
    text = "😀 x\u202e\u00a0\u00ad漢"
    shown = with_signs(text, all_kinds=True)
    assert len(shown.encode("utf-16")) == len(text.encode("utf-16"))
    assert with_signs("Plain 漢 text.", all_kinds=True) == "Plain 漢 text."


def test_the_table_shows_them_by_a_key(page: ReviewPage, review: Review, qtbot: QtBot) -> None:
    row = page.review.current_row()
    review.edit(1, row.key, "Der\u00a0Hafen\u202e")

    def shown() -> str:
        line, width = page.review.line_number(), page.table.columnWidth(TARGET)
        return page.table.text_delegate.layout(page.model, line, TARGET, width).text()

    assert shown() == "Der\u00a0Hafen⇄"
    keys = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier
    qtbot.keyClick(page.table, Qt.Key.Key_I, keys)
    assert shown() == "Der°Hafen⇄"
    qtbot.keyClick(page.table, Qt.Key.Key_I, keys)
    assert shown() == "Der\u00a0Hafen⇄"
    assert review.row(1, row.key).target == "Der\u00a0Hafen\u202e"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Oui !", "Oui\u202f!", True),
        ("Oui!", "Oui\u00a0!", True),
        ("Oui  non", "Oui non", True),
        ("می\u200cروم", "میروم", True),
        ("Oui !", "Oui !", False),
        ("Oui !", "Oui\u202f?", False),
        ("12", "21", False),
    ],
)
def test_what_differs_and_looks_the_same(one: str, other: str, same: bool) -> None:
    assert looks_the_same(one, other) == same
