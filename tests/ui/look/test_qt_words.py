"""Qt's own words in languages that Qt has no catalogue for, or one with gaps."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton

from reviewer.ui import app


@pytest.fixture(params=["id", "vi", "uk", "ar", "de"])
def spoken(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    app.speak(request.param)
    yield request.param
    app.speak("en")


def test_what_is_known_is_said(spoken: str) -> None:
    said = QCoreApplication.translate("QPlatformTheme", "Cancel")
    assert said == {
        "id": "Batal", "vi": "Hủy", "uk": "Скасувати", "ar": "ألغِ", "de": "Abbrechen"
    }[spoken]  # fmt: skip


def test_a_key_with_an_arrow_is_named(spoken: str) -> None:
    said = {"id": "Bawah", "vi": "Xuống", "uk": "Вниз", "ar": "الأسفل", "de": "Herunter"}
    assert QCoreApplication.translate("QShortcut", "Down") == said[spoken]


def test_what_is_not_known_stays_in_english_and_is_never_empty(spoken: str) -> None:
    said = QCoreApplication.translate("QScrollBar", "Scroll here")
    assert (said == "Scroll here") == (spoken in ("id", "vi"))
    assert QCoreApplication.translate("QFileDialog", "Delete %1?") == "Delete %1?"


def test_a_dialog_for_files_is_in_the_language(spoken: str) -> None:
    dialog = QFileDialog(options=QFileDialog.Option.DontUseNativeDialog)
    shown = {label.text() for label in dialog.findChildren(QLabel) if label.text()}
    shown |= {button.text() for button in dialog.findChildren(QPushButton) if button.text()}
    if spoken in ("id", "vi"):
        words = {"id": ("Cari di:", "&Nama berkas:"), "vi": ("Tìm trong:", "&Tên tệp:")}[spoken]
        assert shown >= set(words)
    shown = {words.replace("&", "") for words in shown}
    assert not {"Look in:", "File name:", "Files of type:", "Cancel"} & shown
    computer = QCoreApplication.translate("QFileSystemModel", "Computer")
    assert (computer == "Computer") == (spoken == "de")
    dialog.deleteLater()
