"""The editor of a row gives back what it was given, character by character."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QFont, QTextDocument
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from reviewer.review import LONGEST_TEXT
from reviewer.ui.look.utf16_offsets import to_qt
from reviewer.ui.table.row_editor import RowEditor, as_given, stand_ins

SPACES = "a\u00a0b\u202fc\u2009d\u3000e\u2028f\u2029g\u200bh\u2060i\u00adj\tk  l "
CHARACTERS = st.sampled_from(
    [
        *"aA1.,-é\u0301\u0308 \t",
        *(
            chr(point)
            for point in [*range(0x110000)]
            if unicodedata.category(chr(point)) in ("Zs", "Zl", "Zp", "Cc", "Cf")
            or point & 0xFFFE == 0xFFFE
            or 0xFDD0 <= point <= 0xFDEF
        ),
    ]
)

every_text = settings(
    max_examples=100,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    parent = QWidget()
    qtbot.addWidget(parent)
    return parent


def editor_on(parent: QWidget, text: str) -> RowEditor:
    return RowEditor(parent, text, QFont(), right_to_left=False, read_only=False)


@every_text
@given(st.text(CHARACTERS))
@example(SPACES)
@example("cafe\u0301 \ufdd0\ufdd1\ufffc\ufffe\x00\x07\x1f\x85\r\n\r")
@example("\u2424\n\u240d\r")
def test_opening_and_closing_changes_nothing(parent: QWidget, text: str) -> None:
    editor = editor_on(parent, text)
    assert editor.text() == text
    assert not editor.was_typed_in()
    editor.deleteLater()


def test_every_single_character_comes_back_out_of_qts_document() -> None:
    """Without a layout: drawing them all would ask for every font of the computer."""
    for start in range(0, sys.maxunicode + 1, 512):
        points = (p for p in range(start, start + 512) if not 0xD800 <= p < 0xE000)
        text = "".join(map(chr, points))
        shown = stand_ins(text)
        document = QTextDocument()
        document.setPlainText(text.translate(shown))
        assert as_given(document.toRawText(), shown) == text


@every_text
@given(st.text(CHARACTERS, max_size=30), st.text(CHARACTERS, max_size=30))
@example("a\u00a0b", "\u2028\u202f")
@example("", "\ufeff")
def test_typing_at_one_place_leaves_all_others(parent: QWidget, before: str, after: str) -> None:
    editor = editor_on(parent, before + after)
    editor.put_cursor(to_qt(before + after, len(before)))
    editor.insertPlainText("x")
    assert sorted(editor.text()) == sorted(before + "x" + after)
    editor.deleteLater()


def pasted(text: str) -> QMimeData:
    data = QMimeData()
    data.setText(text)
    return data


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("12\u00a0km, 5\u202f%, \u3000\u2009", "12\u00a0km, 5\u202f%, \u3000\u2009"),
        ("  outer spaces  ", "  outer spaces  "),
        ("cafe\u0301", "cafe\u0301"),
        ("one\ntwo\r\n  three\u2028four", "one two three four"),
        ("a whole line\n", "a whole line"),
    ],
)
def test_pasting_keeps_what_it_is_given(parent: QWidget, text: str, kept: str) -> None:
    editor = editor_on(parent, "")
    editor.insertFromMimeData(pasted(text))
    assert editor.text() == kept


@pytest.mark.parametrize(("length", "taken"), [(LONGEST_TEXT, True), (LONGEST_TEXT + 1, False)])
def test_a_paste_that_is_no_sentence_is_refused(
    parent: QWidget, qtbot: QtBot, length: int, taken: bool
) -> None:
    editor = editor_on(parent, "")
    said: list[str] = []
    editor.refused.connect(said.append)
    editor.insertFromMimeData(pasted("a" * length))
    assert (len(editor.text()) == length, bool(said)) == (taken, not taken)


def test_copying_gives_what_is_there(parent: QWidget, qtbot: QtBot) -> None:
    editor = editor_on(parent, SPACES)
    editor.selectAll()
    assert editor.createMimeDataFromSelection().text() == SPACES


def test_a_key_that_changes_nothing_is_no_typing(parent: QWidget, qtbot: QtBot) -> None:
    editor = editor_on(parent, "a\u00a0b")
    editor.show()
    qtbot.keyClick(editor, Qt.Key.Key_Left)
    qtbot.keyClicks(editor, "x")
    qtbot.keyClick(editor, Qt.Key.Key_Backspace)
    assert editor.text() == "a\u00a0b"
