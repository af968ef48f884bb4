"""What a dialog for files lists, in each language of the window."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QFileDialog, QFileSystemModel
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.file_filters import as_filters
from reviewer.wording import LANGUAGES, tr, use_language


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_names_of_files_are_found_in_every_language(qtbot: QtBot, language: str) -> None:
    use_language(language)
    dialog = QFileDialog()
    qtbot.addWidget(dialog)
    dialog.setOption(QFileDialog.Option.DontUseNativeDialog)
    model = dialog.findChild(QFileSystemModel)
    assert model is not None
    for kinds, globs in (
        (tr("Reviews and sets ({kinds})", kinds="*.review *.reviewset"), "*.review *.reviewset"),
        (tr("Profiles (*{suffix})", suffix=".toml"), "*.toml"),
        (tr("Packages (*{package_suffix} *.zip)", package_suffix=".pack"), "*.pack *.zip"),
    ):
        dialog.setNameFilter(as_filters(kinds))
        assert " ".join(model.nameFilters()) == globs


def test_patterns_read_from_left_to_right_in_a_sentence_that_does_not() -> None:
    kinds = "Notes (new) (*.csv *.tsv);;All (*)"
    use_language("en")
    assert as_filters(kinds) == kinds
    use_language("ar")
    assert as_filters(kinds) == "Notes (new) \u200e(*.csv *.tsv);;All \u200e(*)"
