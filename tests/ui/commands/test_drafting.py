"""A missing sentence gets a first draft from a package of the other direction."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.analysis import Analysis
from reviewer.domain import Bead
from reviewer.machine_translation.install import install
from reviewer.review import Review
from reviewer.ui.look import resources
from reviewer.ui.main_window import MainWindow
from tests.ui.conftest import compared, side

PACKAGE = resources.folder() / "packages" / "translate-de_en-toy.argosmodel"
GERMAN = ["Ein Kraftwerk unter dem Kai", "Der Hauptkai am Morgen der Eröffnung."]


@pytest.fixture
def from_german(window: MainWindow, tmp_path: Path) -> Review:
    """A German text, whose second sentence is missing in English, open in the window."""
    source = side("quelle.txt", "de", GERMAN, "s")
    english = side("text.txt", "en", ["A power station under the quay"], "t")
    beads = (Bead((0,), (0,), "aligned", 0.99), Bead((1,), (), "missing", 0.9))
    review = Review.create(
        tmp_path / "german.review", Analysis(source, (compared(source, english, beads),))
    )
    window.commands.reviews.show(review)
    return review


def test_a_missing_sentence_is_drafted_and_marked(
    from_german: Review,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not PACKAGE.is_file():
        pytest.skip("the toy packages are not here")
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    install(PACKAGE)
    draft, table = window.actions_by_name["draft_missing"], window.page.table
    window.review.go_to("s1")
    assert not draft.isEnabled()
    window.review.go_to("s2")
    assert draft.isEnabled()
    draft.trigger()
    qtbot.waitUntil(lambda: not window.progress.busy())
    row = from_german.row(1, "s2")
    assert row.target
    assert row.is_draft
    line = window.review.shown.line_of("s2")
    cell = window.page.model.cell(line, 3)
    assert table.text_delegate.font_of(cell).italic()
    assert "Drafted by a machine" in window.page.panel.words()
    assert not draft.isEnabled()
    window.actions_by_name["reviewed"].trigger()
    assert not table.text_delegate.font_of(window.page.model.cell(line, 3)).italic()


def test_without_a_package_one_is_offered(
    from_german: Review, window: MainWindow, said: list[str]
) -> None:
    window.review.go_to("s2")
    window.actions_by_name["draft_missing"].trigger()
    assert "No package translates German into English." in said[0]
    assert from_german.row(1, "s2").relation == "missing"


def test_an_export_says_that_a_draft_was_not_touched(
    from_german: Review, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from_german.draft(1, "s2", "The main quay on the morning of the opening.")
    out = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    window.actions_by_name["export_text"].trigger()
    assert "The main quay" in out.read_text("utf-8")
    said = window.statusBar().currentMessage()
    assert "Machine drafts that nobody has touched: 1." in said


def test_a_draft_is_made_corrected_and_exported_by_keys(
    from_german: Review,
    window: MainWindow,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not PACKAGE.is_file():
        pytest.skip("the toy packages are not here")
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    install(PACKAGE)
    out = tmp_path / "out.txt"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(out), ""))
    control = Qt.KeyboardModifier.ControlModifier
    at_once = control | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier

    def press(key: Qt.Key, more: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        qtbot.keyClick(QApplication.focusWidget(), key, more)

    qtbot.waitUntil(window.page.table.hasFocus)
    press(Qt.Key.Key_F8)
    assert window.review.current_finding().finding.check == "missing"
    press(Qt.Key.Key_T, control)
    qtbot.waitUntil(lambda: not window.progress.busy())
    drafted = from_german.row(1, "s2").target
    assert from_german.row(1, "s2").is_draft
    press(Qt.Key.Key_E, at_once)
    assert drafted in out.read_text("utf-8")
    assert "nobody has touched: 1" in window.statusBar().currentMessage()
    press(Qt.Key.Key_Return)
    qtbot.keyClicks(QApplication.focusWidget(), " Today.")
    press(Qt.Key.Key_Return, control)
    assert not from_german.row(1, "s2").is_draft
    press(Qt.Key.Key_E, at_once)
    assert f"{drafted} Today." in out.read_text("utf-8")
    assert "nobody has touched" not in window.statusBar().currentMessage()
    press(Qt.Key.Key_Z, control)
    assert (from_german.row(1, "s2").target, from_german.row(1, "s2").is_draft) == (drafted, True)
    press(Qt.Key.Key_Z, control)
    assert from_german.row(1, "s2").relation == "missing"
