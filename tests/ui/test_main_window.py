"""The window as a whole: its pages, its commands, and bad input."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QStatusTipEvent
from PySide6.QtWidgets import QApplication, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.commands.actions import Actions
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings
from tests.ui.three_articles import start


def test_it_begins_with_the_start_page(window: MainWindow, actions: Actions) -> None:
    assert window.start_page.isVisible()
    assert actions["open_review"].isEnabled()
    assert not actions["accept"].isEnabled()
    assert not actions["export_text"].isEnabled()


def test_every_command_stands_in_one_menu(window: MainWindow, actions: Actions) -> None:
    table = window.table
    names = [command.name for command in table.commands()]
    assert len(names) == len(set(names)) > 50
    shown = [
        action.objectName()
        for menu in (top.menu() for top in window.menuBar().actions())
        for action in menu.actions()
        if not action.isSeparator()
    ]
    assert shown == names
    others = [*table.row_menu, *table.row_menu_end, *table.finding_buttons]
    assert {command.name for command in others if command} <= set(names)


def test_what_is_about_a_review_waits_for_one(window: MainWindow, actions: Actions) -> None:
    able = {command.name for command in window.table.commands() if command.enabled()}
    assert able == {
        *(
            "new_review",
            "open_review",
            "open_sample",
            "new_set",
            "quit",
            "packages",
            "your_name",
            "interface_language",
            "handbook",
            "tour",
            "handbook",
            "tour",
            "palette",
            "shortcuts",
            "change_keys",
            "key_card",
            "log",
            "releases",
            "about",
        ),
        *("larger", "smaller", "usual_size", "scheme_system", "scheme_light", "scheme_dark", "log"),
        *("density_fitting", "density_tight", "density_dense", "density_roomy"),
        *("panel_fitting", "panel_beside", "panel_below"),
    }


def test_what_was_done_is_not_talked_over_by_the_tip_under_the_pointer(
    window: MainWindow, page: ReviewPage, actions: Actions
) -> None:
    bar = window.statusBar()

    def point(words: str) -> None:
        QApplication.sendEvent(page.panel, QStatusTipEvent(words))

    point("Take the decision back")
    assert bar.currentMessage() == "Take the decision back"
    actions["next_finding"].trigger()
    actions["accept"].trigger()
    said = bar.currentMessage()
    assert said.startswith("Accepted.")
    point("It is no error")
    point("")
    assert bar.currentMessage() == said
    window.fall_silent()
    point("It is no error")
    assert bar.currentMessage() == "It is no error"


def test_every_command_says_its_keys(window: MainWindow, actions: Actions) -> None:
    for command in window.table.commands():
        action = actions[command.name]
        assert action.toolTip()
        if command.keys:
            assert "(" in action.toolTip()


def test_a_new_review_from_two_files(
    window: MainWindow, qtbot: QtBot, articles: tuple[Path, Path]
) -> None:
    start(window, qtbot, *articles)
    assert window.working_page.isVisible()
    qtbot.waitUntil(lambda: window.review.is_open())
    assert window.review.names() == ("English", "German")
    window.commands.navigation.next_finding()
    assert "12 million" in window.review.current_row().source
    assert articles[0].with_suffix(".review").exists()
    assert window.windowTitle().startswith("article")
    window.commands.sets.close()
    assert not window.start_page.new_review.rows(), "the next review begins with nothing"


def test_a_new_review_begins_where_its_source_is_chosen(
    window: MainWindow, page: ReviewPage, qtbot: QtBot, tmp_path: Path
) -> None:
    making = window.start_page.new_review
    window.actions_by_name["close_review"].trigger()
    window.actions_by_name["new_review"].trigger()
    assert window.focusWidget() is making._source_zone
    (tmp_path / "one.txt").write_text("The town has built a new harbour.", "utf-8")
    making.add_files([tmp_path / "one.txt"])
    window.actions_by_name["new_review"].trigger()
    assert window.focusWidget() is making._translation_zone
    qtbot.waitUntil(lambda: not making.reading.busy())


def test_whatever_has_the_keyboard_on_the_first_page_looks_so(
    window: MainWindow, page: ReviewPage, qtbot: QtBot
) -> None:
    window.actions_by_name["close_review"].trigger()
    buttons = [
        one
        for one in window.start_page.findChildren(QPushButton)
        if one.isVisible() and one.isEnabled()
    ]
    assert len(buttons) >= 6
    unmarked = []
    for one in buttons:
        window.start_page.setFocus()
        without = one.grab().toImage()
        one.setFocus(Qt.FocusReason.TabFocusReason)
        marked = one.grab().toImage()
        if _differing(without, marked) < one.width():
            unmarked.append(one.text() or one.accessibleName())
    assert unmarked == []


def _differing(one: QImage, other: QImage) -> int:
    """How many pixels are plainly another colour."""
    return sum(
        abs(one.pixelColor(x, y).lightness() - other.pixelColor(x, y).lightness()) > 40
        or abs(one.pixelColor(x, y).hue() - other.pixelColor(x, y).hue()) > 30
        for x in range(one.width())
        for y in range(one.height())
    )


def test_a_new_review_is_cancelled(
    window: MainWindow, qtbot: QtBot, articles: tuple[Path, Path]
) -> None:
    start(window, qtbot, *articles)
    window.working_page.line.cancel()
    qtbot.waitUntil(lambda: window.start_page.isVisible())
    assert not articles[0].with_suffix(".review").exists()


def test_a_review_in_the_way_is_not_lost(
    window: MainWindow, qtbot: QtBot, articles: tuple[Path, Path], said: list[str]
) -> None:
    kept = articles[0].with_suffix(".review")
    kept.write_bytes(b"something")
    start(window, qtbot, *articles)
    assert "already a review" in said[0]
    assert kept.read_bytes() == b"something"
    assert window.start_page.isVisible()


@pytest.mark.parametrize(
    ("name", "content"),
    [("missing.review", None), ("noise.review", b"\x00noise" * 999), ("empty.review", b"")],
)
def test_what_is_no_review_is_said_to_be_none(
    window: MainWindow,
    tmp_path: Path,
    said: list[str],
    name: str,
    content: bytes | None,
    until_read: Callable[[MainWindow], None],
) -> None:
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    window.commands.reviews.open_path(path)
    until_read(window)
    assert name in said[0]
    assert window.start_page.isVisible()
    assert (path.read_bytes() if path.exists() else None) == content


def test_a_review_that_is_open_elsewhere(
    window: MainWindow, review: Review, said: list[str], until_read: Callable[[MainWindow], None]
) -> None:
    window.commands.reviews.open_path(review.path)
    until_read(window)
    assert len(said) == 1
    assert not window.review.is_open()


def test_a_review_that_is_open_here_is_shown(
    page: ReviewPage, window: MainWindow, until_read: Callable[[MainWindow], None]
) -> None:
    review = window.review.review
    window.commands.reviews.open_path(review.path)
    until_read(window)
    assert window.review.is_showing(review)
    assert page.isVisible()


def test_return_presses_the_button_that_has_the_keyboard(
    window: MainWindow, review: Review, qtbot: QtBot, until_read: Callable[[MainWindow], None]
) -> None:
    path = review.path
    review.close()
    window.commands.reviews.open_path(path)
    until_read(window)
    window.commands.reviews.close_review()
    [button] = [
        one
        for one in window.start_page.findChildren(QPushButton)
        if one.accessibleName() == f"Open {path.stem}"
    ]
    button.setFocus()
    qtbot.keyClick(button, Qt.Key.Key_Return)
    until_read(window)
    assert window.review.is_open()


def test_closing_the_window_closes_the_review(
    page: ReviewPage, window: MainWindow, review: Review
) -> None:
    window.close()
    with Review.open(review.path) as again:
        assert again.place() is not None


def test_recent_reviews_are_listed(
    window: MainWindow, review: Review, until_read: Callable[[MainWindow], None]
) -> None:
    path = review.path
    review.close()
    window.commands.reviews.open_path(path)
    until_read(window)
    window.commands.reviews.close_review()
    assert window.settings.recent == [path]
    assert window.start_page.isVisible()


def test_text_grows_and_shrinks(page: ReviewPage, window: MainWindow) -> None:
    before = page.table.rowHeight(page.table.current_line())
    for _ in range(6):
        window.commands.view.larger()
    page.table.viewport().grab()
    assert page.table.rowHeight(page.table.current_line()) > before
    window.commands.view.usual_size()
    page.table.viewport().grab()
    assert page.table.rowHeight(page.table.current_line()) == before


def test_what_the_view_menu_says_is_remembered(page: ReviewPage, window: MainWindow) -> None:
    window.actions_by_name["panel"].trigger()
    assert not page.panel.isVisible()
    window.actions_by_name["furniture"].trigger()
    assert page.model.rowCount() > len(page.review.shown.rows())
    assert not Settings().flag("panel", default=True)
    assert Settings().flag("furniture", default=False)


def test_a_first_window_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    screen = window.screen().availableSize()
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()
