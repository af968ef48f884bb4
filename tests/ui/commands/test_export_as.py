"""The dialog that asks what to export, and what it writes."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QFileDialog

from reviewer import formats
from reviewer.reports.kinds import KINDS, kind
from reviewer.review import Review
from reviewer.ui.dialogs.export_dialog import ExportChoice, ExportDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

Answer = Callable[[Callable[[ExportDialog], None]], None]


@pytest.fixture
def answer(monkeypatch: pytest.MonkeyPatch) -> Answer:
    """Choose in the dialog and go on."""

    def choosing(choose: Callable[[ExportDialog], None]) -> None:
        def exec_(dialog: ExportDialog) -> int:
            choose(dialog)
            return 1

        monkeypatch.setattr(ExportDialog, "exec", exec_)

    return choosing


def chosen(name: str, every: bool = False) -> Callable[[ExportDialog], None]:
    def choose(dialog: ExportDialog) -> None:
        dialog.kinds.setCurrentRow([one.name for one in KINDS].index(name))
        dialog.which.setCurrentIndex(int(every))

    return choose


def test_tracked_changes_of_this_translation(
    page: ReviewPage,
    review: Review,
    window: MainWindow,
    answer: Answer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    key = next(row.key for row in review.rows(1) if row.target == "Der Hafen")
    review.edit(1, key, "Der Kai")
    answer(chosen("tracked"))
    asked: list[str] = []
    out = tmp_path / "out.docx"

    def ask(_window: object, _title: str, start: str, filters: str) -> tuple[str, str]:
        asked.append(f"{Path(start).name} {filters}")
        return str(out), filters

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    window.actions_by_name["export_as"].trigger()
    assert asked == [
        "artikel.tracked.docx Corrected text with tracked changes (*.docx)",
    ]
    assert formats.read(out).blocks[0].text == "Der Kai"


def test_the_key_for_export_offers_every_kind_and_the_text_in_other_formats(
    page: ReviewPage,
    window: MainWindow,
    answer: Answer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    wanted = [QKeySequence("Ctrl+E")]
    [action] = [one for one in window.findChildren(QAction) if one.shortcuts() == wanted]
    offered: list[str] = []

    def choose(dialog: ExportDialog) -> None:
        kinds = dialog.kinds
        offered.extend(kinds.item(row).text() for row in range(kinds.count()))
        chosen("text")(dialog)

    answer(choose)
    out = tmp_path / "out.md"

    def ask(_window: object, _title: str, _start: str, filters: str) -> tuple[str, str]:
        assert "(*.md)" in filters
        return str(out), "(*.md)"

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    action.trigger()
    assert "Corrected text with tracked changes" in offered
    assert formats.read(out).format == "markdown"


def test_all_translations_into_a_folder(
    page: ReviewPage,
    window: MainWindow,
    answer: Answer,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    folder = tmp_path / "new"
    answer(chosen("tracked", every=True))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_what, **_more: (str(folder), ""))
    window.actions_by_name["export_as"].trigger()
    assert sorted(path.name for path in folder.iterdir()) == [
        "article-ar.tracked.docx",
        "artikel.tracked.docx",
    ]


def test_the_dialog_shows_what_each_kind_can_be_asked(page: ReviewPage) -> None:
    dialog = ExportDialog(
        ["German", "Arabic"], 0, ExportChoice(kind("tracked"), False, "Ann Lee", True)
    )
    dialog.show()
    assert dialog.author.isVisible()
    assert dialog.findings.isVisible()
    assert dialog.choice() == ExportChoice(kind("tracked"), False, "Ann Lee", True)
    chosen("csv")(dialog)
    assert not dialog.author.isVisible()
    assert not dialog.which.isEnabled()
    assert dialog.choice().every
    dialog.close()
    dialog.deleteLater()
