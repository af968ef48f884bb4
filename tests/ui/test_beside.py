"""Back-translations that are made while the review is open."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QMessageBox
from pytestqt.qtbot import QtBot

from reviewer.machine_translation.install import install
from reviewer.ui import resources
from reviewer.ui.main_window import MainWindow
from reviewer.ui.review_page import ReviewPage

PACKAGE = resources.folder() / "packages" / "translate-de_en-toy.argosmodel"


@pytest.fixture
def package(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    if not PACKAGE.is_file():
        pytest.skip("the toy packages are not here")
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    install(PACKAGE)


def made(page: ReviewPage) -> int:
    return sum(row.back_translation is not None for row in page.model.rows())


def test_what_is_missing_is_translated_back(
    package: None, page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    before = made(page)
    window.actions_by_name["back_translate"].trigger()
    assert window.progress.isVisible()
    qtbot.waitUntil(lambda: not window.progress.busy(), timeout=40_000)
    assert made(page) > before
    assert not page.session.review.untranslated(1)


def test_a_changed_sentence_is_translated_again(
    package: None, page: ReviewPage, window: MainWindow, qtbot: QtBot
) -> None:
    page.going.next_finding()
    page.deciding.apply_fix()
    qtbot.waitUntil(lambda: window.progress.busy(), timeout=10_000)
    qtbot.waitUntil(lambda: not window.progress.busy(), timeout=40_000)
    assert page.current_row().back_translation is not None


def test_closing_the_review_ends_it(package: None, page: ReviewPage, window: MainWindow) -> None:
    window.actions_by_name["back_translate"].trigger()
    window.close_review()
    assert not window.progress.busy() or window.page is None


def test_without_a_package_it_is_said_what_one_would_bring(
    page: ReviewPage,
    window: MainWindow,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    said: list[str],
) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setattr(QMessageBox, "clickedButton", lambda _box: None)
    page.pick(2)
    assert page.filter_bar.evidence.isVisible()
    page.filter_bar.evidence.click()
    assert said[0].startswith("No package translates Arabic into English.")
