"""What the Help menu opens on this computer."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QMessageBox

from reviewer import __version__
from reviewer.folders import log_folder
from reviewer.ui.dialogs import help_dialogs
from reviewer.ui.look import resources
from reviewer.ui.main_window import MainWindow


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """What the desktop is asked to show; it has no program for it."""
    urls: list[QUrl] = []

    def take(url: QUrl) -> bool:
        urls.append(url)
        return False

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return urls


def test_the_folder_of_the_log_is_opened(window: MainWindow, opened: list[QUrl]) -> None:
    window.actions_by_name["log"].trigger()
    assert [Path(url.toLocalFile()) for url in opened] == [log_folder()]
    assert log_folder().is_dir()
    assert str(log_folder()) in window.statusBar().currentMessage()


def test_the_about_box_leads_to_the_licences(
    window: MainWindow, opened: list[QUrl], monkeypatch: pytest.MonkeyPatch
) -> None:
    def press(box: QMessageBox) -> int:
        assert "GNU Lesser General Public License" in box.informativeText()
        assert box.defaultButton() is box.button(QMessageBox.StandardButton.Close)
        next(button for button in box.buttons() if "Licences" in button.text()).click()
        return 0

    monkeypatch.setattr(QMessageBox, "exec", press)
    window.actions_by_name["about"].trigger()
    assert [Path(url.toLocalFile()) for url in opened] == [help_dialogs.licence_page()]


def test_a_copy_without_a_page_of_releases_says_its_version(
    window: MainWindow, opened: list[QUrl]
) -> None:
    window.actions_by_name["releases"].trigger()
    assert opened == []
    assert f"You have version {__version__}." in window.statusBar().currentMessage()


def test_a_newer_version_is_looked_for_in_the_browser_only(opened: list[QUrl]) -> None:
    said: list[str] = []
    help_dialogs.show_releases(said.append, "https://releases.invalid/")
    assert [url.toString() for url in opened] == ["https://releases.invalid/"]
    assert "https://releases.invalid/" in said[0]  # no browser took it


def test_a_browser_that_opens_is_said(monkeypatch: pytest.MonkeyPatch) -> None:
    said: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: True)
    help_dialogs.show_releases(said.append, "https://releases.invalid/")
    assert said == [f"You have version {__version__}. Your browser shows the newest one."]


def test_the_licences_of_others_are_at_hand() -> None:
    page = help_dialogs.licence_page()
    assert page == resources.folder() / "licences"
    assert "GNU LESSER GENERAL PUBLIC LICENSE" in (page / "LGPL-3.0.txt").read_text("utf-8")
    assert "GNU GENERAL PUBLIC LICENSE" in (page / "GPL-3.0.txt").read_text("utf-8")


def test_a_packed_program_shows_the_page_that_was_made_for_it(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "licences").mkdir()
    (tmp_path / "licences" / "third-party.html").touch()
    monkeypatch.setattr(resources, "folder", lambda: tmp_path)
    assert help_dialogs.licence_page() == tmp_path / "licences" / "third-party.html"
