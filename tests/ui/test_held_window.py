"""What each command changes in the open window, one after the other on a way that is always the
same.

`held_window.txt` has for each step what is said, where the reader is, which lines are shown and
what their cells say, what stands in the panel, and which commands can be given then: so none of the
conditions behind it changes by a slip. After a change on purpose:
HELD=write pytest tests/ui/test_held_window.py
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QInputDialog,
    QMessageBox,
    QWhatsThis,
)

from reviewer.review import Review
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.comparisons import COMPARISONS, MATRIX, OVERVIEW
from reviewer.ui.state.overview_marks import marks
from reviewer.ui.state.progress_words import decided_words, progress_words
from reviewer.ui.state.row_filter import Filter
from reviewer.ui.state.row_words import link_words, status_words
from tests.ui import seen_widgets

TABLE = Path(__file__).with_name("held_window.txt")
STEPS = 150
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole,
         Qt.ItemDataRole.AccessibleTextRole)  # fmt: skip
NAMES = re.findall(
    r"\w+",
    "next_finding previous_finding accept dismiss accept_and_go_on dismiss_and_go_on "
    "dismiss_only_here apply_fix_and_go_on reopen apply_fix fix_all_alike dismiss_all_alike "
    "ignore_alike review_and_go_on reviewed next_unreviewed bookmark next_bookmark link unlink "
    "merge_with_next tell_apart move_up move_down jump next_translation previous_translation "
    "switch_overview matrix furniture signs changes clear_filters undo redo undo undo "
    "find_next find_previous copy_source copy_translation insert_next "
    "density_tight larger usual_size comment remark figures panel panel_below panel_beside why",
)
FILTERS = (
    Filter(), Filter("findings"), Filter("open"), Filter("decided"), Filter("edited"),
    Filter("moved"), Filter("unreviewed"), Filter("all", check="numbers"), Filter(text="harbour"),
    Filter("all", severity="critical"), Filter(states=frozenset({"dismissed"})),
    Filter("open", also=frozenset({"reviewed"})),
)  # fmt: skip
WAITING = {"add_translation", "load_new_version", "back_translate", "align_again", "profile",
           "interface_language"}  # fmt: skip
"""Commands that wait for what is done beside the reader, for which nobody waits here."""

WORDS = re.compile(r"([^\W\d_]+)(?:[ \u00a0,;:.]+[“”‘’()…]*[^\W\d_]+)+")

CLOCK = re.compile(r"\d+:\d\d\s[AP]M")


class Walk:
    """Gives commands, and tells what is otherwise after each."""

    def __init__(self, window: MainWindow, page: ReviewPage) -> None:
        self.window, self.page, self.state = window, page, page.review
        self.dice = random.Random("window")
        self.said: list[str] = []
        self.state.said.connect(self.said.append)
        self.before: dict[str, str] = {}

    def act(self) -> str:
        """Something that a reader does, and its name."""
        state, rows = self.state, self.state.review.rows(max(self.state.translation, 1))
        kind = self.dice.randrange(16)
        key = self.dice.choice(rows).key
        if state.overview and kind < 6:
            state.pick(1 + kind % 2)
            return f"back to {1 + kind % 2}"
        if kind == 0:
            state.go_to(key)
            return f"go to {key}"
        if kind == 1 and not state.overview:
            wanted = self.dice.choice(FILTERS)
            state.set_filter(wanted)
            return f"filter {wanted.data()}"
        if kind == 2 and not state.overview:
            words = self.dice.choice(("", "harbour", "en", "nowhere"))
            state.set_search(words)
            return f"search {words}"
        if kind == 3 and not state.overview and state.current_row():
            row = state.current_row()
            assert row
            text = f"{row.target} {self.dice.choice(('12', 'Neu.', ''))}".strip()
            if row.relation:
                state.do(lambda: state.review.edit(state.translation, row.key, text), "no")
            return f"type {row.key} {text}"
        if kind == 4:
            view = self.dice.choice((1, 2, OVERVIEW, MATRIX))
            state.pick(view)
            return f"pick {view}"
        possible = [name for name in NAMES if self.window.actions_by_name[name].isEnabled()]
        name = self.dice.choice(possible)
        self.window.actions_by_name[name].trigger()
        return str(name)

    def picture(self) -> dict[str, str]:
        """What there is to see, by what it is about."""
        state = self.state
        finding, row = state.current_finding(), state.current_row()
        seen = {
            "view": str(state.view()),
            "row": f"{row.key if row else ''} line {state.line_number()}",
            "lines": str(len(state.shown.lines())),
            "finding": f"{finding.finding.check} {finding.state}" if finding else "",
            "selected": " ".join(state.selected_keys()),
            "last": state.last_key(),
            "filter": str(state.shown.filter.data()),
            "undo": str(state.review.undo_step and state.review.undo_step.label),
        }
        view = state.translation
        seen["progress"] = WORDS.sub(r"\1 …", progress_words(state))
        seen["decided"] = decided_words(state, view)
        seen["marks"] = " ".join(f"{mark.line}{mark.kind[:2]}" for mark in marks(state.shown))
        if row:
            told = f"{status_words(state.shown, row)}; {link_words(state.shown, row)}"
            seen["said of it"] = WORDS.sub(r"\1 …", told)
        for command in self.window.table.commands():
            if command.name in WAITING:
                continue
            checked = bool(command.checked and command.checked())
            seen[f"can {command.name}"] = "-+"[command.enabled()] + "c" * checked
        for name, words in seen_widgets.seen(self.page).items():
            seen[name] = WORDS.sub(r"\1 …", CLOCK.sub("a time", words))
        if state.view() in COMPARISONS:
            model: QAbstractItemModel = self.page.comparisons[state.view()].model
        else:
            model = self.page.table.model()
        for line in range(min(model.rowCount(), 14)):
            for column in range(model.columnCount()):
                index = model.index(line, column)
                said = [str(model.data(index, role) or "") for role in ROLES]
                seen[f"cell {line} {column}"] = WORDS.sub(r"\1 …", "|".join(dict.fromkeys(said)))
        return seen

    def step(self) -> Iterator[str]:
        """One step: what was done, and what is otherwise."""
        what = self.act()
        QApplication.processEvents()
        self.state.editor.stop()
        QApplication.processEvents()
        now = self.picture()
        new = [f"{k}: {v}" for k, v in now.items() if self.before.get(k) != v]
        gone = len(self.before.keys() - now.keys())
        said = [WORDS.sub(r"\1 …", words) for words in self.said]
        self.said.clear()
        self.before = now
        line = f"{what} | said {said} | gone {gone} | " + "; ".join(new)
        yield line.replace("\n", "⏎")


def test_each_command_changes_what_it_changed(
    window: MainWindow, page: ReviewPage, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QDialog, "exec", lambda _dialog: 0)
    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    monkeypatch.setattr(QWhatsThis, "showText", lambda *_: None)
    for name in ("getText", "getMultiLineText", "getItem", "getInt"):
        monkeypatch.setattr(QInputDialog, name, lambda *_, **__: ("", False))
    for name in ("getOpenFileName", "getOpenFileNames", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, name, lambda *_, **__: ("", ""))
    walk = Walk(window, page)
    found = [line for _ in range(STEPS) for line in walk.step()]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").split("\n")[:-1]
