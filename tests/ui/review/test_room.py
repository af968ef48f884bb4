"""How the page shares its room: eight rows beside the panel in a small window, and what is chosen
is kept."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.panel.finding_card import FindingCard
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.page_room import (
    BESIDE_FROM,
    DENSE,
    DENSE_FROM,
    ROOMY,
    ROOMY_FROM,
    TIGHT,
    RowRoom,
    is_beside,
    row_room,
)
from reviewer.ui.state.settings import Settings

LONG = (
    "€1.4 billion is written as 1.4 million: 1,000 times smaller (all other translations keep it)"
)
SENTENCE = "The town has built a new harbour, and it took the builders nine years to do so."
"""About as long as the sentences of an article in the news: two lines in a small window."""


@pytest.mark.parametrize(
    ("density", "height", "room"),
    [
        ("fitting", DENSE_FROM - 1, TIGHT),
        ("fitting", DENSE_FROM, DENSE),
        ("fitting", DENSE_FROM + 1, DENSE),
        ("fitting", ROOMY_FROM - 1, DENSE),
        ("fitting", ROOMY_FROM, ROOMY),
        ("fitting", ROOMY_FROM + 1, ROOMY),
        ("tight", ROOMY_FROM, TIGHT),
        ("dense", ROOMY_FROM, DENSE),
        ("dense", DENSE_FROM - 1, DENSE),
        ("roomy", DENSE_FROM - 1, ROOMY),
    ],
)
def test_rows_are_denser_where_there_is_less_room(density, height: int, room: RowRoom) -> None:
    assert row_room(density, height) == room


@pytest.mark.parametrize(
    ("place", "width", "beside"),
    [
        ("fitting", BESIDE_FROM - 1, False),
        ("fitting", BESIDE_FROM, True),
        ("fitting", BESIDE_FROM + 1, True),
        ("beside", BESIDE_FROM - 1, True),
        ("below", BESIDE_FROM, False),
    ],
)
def test_the_panel_stands_where_there_is_room(place, width: int, beside: bool) -> None:
    assert is_beside(place, width) == beside


@pytest.mark.parametrize("size", [(1024, 700), (960, 600), (853, 512)])
@pytest.mark.parametrize("tour", [False, True])
def test_eight_rows_are_in_sight_in_a_small_window(
    page: ReviewPage,
    review: Review,
    window: MainWindow,
    qtbot: QtBot,
    size: tuple[int, int],
    tour: bool,
) -> None:
    if tour:
        page.tour_bar.show_step("F puts a suggested text in; F2 lets you write it.", 3, 6)
    rows = [row.key for row in review.rows(1) if row.relation and row.target]
    review.edit_all(1, dict.fromkeys(rows, SENTENCE))
    window.resize(*size)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    assert page.room_of_rows() != ROOMY
    assert page.panel.isVisible()
    number = page.review.shown.line_of(rows[1])
    lines = 2 * round(page.table.text_delegate.metrics().lineSpacing())
    # Two thirds of the sentences of an article need two lines here, the others one.
    average = lines * 5 / 6 + 2 * page.table.text_delegate.pad_y
    assert page.table.rowHeight(number) in range(round(average) - 12, round(average) + 12)
    qtbot.waitUntil(lambda: page.table.viewport().height() / average >= 8)


@pytest.mark.parametrize("size", [(1024, 700), (960, 600), (853, 533)])
def test_a_low_panel_shows_a_finding_from_its_title_to_its_buttons(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, size: tuple[int, int]
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    window.actions_by_name["next_finding"].trigger()
    [card] = page.panel.findChildren(FindingCard)
    card._message.setText(f"{LONG} and {LONG}"[: card.width() * 2 // 8])
    qtbot.waitUntil(lambda: card.height() >= card.heightForWidth(card.width()))
    in_sight = page.panel.viewport().rect()
    assert card.mapTo(page.panel.viewport(), card.rect().bottomLeft()).y() <= in_sight.bottom()
    shown = [one for one in card.findChildren(QWidget) if one.isVisible()]
    for one in shown:
        place = one.mapTo(page.panel.viewport(), one.rect().center())
        assert in_sight.contains(place), one
    assert any(isinstance(one, QToolButton) for one in shown)
    assert card.width() > window.width() / 2


@pytest.mark.parametrize("size", [(1024, 700), (853, 512)])
@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_buttons_stay_in_sight_after_a_comment(
    page: ReviewPage, window: MainWindow, qtbot: QtBot, size: tuple[int, int], key: Qt.Key
) -> None:
    window.resize(*size)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    window.actions_by_name["next_finding"].trigger()
    for _ in range(2):
        window.actions_by_name["comment"].trigger()
        words = page.panel.comment_box.findChild(QPlainTextEdit)
        qtbot.waitUntil(page.panel.comment_box.isVisible)
        words.setFocus()
        words.setPlainText(f"{words.toPlainText()} {LONG}")
        qtbot.keyClick(words, key)
    [card] = page.panel.findChildren(FindingCard)
    buttons = [one for one in card.findChildren(QToolButton) if one.isVisible()]
    assert buttons
    in_sight = page.panel.viewport().rect()

    def are_seen() -> bool:
        places = [one.mapTo(page.panel.viewport(), one.rect().bottomLeft()) for one in buttons]
        return all(in_sight.contains(place) for place in places)

    qtbot.waitUntil(are_seen, timeout=2000)


def test_that_nothing_was_found_has_room_to_be_read(
    page: ReviewPage, review: Review, window: MainWindow, qtbot: QtBot
) -> None:
    window.resize(960, 600)
    qtbot.waitUntil(lambda: page.splitter.orientation() == Qt.Orientation.Vertical)
    page.review.go_to(next(row.key for row in review.rows(1) if row.relation and not row.findings))
    [said] = [
        one for one in page.panel.findChildren(QLabel) if one.text().startswith("Nothing was found")
    ]
    qtbot.waitUntil(lambda: said.width() > window.width() / 3)


def test_a_large_window_has_roomy_rows(page: ReviewPage, window: MainWindow) -> None:
    assert window.height() == 800
    assert page.room_of_rows() == ROOMY


@pytest.mark.parametrize(
    ("density", "room"), [("tight", TIGHT), ("dense", DENSE), ("roomy", ROOMY)]
)
def test_what_was_chosen_is_kept(
    page: ReviewPage, window: MainWindow, density: str, room: RowRoom
) -> None:
    window.actions_by_name[f"density_{density}"].trigger()
    window.actions_by_name["panel_below"].trigger()
    assert page.room_of_rows() == room
    assert page.splitter.orientation() == Qt.Orientation.Vertical
    kept = Settings()
    assert (kept.density, kept.panel_place) == (density, "below")
    assert window.actions_by_name[f"density_{density}"].isChecked()
    window.actions_by_name["panel_beside"].trigger()
    assert page.splitter.orientation() == Qt.Orientation.Horizontal


def test_buttons_say_their_keys_and_find_room_on_a_second_line(
    page: ReviewPage, window: MainWindow
) -> None:
    window.actions_by_name["next_finding"].trigger()
    [card] = page.panel.findChildren(FindingCard)
    buttons = [one for one in card.findChildren(QToolButton) if one.isVisible()]
    assert "Accept (A)" in [one.text() for one in buttons]
    assert all(card.rect().contains(one.geometry()) for one in buttons)
    window.actions_by_name.set_keys("accept", ["Ctrl+Alt+A"])
    assert "Accept (Ctrl+Alt+A)" in [one.text() for one in buttons]


def test_a_row_without_findings_says_how_to_come_to_one(
    page: ReviewPage, review: Review, window: MainWindow
) -> None:
    quiet = [row.key for row in review.rows(1) if row.relation and not row.findings]
    page.review.go_to(quiet[0])
    assert "F8 goes to the next finding." in page.panel.words()
    review.decide_all(1, "dismiss")
    page.review.go_to(quiet[1])
    assert "Nothing was found in this row." in page.panel.words()
    assert "goes to the next finding" not in page.panel.words()
