"""Commands, pages, history and palette in any order: what is shown is what is so, and one row is
highlighted, the current one."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import pytest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QWhatsThis,
)
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.dialogs.command_palette import CommandPalette
from reviewer.ui.dialogs.history_dialog import HistoryDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.comparison_model import ComparisonModel
from reviewer.ui.review.figures_model import FiguresModel
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import COMPARISONS, FIGURES, MATRIX, OVERVIEW

Wait = Callable[[Callable[[], bool]], None]
STEPS = 40
ELSEWHERE = {
    *(
        "new_review",
        "open_review",
        "close_review",
        "quit",
        "open_sample",
        "new_set",
        "list_documents",
    ),
    *("next_document", "previous_document", "find_in_set", "log", "releases", "handbook", "tour"),
    *(
        "packages",
        "more_filters",
        "insert_chosen",
        "align_again",
        "back_translate",
        "interface_language",
        "restore_backup",
    ),
}
"""Commands that leave the review, the window or the computer, that open a menu, or that a job
follows."""


def picture(review: Review) -> Any:
    """What there is of a review, whatever the way to it."""
    return [(review.rows(info.id), review.counts(info.id)) for info in review.translations]


def lines_of(model: ComparisonModel) -> list[Any]:
    columns = range(2, 2 + len(model.translations))
    return [
        (model.identity(n), *(model.spoken(n, column) for column in columns))
        for n in range(model.lines())
    ]


class Walk:
    """Somebody who tries everything, and looks at what is shown after each step."""

    def __init__(
        self, window: MainWindow, page: ReviewPage, number: random.Random, wait: Wait
    ) -> None:
        self.window, self.page, self.number, self.wait = window, page, number, wait
        self.state = page.review
        self.review = self.state.review
        self.names = [
            name
            for name in window.actions_by_name.keys()  # noqa: SIM118
            if name not in ELSEWHERE
        ]

    def command(self) -> None:
        action = self.window.actions_by_name[self.number.choice(self.names)]
        if action.isEnabled():
            action.trigger()

    def decide(self) -> None:
        names = ["accept", "dismiss", "apply_fix", "undo", "redo", "next_finding", "unlink"]
        names += ["merge_with_next", "move_up", "move_down", "reviewed", "next_translation"]
        action = self.window.actions_by_name[self.number.choice(names)]
        if action.isEnabled():
            action.trigger()

    def another_page(self) -> None:
        self.state.pick(self.number.choice([*COMPARISONS, 1, 2]))

    def edit(self) -> None:
        row = self.state.current_row()
        if row and row.relation and not self.state.overview:
            words = f"{row.target} {self.number.randrange(100)}"
            key = row.key
            self.state.do(lambda: self.review.edit(self.state.translation, key, words), "no")

    def history(self) -> None:
        self.window.actions_by_name["history"].trigger()

    def palette(self) -> None:
        self.window.actions_by_name["palette"].trigger()

    def answer(self, dialog: QDialog) -> int:
        """What is done in a dialog that comes up."""
        if isinstance(dialog, HistoryDialog):
            dialog.point = self.number.choice([0, *(one.id for one in self.review.timeline())])
        if isinstance(dialog, CommandPalette):
            known = [one for one in dialog._commands if one.name in self.names and one.enabled()]
            dialog.chosen = self.number.choice(known)
        return 0

    def step(self) -> None:
        ways = [self.command, self.decide, self.decide, self.another_page, self.edit]
        self.number.choice([*ways, self.history, self.palette])()
        QApplication.processEvents()
        self.state.editor.stop()
        QApplication.processEvents()
        self.look()

    def look(self) -> None:
        state = self.state
        assert state.is_open()
        if state.view() in COMPARISONS:
            shown = self.page.comparisons[state.view()].model
            fresh = type(shown)()
            fresh.load(state)
            if isinstance(shown, FiguresModel):
                self.wait(lambda: shown.is_read() and fresh.is_read())
            assert lines_of(shown) == lines_of(fresh)
            return
        table = self.page.table
        selected = {index.row() for index in table.selectionModel().selectedIndexes()}
        current = table.currentIndex()
        if current.isValid() and len(selected) == 1:
            assert selected == {current.row()}


@pytest.mark.parametrize("seed", range(4))
def test_what_is_shown_is_what_is_so(
    window: MainWindow,
    page: ReviewPage,
    review: Review,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
    seed: int,
) -> None:
    first = picture(review)
    walk = Walk(window, page, random.Random(seed), qtbot.waitUntil)
    monkeypatch.setattr(QDialog, "exec", lambda dialog: walk.answer(dialog))
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    monkeypatch.setattr(QWhatsThis, "showText", lambda *_: None)
    for name in ("getText", "getMultiLineText", "getItem", "getInt"):
        monkeypatch.setattr(QInputDialog, name, lambda *_, **__: ("", False))
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    for _ in range(STEPS):
        walk.step()
    for view in (OVERVIEW, MATRIX, FIGURES, 1):
        walk.state.pick(view)
        QApplication.processEvents()
        walk.look()
    while review.undo_step:
        review.undo()
    assert picture(review) == first
