"""The handbook opens without a network, in the language of the window."""

from __future__ import annotations

import re
from pathlib import Path
from urllib.parse import unquote

import pytest
from PySide6.QtGui import QDesktopServices, QImage

from reviewer.ui.dialogs.handbook import handbook_page
from reviewer.ui.look import resources
from reviewer.ui.main_window import MainWindow
from reviewer.wording import use_language

FOLDER = resources.folder() / "handbook"


@pytest.mark.parametrize(
    ("language", "heading"),
    [("en", "the handbook"), ("de", "das Handbuch"), ("uk", "the handbook")],
)
def test_the_page_is_in_the_language_of_the_window(language: str, heading: str) -> None:
    use_language(language)
    page = handbook_page().read_text("utf-8")
    assert heading in page
    assert "<table>" in page


def test_the_page_asks_the_network_for_nothing() -> None:
    assert not re.search(r"https?:|<script|@import", handbook_page().read_text("utf-8"))


@pytest.mark.parametrize("language", ["en", "de"])
def test_its_pictures_are_there_in_its_language(language: str) -> None:
    use_language(language)
    page = handbook_page().read_text("utf-8")
    base = re.search(r'<base href="file://(.+?)">', page)
    assert base
    pictures = re.findall(r'<img src="(.+?)" alt="(.+?)"', page)
    assert len(pictures) == 4
    for file, said in pictures:
        assert file.startswith(f"pictures/{language}-")
        assert QImage(f"{unquote(base[1])}{file}").width() > 800
        assert len(said) > 20


def test_the_languages_say_the_same() -> None:
    shapes = {
        path.stem: [line.split(" ")[0] for line in path.read_text("utf-8").splitlines()
                    if line.startswith(("#", "|", "- "))]
        for path in FOLDER.glob("*.md")
    }  # fmt: skip
    assert shapes["de"] == shapes["en"]


def test_the_keys_that_it_names_exist(window: MainWindow) -> None:
    keys = {
        shortcut.toString()
        for command in window.table.commands()
        for shortcut in window.actions_by_name[command.name].shortcuts()
    }
    text = (FOLDER / "en.md").read_text("utf-8")
    named = set(re.findall(r"\b(?:Ctrl|Alt|Shift)\+[\w+]*\w|\bF\d+\b", text))
    assert named
    assert named <= keys


def test_the_command_opens_it(window: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url.toLocalFile()))
    window.actions_by_name["handbook"].trigger()
    assert Path(opened[0]).is_file()
