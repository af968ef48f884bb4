"""What keys are called: the same in menus, in lists and in what the program says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from gettext import GNUTranslations
from pathlib import Path

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QApplication

import reviewer.wording
from reviewer.ui import app
from reviewer.ui.look.key_names import key_names

NATIVE = QKeySequence.SequenceFormat.NativeText
CATALOGUES = Path(reviewer.wording.__file__).parent / "catalogues"
KEYS = re.compile(r"(?:(?:Ctrl|Alt|Shift)\+)+(?:[A-Z]\w*)|\b(?:Enter|Esc|Del|Ins|PgUp|PgDown)\b")


@pytest.fixture(params=["en", "de", "id", "uk", "ar", "vi"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    app.speak(request.param)
    yield request.param
    app.speak("en")


def test_the_key_that_goes_on_has_one_name(spoken: str) -> None:
    wanted = {"de": "Eingabe"}.get(spoken, "Enter")
    assert key_names(["Return"]) == key_names(["Enter"]) == [wanted]
    assert key_names(["Return", "Enter"]) == [wanted]
    assert QKeySequence("Ctrl+Return").toString(NATIVE).endswith(f"+{wanted}")
    assert QKeySequence("Ctrl+Return").toString() == "Ctrl+Return"


def test_the_texts_name_keys_as_the_menus_do(spoken: str) -> None:
    if spoken == "en":
        return
    with (CATALOGUES / f"{spoken}.mo").open("rb") as file:
        said = GNUTranslations(file)._catalog
    wrong = [
        (pattern, translated)
        for pattern, translated in said.items()
        if isinstance(pattern, str)
        for keys in KEYS.findall(pattern)
        if key_names([keys])[0] not in translated
    ]
    assert wrong == []


@pytest.mark.parametrize("keys", ["Ctrl++", "Ctrl+-", "Ctrl+Shift+R", "Alt+Down"])
def test_keys_run_from_left_to_right_in_an_arabic_menu(spoken: str, keys: str) -> None:
    shown = QKeySequence(keys).toString(NATIVE)
    assert shown.startswith("\N{LEFT-TO-RIGHT ISOLATE}") == (spoken == "ar")
    [name] = key_names([keys])
    assert "\N{LEFT-TO-RIGHT ISOLATE}" not in name
