"""A table that was edited elsewhere, applied in the window."""

from __future__ import annotations

from pathlib import Path

import docx
import pytest
from PySide6.QtWidgets import QFileDialog

from reviewer.reports.kinds import Options, kind
from reviewer.review import Review
from reviewer.ui.dialogs.table_dialog import TableDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

OPTIONS = Options("Ann Lee", "2026-11-29T10:00:00+00:00")


@pytest.fixture
def table(page: ReviewPage, review: Review, tmp_path: Path) -> Path:
    """A row corrected in the table, and another both here and there."""
    path = tmp_path / "table.docx"
    path.write_bytes(kind("table-docx").make(review, [1], OPTIONS))
    document = docx.Document(str(path))
    for row in document.tables[0].rows:
        cell = row.cells[3]
        if cell.text == "Der Hafen":
            cell.text = "Der alte Hafen"
        elif cell.text == "Alle waren froh.":
            cell.text = "Jeder war froh."
    document.save(str(path))
    key = next(row.key for row in review.rows(1) if row.target == "Alle waren froh.")
    review.edit(1, key, "Alle waren glücklich.")
    return path


def test_what_would_change_and_what_cannot_are_shown_and_one_undo_takes_it_back(
    table: Path,
    review: Review,
    window: MainWindow,
    page: ReviewPage,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    shown: list[list[str]] = []

    def answer(dialog: TableDialog) -> int:
        for found in (dialog.changes, dialog.conflicts):
            shown.append([found.item(number).text() for number in range(found.count())])
        return 1

    monkeypatch.setattr(TableDialog, "exec", answer)
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_what, **_more: (str(table), ""))
    window.actions_by_name["apply_table"].trigger()
    [changes, conflicts] = shown
    assert len(changes) == 1
    assert changes[0].endswith("Der Hafen\n→  Der alte Hafen")
    assert len(conflicts) == 1
    assert "Jeder war froh." in conflicts[0]
    assert "Alle waren glücklich." in conflicts[0]
    assert "Der alte Hafen" in [row.target for row in review.rows(1)]
    assert window.statusBar().currentMessage() == "Applied: table.docx; 1 in conflict"
    window.actions_by_name["undo"].trigger()
    assert "Der Hafen" in [row.target for row in review.rows(1)]
    assert "Alle waren glücklich." in [row.target for row in review.rows(1)]


def test_another_file_changes_nothing(
    window: MainWindow,
    page: ReviewPage,
    tmp_path: Path,
    said: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    path = tmp_path / "other.docx"
    docx.Document().save(str(path))
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_what, **_more: (str(path), ""))
    window.actions_by_name["apply_table"].trigger()
    assert "Nothing was applied." in said[0]
