"""Python's offsets and Qt's meet in one place, and agree there."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtGui import QTextLayout

from reviewer.domain import Span
from reviewer.ui.look.utf16_offsets import from_qt, qt_range, to_qt

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)


def test_an_emoji_is_one_character_in_python_and_two_in_qt() -> None:
    text = "😀 price 5"
    assert to_qt(text, text.index("5")) == 9
    assert from_qt(text, 9) == 8


@given(TEXTS, st.data())
def test_there_and_back_is_the_same_place(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert from_qt(text, to_qt(text, offset)) == offset


@given(TEXTS, st.data())
def test_qt_counts_units_of_utf_16(text: str, data: st.DataObject) -> None:
    offset = data.draw(st.integers(0, len(text)))
    assert to_qt(text, offset) == len(text[:offset].encode("utf-16-le")) // 2


@given(TEXTS, st.integers(0, 100))
def test_any_offset_of_qt_is_a_place_in_the_text(text: str, offset: int) -> None:
    assert 0 <= from_qt(text, offset) <= len(text)


@given(TEXTS, st.data())
def test_a_range_covers_what_the_span_covers(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    begin, length = qt_range(text, Span(start, end))
    units = text.encode("utf-16-le")[2 * begin : 2 * (begin + length)]
    assert units.decode("utf-16-le") == text[start:end]


def test_qt_itself_counts_so() -> None:
    assert len(QTextLayout("😀5").text()) == 2  # given back as Python counts
    assert to_qt("😀5", 2) == 3
