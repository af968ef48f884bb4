"""A new version of a translation, opened from the window."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.lost_edits import LostEditsDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.table.row_editor import RowEditor
from tests.ui.three_articles import FRENCH, GERMAN, start


def test_a_new_version_keeps_what_was_decided(
    window: MainWindow,
    qtbot: QtBot,
    articles: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start(window, qtbot, *articles)
    qtbot.waitUntil(lambda: window.review.is_open())
    page = window.page
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.dismiss()
    newer = articles[1].with_name("neu.txt")
    newer.write_text(GERMAN.replace("stolz auf", "sehr stolz auf"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(newer), ""))
    window.actions_by_name["load_new_version"].trigger()
    assert window.progress.isVisible()
    qtbot.waitUntil(lambda: not window.progress.busy())
    texts = [row.target for row in page.review.shown.rows()]
    assert any("sehr stolz" in text for text in texts)
    assert page.review.counts(1).dismissed == 1


@pytest.mark.parametrize("typed", ["", "Hallo. "])
def test_an_open_editor_does_not_overwrite_the_new_version(
    window: MainWindow,
    qtbot: QtBot,
    articles: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
    typed: str,
) -> None:
    start(window, qtbot, *articles)
    qtbot.waitUntil(lambda: window.review.is_open())
    newer = articles[1].with_name("neu.txt")
    newer.write_text(GERMAN.replace("heute", "morgen"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(newer), ""))
    window.actions_by_name["load_new_version"].trigger()
    window.actions_by_name["edit"].trigger()
    editor = window.page.table.viewport().findChildren(RowEditor)[-1]
    assert editor.text() == "Der Hafen wird heute eröffnet."
    editor.insertPlainText(typed)
    qtbot.waitUntil(lambda: not window.progress.busy())
    assert not window.review.editor.active()
    window.actions_by_name["next_finding"].trigger()
    row = window.review.shown.rows()[0]
    assert row.target == "Der Hafen wird morgen eröffnet."
    assert not row.edited
    assert window.page.lost_bar.isVisible() == bool(typed)
    assert window.actions_by_name["lost_edits"].isEnabled() == bool(typed)
    if typed:
        dialog = LostEditsDialog(window.review, window)
        shown = dialog.edits.item(0).text()
        assert shown.splitlines()[0].startswith("Row 1")
        assert "Hallo." in shown.splitlines()[1]
        dialog.copy.click()
        assert "Hallo." in QGuiApplication.clipboard().text()
        dialog.go.click()
        assert dialog.wanted_row == row.key
        dialog.put.click()
        assert "Hallo." in window.review.shown.rows()[0].target
        assert not window.page.lost_bar.isVisible()
        assert not dialog.put.isEnabled()
        dialog.deleteLater()


def test_a_new_version_is_compared_with_the_other_translations_too(
    window: MainWindow,
    qtbot: QtBot,
    articles: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    french = articles[1].with_name("article-fr.txt")
    french.write_text(FRENCH, "utf-8")
    start(window, qtbot, *articles, french)
    qtbot.waitUntil(lambda: window.review.is_open())
    page = window.page
    page.window().commands.navigation.next_finding()
    before = page.review.current_finding().finding.message
    assert "other translation keeps it" in before
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(articles[1]), ""))
    window.actions_by_name["load_new_version"].trigger()
    qtbot.waitUntil(lambda: not window.progress.busy())
    assert page.review.current_finding().finding.message == before
