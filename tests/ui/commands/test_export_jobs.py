"""Exports that take their time: beside the window, with progress and a way to stop."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from reviewer.reports.kinds import KINDS
from reviewer.review import Review
from reviewer.ui.commands import export
from reviewer.ui.dialogs.export_dialog import ExportDialog
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage

Into = Callable[[Path], None]


@pytest.fixture
def into(monkeypatch: pytest.MonkeyPatch) -> Into:
    """Answers every question for a file with this path."""

    def answer(path: Path) -> None:
        def ask(_window: object, _title: str, _start: str, filters: str, **_: object) -> object:
            return str(path), filters.split(";;")[0]

        monkeypatch.setattr(QFileDialog, "getSaveFileName", ask)

    return answer


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    """Every review counts as a long one."""
    monkeypatch.setattr(export, "ROWS_AT_ONCE", 0)


def as_kind(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def choose(dialog: ExportDialog) -> int:
        dialog.kinds.setCurrentRow([one.name for one in KINDS].index(name))
        return 1

    monkeypatch.setattr(ExportDialog, "exec", choose)


def ended(window: MainWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not window.commands.export.jobs.busy())


@pytest.mark.usefixtures("page")
@pytest.mark.parametrize(("more", "beside"), [(0, False), (-1, True)])
def test_which_reviews_are_written_beside_the_window(
    more: int,
    beside: bool,
    review: Review,
    window: MainWindow,
    into: Into,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    rows = sum(len(review.index(info.id)) for info in review.translations)
    monkeypatch.setattr(export, "ROWS_AT_ONCE", rows + more)
    into(tmp_path / "out.json")
    began: list[str] = []
    window.commands.export.job_began.connect(lambda _job, words: began.append(words))
    window.commands.export.export_findings()
    ended(window, qtbot)
    assert bool(began) is beside
    assert json.loads((tmp_path / "out.json").read_text("utf-8"))["version"] == 1


@pytest.mark.usefixtures("page", "slowly")
def test_it_is_the_review_as_it_stood_and_one_can_go_on_meanwhile(
    review: Review, window: MainWindow, into: Into, qtbot: QtBot, tmp_path: Path
) -> None:
    key = next(row.key for row in review.rows(1) if row.target == "Der Hafen")
    review.edit(1, key, "Der Kai")
    into(tmp_path / "out.txt")
    window.commands.export.export_text()
    assert window.exporting.isVisible()
    review.edit(1, key, "Die Mole")
    ended(window, qtbot)
    assert (tmp_path / "out.txt").read_text("utf-8").startswith("Der Kai\n")
    assert not window.exporting.isVisible()
    said = window.statusBar().currentMessage()
    assert said.startswith(f"Written: {tmp_path / 'out.txt'}")
    assert "findings are open" in said


@pytest.mark.usefixtures("page", "slowly")
def test_a_stopped_export_writes_nothing(
    window: MainWindow, into: Into, qtbot: QtBot, tmp_path: Path
) -> None:
    into(tmp_path / "out.json")
    window.commands.export.export_findings()
    window.exporting.cancel()
    ended(window, qtbot)
    assert list(tmp_path.glob("out*")) == []
    assert window.statusBar().currentMessage() == "The export was stopped."


@pytest.mark.usefixtures("page", "slowly")
def test_one_export_at_a_time(window: MainWindow, into: Into, qtbot: QtBot, tmp_path: Path) -> None:
    into(tmp_path / "one.json")
    window.commands.export.export_findings()
    into(tmp_path / "two.json")
    window.commands.export.export_findings()
    assert "Wait for it" in window.statusBar().currentMessage()
    ended(window, qtbot)
    assert (tmp_path / "one.json").exists()
    assert not (tmp_path / "two.json").exists()


@pytest.mark.usefixtures("page", "slowly")
def test_what_cannot_be_written_is_told(
    window: MainWindow, into: Into, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    (tmp_path / "file").write_text("x", "utf-8")
    into(tmp_path / "file" / "out.json")
    window.commands.export.export_findings()
    ended(window, qtbot)
    assert "out.json was not written" in said[0]


@pytest.mark.usefixtures("page")
def test_a_review_is_no_place_for_its_export(
    review: Review, window: MainWindow, into: Into, said: list[str]
) -> None:
    before = review.path.read_bytes()
    into(review.path)
    window.commands.export.export_findings()
    assert "being worked on" in said[0]
    assert review.path.read_bytes() == before


@pytest.mark.usefixtures("page")
def test_a_page_is_drawn_in_a_process_of_its_own(
    window: MainWindow,
    into: Into,
    qtbot: QtBot,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    as_kind("pdf", monkeypatch)
    into(tmp_path / "out.pdf")
    window.commands.export.export_as()
    assert window.commands.export.jobs.busy()
    ended(window, qtbot)
    assert (tmp_path / "out.pdf").read_bytes().startswith(b"%PDF")
    assert "findings are open" in window.statusBar().currentMessage()


@pytest.mark.usefixtures("slowly")
def test_the_review_may_be_closed_meanwhile(
    page: ReviewPage, window: MainWindow, into: Into, qtbot: QtBot, tmp_path: Path
) -> None:
    assert page.isVisible()
    into(tmp_path / "out.json")
    window.commands.export.export_findings()
    window.commands.reviews.close_review()
    ended(window, qtbot)
    assert (tmp_path / "out.json").exists()
