"""What the window offers when a review's file is not what it was."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.review import Review
from reviewer.store import backups
from reviewer.store.errors import ReadOnlyPlace
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review.page import ReviewPage
from reviewer.wording import use_language


@pytest.fixture
def chosen(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every question is answered with the first of these words that it offers."""
    answers: list[str] = []

    def choose(words: str, more: str, choices: list[str]) -> int:
        return next((n for n, name in enumerate(choices) if name in answers), -1)

    monkeypatch.setattr(window.ask, "choose", choose)
    monkeypatch.setattr(window.ask, "one_of", lambda title, question, names: 0)
    return answers


def remark(window: MainWindow, text: str) -> None:
    review = window.review
    review.do(lambda: review.review.comment(1, "s7", text), "The remark was not kept.")


@pytest.mark.parametrize("where", ["moved.review", "elsewhere/{name}"])
def test_work_goes_on_in_a_file_that_was_moved(
    page: ReviewPage,
    window: MainWindow,
    review: Review,
    chosen: list[str],
    tmp_path: Path,
    where: str,
) -> None:
    where = where.format(name=review.path.name)
    (tmp_path / "elsewhere").mkdir()
    moved = review.path.rename(tmp_path / where)
    chosen.append(f"Go on in {where}")
    remark(window, "not kept")
    remark(window, "kept")
    assert review.path == moved
    assert window.windowTitle() == f"{moved.stem} — Reviewer"
    assert review.row(1, "s7").comment == "kept"


def test_a_review_that_was_deleted_is_saved_elsewhere(
    page: ReviewPage,
    window: MainWindow,
    review: Review,
    chosen: list[str],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    until_read: Callable[[MainWindow], None],
) -> None:
    remark(window, "kept")
    review.path.unlink()
    chosen.append("Save as…")
    saved = tmp_path / "saved.review"
    monkeypatch.setattr(window.ask, "new_file", lambda *_: (saved, ""))
    remark(window, "not kept")
    until_read(window)
    assert window.review.review.path == saved
    assert window.review.review.row(1, "s7").comment == "kept"
    window.commands.reviews.close_review()


def test_the_file_that_has_taken_its_place_is_opened(
    page: ReviewPage,
    window: MainWindow,
    review: Review,
    chosen: list[str],
    tmp_path: Path,
    until_read: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    told: list[str] = []
    monkeypatch.setattr(window.ask, "tell", lambda error, words: told.append(str(error)))
    review.copy_to(tmp_path / "other.review")
    remark(window, "kept")
    (tmp_path / "other.review").replace(review.path)
    chosen.append("Open the file that is there now")
    remark(window, "not kept")
    until_read(window)
    assert any(str(backups.of(review.path)[1].path) in words for words in told)
    assert window.review.review.row(1, "s7").comment == ""
    with Review.open(backups.of(review.path)[1].path) as kept:
        assert kept.row(1, "s7").comment == "kept"
    window.commands.reviews.close_review()


def test_what_became_of_the_file_is_said_in_the_language_of_the_user(
    page: ReviewPage, window: MainWindow, review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    monkeypatch.setattr(window.ask, "choose", lambda _words, why, _ways: said.append(why) or -1)
    review.path.unlink()
    use_language("de")
    remark(window, "not kept")
    use_language("en")
    assert "gelöscht" in said[0]


def test_a_damaged_review_is_restored_from_a_backup(
    window: MainWindow,
    review: Review,
    chosen: list[str],
    qtbot: QtBot,
    until_read: Callable[[MainWindow], None],
) -> None:
    review.close()
    review.path.write_bytes(review.path.read_bytes()[:30_000])
    chosen.append("Restore a backup…")
    window.commands.reviews.open_path(review.path)
    until_read(window)
    assert window.review.is_open()
    assert len(window.review.review.rows(1)) > 5
    window.commands.reviews.close_review()


@pytest.fixture
def told(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the window tells of errors."""
    words: list[str] = []
    monkeypatch.setattr(window.ask, "tell", lambda error, _what: words.append(str(error)))
    return words


def nowhere() -> None:
    """A file stands where the folder of the backups would be."""
    folder = backups.backups_folder()
    shutil.rmtree(folder, ignore_errors=True)
    folder.parent.mkdir(parents=True, exist_ok=True)
    folder.write_bytes(b"")


def test_a_backup_is_put_elsewhere_when_nothing_can_be_written_at_its_place(
    window: MainWindow,
    review: Review,
    chosen: list[str],
    tmp_path: Path,
    until_read: Callable[[MainWindow], None],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    review.close()
    restore = backups.restore

    def refused(backup: Path, target: Path) -> Path | None:
        if target == review.path:
            raise ReadOnlyPlace("It is read-only.")
        return restore(backup, target)

    monkeypatch.setattr(backups, "restore", refused)
    monkeypatch.setattr(window.ask, "new_file", lambda *_: (tmp_path / "else.review", ""))
    chosen.append("Choose another place…")
    window.commands.reviews.restore_backup(review.path)
    until_read(window)
    assert window.review.look.path == tmp_path / "else.review"
    window.commands.reviews.close_review()


def test_backups_that_cannot_be_listed_are_not_said_to_be_none(
    window: MainWindow, told: list[str]
) -> None:
    nowhere()
    window.commands.reviews.restore_backup()
    [said] = told
    assert "cannot be read" in said


def test_where_a_review_without_a_place_is_kept_is_said(
    window: MainWindow,
    review: Review,
    chosen: list[str],
    told: list[str],
    until_read: Callable[[MainWindow], None],
) -> None:
    review.close()
    nowhere()
    window.commands.reviews.open_path(review.path)
    until_read(window)
    assert "No backup of this review can be kept" in told[-1]
    review.path.unlink()
    window.commands.reviews.close_review()
    assert f"{review.path.stem}.kept-1.review" in told[-1]
