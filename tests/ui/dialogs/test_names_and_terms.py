"""The list of names and terms: filled by a job, and a way to the rows."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from reviewer.profiles import Profile
from reviewer.review import Review
from reviewer.terminology import Glossary, Term
from reviewer.ui.dialogs.names_and_terms_dialog import NamesAndTermsDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.wording import use_language

HARBOUR = Glossary("house", (Term({"en": ("harbour",), "de": ("Hafen",)}),))


def opened(window: MainWindow, qtbot: QtBot) -> NamesAndTermsDialog:
    dialog = NamesAndTermsDialog(
        window.review, window.commands.names.jobs, window.commands.glossary.ask_for, window
    )
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: not window.commands.names.jobs.busy())
    return dialog


def test_a_term_is_listed_and_leads_to_its_rows_one_after_the_other(
    window: MainWindow, page: ReviewPage, review: Review, qtbot: QtBot
) -> None:
    review.use_profile(Profile("Client", glossaries=(HARBOUR,)))
    first = page.review.current_row()
    dialog = opened(window, qtbot)
    [line] = dialog.listed()
    assert (line.kind, line.source, line.written, line.count) == ("term", "harbour", "Hafen", 2)
    texts = [dialog.table.item(0, column).text() for column in range(5)]
    assert texts == ["Glossary", "harbour", "Hafen", "2", "1, 2"]
    assert dialog.said.text() == "1 name or term."
    assert first is not None
    assert first.key == line.rows[0]
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert dialog.place == line.rows[1]


def test_names_run_their_own_way_in_an_arabic_window(
    window: MainWindow, page: ReviewPage, review: Review, qtbot: QtBot
) -> None:
    assert page
    review.use_profile(Profile("Client", glossaries=(HARBOUR,)))
    use_language("ar")
    dialog = opened(window, qtbot)
    texts = [dialog.table.item(0, column).text() for column in (1, 2, 4)]
    assert texts == ["\u2068harbour\u2069", "\u2068Hafen\u2069", "1، 2"]


def test_a_document_without_any_says_so(window: MainWindow, page: ReviewPage, qtbot: QtBot) -> None:
    assert page
    dialog = opened(window, qtbot)
    assert dialog.listed() == []
    assert dialog.said.text() == "0 names and terms."
    dialog.show_row()
    assert dialog.place is None


def test_the_command_goes_to_the_row(
    window: MainWindow,
    page: ReviewPage,
    review: Review,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    assert page
    key = next(row.key for row in review.rows(1) if row.source.startswith("Ships"))

    def choose(dialog: NamesAndTermsDialog) -> int:
        dialog.place = key
        return 1

    monkeypatch.setattr(NamesAndTermsDialog, "exec", choose)
    window.actions_by_name["names_and_terms"].trigger()
    row = page.review.current_row()
    assert row is not None
    assert row.key == key
    qtbot.waitUntil(lambda: not window.commands.names.jobs.busy())
