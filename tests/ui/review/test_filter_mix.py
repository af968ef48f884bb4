"""Filters in any mix, kept with the review."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.filter_menu import FilterMenu
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.row_filter import ALSO, STATES, Filter


def shown(page: ReviewPage) -> list[str]:
    return [row.source or row.target for row in map(page.model.row_at, range(99)) if row]


def test_all_of_it_must_hold(page: ReviewPage, review: Review) -> None:
    key = next(row.key for row in review.rows(1) if "12 million" in row.source)
    review.decide(1, key, review.row(1, key).findings[0].fingerprint, "accept", "sure")
    page.review.set_filter(Filter(states=frozenset({"accepted"})))
    assert shown(page) == ["The harbour 😀 cost 12 million."]
    page.review.set_filter(Filter(states=frozenset({"accepted", "open"})))
    assert len(shown(page)) == 4
    page.review.set_filter(
        Filter(states=frozenset({"accepted", "open"}), also=frozenset({"commented"}))
    )
    assert shown(page) == ["The harbour 😀 cost 12 million."]
    page.review.set_filter(
        Filter(states=frozenset({"accepted"}), also=frozenset({"commented", "edited"}))
    )
    assert shown(page) == []


def test_kinds_of_a_check_are_offered_where_there_are_several(
    page: ReviewPage, review: Review
) -> None:
    first, second = [row.key for row in review.rows(1) if row.relation == "aligned"][:2]
    review.add_finding(1, first, "style", "minor")
    page.review.set_filter(Filter())
    checks = page.filter_bar.findChildren(QComboBox)[1]

    def offered() -> list[str]:
        return [checks.itemText(number) for number in range(checks.count())]

    page.filter_bar.offer_checks(*both(page))
    assert not any(words.startswith("Your finding:") for words in offered())
    review.add_finding(1, second, "grammar", "major")
    page.filter_bar.offer_checks(*both(page))
    assert {"Your finding", "Your finding: Grammar", "Your finding: Style"} <= set(offered())
    checks.setCurrentIndex(offered().index("Your finding: Style"))
    wanted = Filter(check="own", kind="style")
    assert page.review.shown.filter == page.filter_bar.filter() == wanted
    assert shown(page) == [review.row(1, first).source]
    assert Filter.read(wanted.data()) == wanted
    assert Filter.read({"kind": "style"}) == Filter()
    page.review.set_filter(Filter())
    assert checks.currentText() == "Every check"


def both(page: ReviewPage) -> tuple[set[str], set[tuple[str, str]]]:
    index = page.review.shown.index
    return index.checks(), index.kinds()


def test_words_of_either_side(page: ReviewPage) -> None:
    page.review.set_filter(Filter(text="kräne"))
    assert shown(page) == ["It has 3 cranes and 4 berths."]
    page.review.set_filter(Filter(text="harbour"))
    assert len(shown(page)) == 2
    page.review.set_filter(Filter(text="21 millions"))
    assert shown(page) == ["The harbour 😀 cost 12 million."]


def test_the_way_to_the_next_finding_stays_inside(page: ReviewPage, window: MainWindow) -> None:
    page.review.set_filter(Filter(also=frozenset({"moved"})))
    window.commands.navigation.next_finding()
    assert page.review.shown.filter.also == {"moved"}
    assert window.statusBar().currentMessage().startswith("No finding like that is open")


def test_the_menu_and_the_button_say_what_is_chosen(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    more = page.filter_bar.more
    by_words = {action.text(): action for action in more.menu().actions() if action.text()}
    by_words["Not reviewed yet"].trigger()
    by_words["Decision: open"].trigger()
    assert page.review.shown.filter == Filter(
        states=frozenset({"open"}), also=frozenset({"unreviewed"})
    )
    assert more.text() == "More filters (2)"
    qtbot.keyClicks(more.words, "harbour")
    qtbot.waitUntil(lambda: page.review.shown.filter.text == "harbour")
    assert shown(page) == ["The harbour 😀 cost 12 million."]
    window.actions_by_name["clear_filters"].trigger()
    assert more.text() == "More filters"
    assert more.words.text() == ""
    assert not by_words["Decision: open"].isChecked()


@pytest.mark.parametrize("way", ["letters", "down", "up", "tab"])
def test_the_field_for_words_is_reached_by_keys(page: ReviewPage, qtbot: QtBot, way: str) -> None:
    more = page.filter_bar.more
    menu = more.menu()
    lines = [action for action in menu.actions() if action.isCheckable()]
    if way == "tab":
        qtbot.keyClick(menu, Qt.Key.Key_Tab)
    elif way != "letters":
        menu.setActiveAction(lines[-1 if way == "down" else 0])
        qtbot.keyClick(menu, Qt.Key.Key_Down if way == "down" else Qt.Key.Key_Up)
    qtbot.keyClick(menu if way == "letters" else more.words, "h")
    qtbot.keyClick(more.words, "a")
    assert more.words.text() == "ha"
    assert menu.focusWidget() is more.words
    assert not any(line.isChecked() for line in lines)
    qtbot.waitUntil(lambda: page.review.shown.filter.text == "ha")
    qtbot.keyClick(menu, Qt.Key.Key_Up)
    assert menu.activeAction() is lines[-1]
    assert menu.focusWidget() is not more.words


@pytest.fixture
def shown_menus(monkeypatch: pytest.MonkeyPatch) -> list[FilterMenu]:
    menus: list[FilterMenu] = []
    monkeypatch.setattr(FilterMenu, "showMenu", lambda menu: menus.append(menu), raising=False)
    return menus


def test_the_panel_goes_with_what_is_chosen_while_the_menu_is_open(
    shown_menus: list[FilterMenu], page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    window.actions_by_name["more_filters"].trigger()
    assert not shown_menus
    qtbot.waitUntil(lambda: bool(shown_menus))
    page.review.set_filter(Filter(text="berths"))
    assert "4 is missing" in page.panel.words()


def test_the_next_finding_takes_the_keyboard_out_of_the_filter(
    page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.filter_bar._check.setFocus()
    page.review.set_filter(Filter(check="numbers"))
    assert page.filter_bar._check.hasFocus()
    qtbot.keyClick(page.filter_bar._check, Qt.Key.Key_F8)
    assert page.table.hasFocus()
    page.filter_bar._check.setFocus()
    window.actions_by_name["clear_filters"].trigger()
    assert page.table.hasFocus()


def test_the_row_stays_when_a_filter_that_shows_nothing_is_taken_away(page: ReviewPage) -> None:
    page.review.go_to(page.review.shown.key_at(4))
    here = page.review.current_row()
    page.review.set_filter(Filter(text="nothing like that"))
    assert page.review.current_row() is None
    page.review.set_filter(Filter())
    assert page.review.current_row() == here


def test_it_is_kept_with_the_review(
    page: ReviewPage, window: MainWindow, review: Review, qtbot: QtBot
) -> None:
    path: Path = review.path
    wanted = Filter("open", also=frozenset({"unreviewed"}), text="cost")
    page.review.set_filter(wanted)
    window.commands.reviews.close_review()
    window.commands.reviews.open_path(path)
    assert page.review.shown.filter == wanted
    assert page.filter_bar.filter() == wanted
    qtbot.waitUntil(lambda: shown(page) == ["The harbour 😀 cost 12 million."])


@given(
    st.builds(
        Filter,
        st.sampled_from(["all", "open", "edited"]),
        st.sampled_from(["", "numbers"]),
        st.sampled_from([None, "critical", "minor"]),
        st.frozensets(st.sampled_from(STATES)),
        st.frozensets(st.sampled_from(ALSO)),
        st.text(max_size=5),
    )
)
def test_a_filter_comes_back_as_it_was_kept(wanted: Filter) -> None:
    assert Filter.read(wanted.data()) == wanted


@pytest.mark.parametrize(
    "data",
    [None, 3, [], {"shown": "nothing", "states": ["lost", 3], "also": "edited", "text": 4}],
)
def test_anything_else_is_no_filter(data: object) -> None:
    assert Filter.read(data) == Filter()
