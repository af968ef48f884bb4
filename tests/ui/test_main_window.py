"""The window as a whole: its pages, its commands, and bad input."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtWidgets import QFileDialog, QPushButton
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.ui.commands.actions import Actions
from reviewer.ui.dialogs.lost_edits import LostEditsDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.ui.state.settings import Settings
from reviewer.ui.table.row_editor import RowEditor

ENGLISH = """The harbour opens today.

The town has built a new harbour for 12 million euros. It took the builders nine years to finish it.

The mayor said that everybody in the town was proud of the work.
"""
GERMAN = """Der Hafen wird heute eröffnet.

Die Stadt hat für 21 Millionen Euro einen Hafen gebaut. Die Bauleute brauchten neun Jahre dafür.

Die Bürgermeisterin sagte, alle in der Stadt seien stolz auf die Arbeit.
"""
FRENCH = """Le port ouvre aujourd'hui.

La ville a construit un nouveau port pour 12 millions d'euros. Les ouvriers ont mis neuf ans.

Le maire a dit que tout le monde dans la ville était fier de ce travail.
"""


@pytest.fixture
def articles(tmp_path: Path) -> tuple[Path, Path]:
    source, translation = tmp_path / "article.txt", tmp_path / "artikel.txt"
    source.write_text(ENGLISH, "utf-8")
    translation.write_text(GERMAN, "utf-8")
    return source, translation


def start(window: MainWindow, qtbot: QtBot, *files: Path) -> None:
    """Choose files, wait for their languages, and start."""
    making = window.start_page.new_review
    making.add_files(list(files))
    qtbot.waitUntil(making.ready, timeout=20_000)
    making.begin()


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
        *("density_fitting", "density_dense", "density_roomy"),
        *("panel_fitting", "panel_beside", "panel_below"),
    }


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
    qtbot.waitUntil(lambda: window.review.is_open(), timeout=60_000)
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
    qtbot.waitUntil(lambda: not making.reading.busy(), timeout=20_000)


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
    qtbot.waitUntil(lambda: window.start_page.isVisible(), timeout=30_000)
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


@pytest.mark.parametrize("suffix", [".txt", ".md", ".html", ".docx"])
def test_the_corrected_translation_is_exported(
    page: ReviewPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.apply_fix()
    out = tmp_path / f"out{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.actions_by_name["export_text"].trigger()
    if suffix == ".docx":
        from reviewer import formats

        text = "\n".join(block.text for block in formats.read(out).blocks)
    else:
        text = out.read_text("utf-8")
    assert "kostete 12 Millionen" in text


@pytest.mark.parametrize("suffix", [".csv", ".json"])
def test_the_findings_are_exported(
    page: ReviewPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    suffix: str,
) -> None:
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.accept()
    out = tmp_path / f"findings{suffix}"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.actions_by_name["export_findings"].trigger()
    text = out.read_text("utf-8-sig")
    assert "12 is missing" in text
    assert "accepted" in text


def test_the_form_chosen_from_the_list_is_the_form_written(
    page: ReviewPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: list[str],
) -> None:
    answer = (str(tmp_path / "findings.csv"), "JSON (*.json)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    window.actions_by_name["export_findings"].trigger()
    written = tmp_path / "findings.json"
    assert json.loads(written.read_text("utf-8"))
    assert not (tmp_path / "findings.csv").exists()

    # The dialog asked about findings.csv; what is there under the other name is not lost unasked.
    written.write_text("mine", "utf-8")
    window.actions_by_name["export_findings"].trigger()
    assert said[0].startswith("There is already a file findings.json.")
    assert written.read_text("utf-8") == "mine"


def test_an_export_that_fails_says_so_and_leaves_nothing(
    page: ReviewPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: list[str],
) -> None:
    out = tmp_path / "no such folder" / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.actions_by_name["export_text"].trigger()
    assert "was not written" in said[0]
    assert not out.parent.exists()


def test_a_new_version_keeps_what_was_decided(
    window: MainWindow,
    qtbot: QtBot,
    articles: tuple[Path, Path],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    start(window, qtbot, *articles)
    qtbot.waitUntil(lambda: window.review.is_open(), timeout=60_000)
    page = window.page
    page.window().commands.navigation.next_finding()
    page.window().commands.findings.dismiss()
    newer = articles[1].with_name("neu.txt")
    newer.write_text(GERMAN.replace("stolz auf", "sehr stolz auf"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(newer), ""))
    window.actions_by_name["load_new_version"].trigger()
    assert window.progress.isVisible()
    qtbot.waitUntil(lambda: not window.progress.busy(), timeout=60_000)
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
    qtbot.waitUntil(lambda: window.review.is_open(), timeout=60_000)
    newer = articles[1].with_name("neu.txt")
    newer.write_text(GERMAN.replace("heute", "morgen"), "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(newer), ""))
    window.actions_by_name["load_new_version"].trigger()
    window.actions_by_name["edit"].trigger()
    editor = window.page.table.viewport().findChildren(RowEditor)[-1]
    assert editor.text() == "Der Hafen wird heute eröffnet."
    editor.insertPlainText(typed)
    qtbot.waitUntil(lambda: not window.progress.busy(), timeout=60_000)
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
    qtbot.waitUntil(lambda: window.review.is_open(), timeout=60_000)
    page = window.page
    page.window().commands.navigation.next_finding()
    before = page.review.current_finding().finding.message
    assert "other translation keeps it" in before
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(articles[1]), ""))
    window.actions_by_name["load_new_version"].trigger()
    qtbot.waitUntil(lambda: not window.progress.busy(), timeout=60_000)
    assert page.review.current_finding().finding.message == before


def test_a_first_window_is_no_larger_than_the_screen(qtbot: QtBot) -> None:
    window = MainWindow(Settings())
    qtbot.addWidget(window)
    screen = window.screen().availableSize()
    assert window.width() <= screen.width()
    assert window.height() <= screen.height()
