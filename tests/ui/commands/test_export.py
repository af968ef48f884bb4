"""Export from the window: what is written, under which name, and what fails."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PySide6.QtWidgets import QFileDialog, QMessageBox

from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage


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
    answer = (str(tmp_path / "findings.xlsx"), "JSON (*.json)")
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: answer)
    window.actions_by_name["export_findings"].trigger()
    written = tmp_path / "findings.json"
    assert json.loads(written.read_text("utf-8"))
    assert not (tmp_path / "findings.xlsx").exists()

    # The dialog asked about findings.xlsx; what has the other name is not lost unasked.
    window.settings.keep_text("export/findings_form", "")
    written.write_text("mine", "utf-8")
    window.actions_by_name["export_findings"].trigger()
    assert said[0].startswith("There is already a file findings.json.")
    assert written.read_text("utf-8") == "mine"


def test_the_form_of_the_findings_is_that_of_last_time_at_first_a_workbook(
    page: ReviewPage, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[tuple[str, str]] = []
    wanted = iter(["f.xlsx", "f.json", "f.csv", "f.csv"])

    def ask(_window: object, _title: str, start: str, filters: str) -> tuple[str, str]:
        offered.append((Path(start).suffix, filters.partition(";;")[0]))
        return str(tmp_path / next(wanted)), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)
    monkeypatch.setattr(QMessageBox, "exec", lambda box: 0)
    for _ in range(4):
        window.actions_by_name["export_findings"].trigger()
    assert offered == [
        (".xlsx", "Workbook (*.xlsx)"),
        (".xlsx", "Workbook (*.xlsx)"),
        (".json", "JSON (*.json)"),
        (".csv", "Table (*.csv)"),
    ]
    [sheet] = load_workbook(tmp_path / "f.xlsx").worksheets
    assert sheet["G2"].value == "12 is missing"


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
