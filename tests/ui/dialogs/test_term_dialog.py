"""A word on its way into a glossary needs its rendering."""

from __future__ import annotations

import pytest
from pytestqt.qtbot import QtBot

from reviewer.ui.dialogs.term_dialog import TermDialog


@pytest.mark.parametrize(
    ("words", "whole"),
    [
        (("harbour", "Hafen"), True), (("harbour", ""), False), (("", "Hafen"), False),
        (("harbour", "  "), False), (("", ""), False),
    ],
)  # fmt: skip
def test_it_can_be_added_with_both_words(qtbot: QtBot, words: tuple[str, str], whole: bool) -> None:
    dialog = TermDialog("en", ["de"], words, ["terms"], 0)
    qtbot.addWidget(dialog)
    assert dialog.add.isEnabled() is whole
    dialog.source.setText("quay")
    dialog.target.setText("Kai")
    assert dialog.add.isEnabled()
    dialog.target.clear()
    assert not dialog.add.isEnabled()


def test_of_one_language_there_is_nothing_to_choose(qtbot: QtBot) -> None:
    dialog = TermDialog("en", ["de", "de"], ("", ""), ["terms"], 0)
    qtbot.addWidget(dialog)
    dialog.show()
    assert not dialog.language.isVisible()
    assert dialog.languages() == ("en", "de")
