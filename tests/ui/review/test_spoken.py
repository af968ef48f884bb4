"""What a screen reader reads: every cell and tab says its state and its finding, in plain text."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import MATRIX, OVERVIEW
from reviewer.ui.table.table_model import COLUMNS, LINK, NUMBER, TARGET

SPOKEN = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def accepted(page: ReviewPage, window: MainWindow) -> ReviewPage:
    """The first finding is accepted, and its sentence reviewed."""
    window.commands.navigation.next_finding()
    window.actions_by_name["accept"].trigger()
    window.actions_by_name["reviewed"].trigger()
    return page


def plain(words: str) -> str:
    return words.replace("\u2068", "").replace("\u2069", "")


@pytest.mark.parametrize("translation", [1, 2])
def test_every_cell_says_something_and_every_finding_is_said(
    accepted: ReviewPage, translation: int
) -> None:
    accepted.review.pick(translation)
    model = accepted.model
    for line in range(model.rowCount()):
        row = model.row_at(line)
        if row is None or row.relation is None:
            continue
        said = [str(model.data(model.index(line, column), SPOKEN)) for column in range(COLUMNS)]
        assert all(said), (line, said)
        assert ("Not linked" in said[LINK]) == (row.relation in ("missing", "added"))
        assert ("reviewed" in said[NUMBER]) == row.reviewed
        for item in row.findings:
            decided = "" if item.state == "open" else f", {item.state}"
            assert f"{item.finding.severity}{decided}: " in said[TARGET]
        assert not [words for words in said if "<" in words]


def test_every_column_has_a_name(page: ReviewPage) -> None:
    table = QAccessible.queryAccessibleInterface(page.table)
    names = [table.child(number).text(QAccessible.Text.Name) for number in range(1, COLUMNS + 1)]
    assert names == ["Row", "English", "Link between the sentences", "German"]


@pytest.mark.parametrize(
    ("view", "said"),
    [
        (
            OVERVIEW,
            "Der Hafen 😀 kostete 21 Millionen. critical, accepted: 12 is missing. reviewed",
        ),
        (MATRIX, "there, reviewed, critical, accepted: 12 is missing"),
    ],
)
def test_where_all_are_compared_decisions_are_said(
    accepted: ReviewPage, view: int, said: str
) -> None:
    accepted.review.pick(view)
    comparison = accepted.comparisons[view]
    model, current = comparison.model, comparison.table.currentIndex()
    assert plain(str(model.data(current, SPOKEN))) == said


def test_tabs_say_in_words_how_their_translation_stands(accepted: ReviewPage) -> None:
    bar = QAccessible.queryAccessibleInterface(accepted.bar)
    tab = bar.child(0)
    assert plain(tab.text(QAccessible.Text.Name)) == "German, critical, 3 open, 1 accepted"
    assert "<" not in tab.text(QAccessible.Text.Description)
    assert "1 of " in tab.text(QAccessible.Text.Description)
