"""Packages in the window: offline unless asked, and broken files do no harm."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.packages_dialog import PackagesDialog
from reviewer.ui.look import resources
from reviewer.ui.state.settings import Settings


@pytest.fixture
def dialog(
    qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[PackagesDialog]:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("HOME", str(tmp_path))
    dialog = PackagesDialog(Settings())
    qtbot.addWidget(dialog)
    dialog.show()
    yield dialog
    dialog.close()


def listed(dialog: PackagesDialog) -> list[str]:
    view = dialog.installed
    return [view.topLevelItem(number).text(0) for number in range(view.topLevelItemCount())]


def test_it_opens_without_going_online(dialog: PackagesDialog) -> None:
    assert listed(dialog) == ["No package is installed yet."]
    assert dialog.available.topLevelItemCount() == 0


def test_a_broken_file_is_said_to_be_broken(
    dialog: PackagesDialog, qtbot: QtBot, tmp_path: Path, said: list[str]
) -> None:
    broken = tmp_path / "broken.argosmodel"
    broken.write_bytes(b"no archive")
    dialog.install_file(broken)
    qtbot.waitUntil(lambda: bool(said))
    assert "broken.argosmodel" in said[0]
    assert listed(dialog) == ["No package is installed yet."]


def test_a_package_is_installed_and_removed(
    dialog: PackagesDialog, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    package = resources.folder() / "packages" / "translate-de_en-toy.argosmodel"
    if not package.is_file():
        pytest.skip("the toy packages are not here")
    dialog.install_file(package)
    qtbot.waitUntil(lambda: listed(dialog) == ["German → English"])


def test_an_index_that_does_not_answer_is_said_to(
    dialog: PackagesDialog, qtbot: QtBot, said: list[str]
) -> None:
    dialog.look("http://127.0.0.1:9/index.json")
    qtbot.waitUntil(lambda: bool(said))
    assert "127.0.0.1" in said[0]
