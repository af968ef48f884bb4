"""Plain text: its paragraphs, its headings, its wrapping."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit

FILES = Path(__file__).parents[1] / "files"
SENTENCE = "A paragraph long enough to be one, with a full stop at its very end, as is usual."


def text(source: str) -> Document:
    return formats.read_bytes(Path("x.txt"), source.encode())


def texts(source: str) -> list[str]:
    return [block.text for block in text(source).blocks]


def roles(source: str) -> list[str]:
    return [block.role for block in text(source).blocks]


def test_a_line_is_a_paragraph() -> None:
    assert texts("one.\ntwo.\r\n\r\n  three  four. \n") == ["one.", "two.", "three  four."]


def test_a_wrapped_paragraph_is_one_block() -> None:
    document = formats.read(FILES / "wrapped.txt")
    assert len(document.blocks) == 6
    assert document.blocks[0].text.startswith("The bridge over the river Oss cost 4.2 million")
    assert "nine months, which" in document.blocks[0].text


def test_a_list_of_short_lines_is_not_wrapped_text() -> None:
    assert len(texts("Walkers to the left\nCarts to the right\nDogs on a lead\nNo fires\n")) == 4


def test_wrapped_chinese_is_joined_without_spaces() -> None:
    line = "市长说这座桥花费了四百万克朗比计划多用了两个月时间"
    assert texts(f"{line}\n{line}\n{line}\n{line[:9]}。\n") == [line * 3 + line[:9] + "。"]


def test_an_edited_wrapped_paragraph_is_wrapped_again() -> None:
    document = formats.read(FILES / "wrapped.txt")
    start = document.blocks[0].text.index("cost")
    edits = [TextEdit(0, Span(start, start), "and the marshes on both of its banks ")]
    lines = formats.edited_bytes(document, edits).decode().split("\n")
    before = document.original.decode().split("\n")
    assert max(map(len, lines)) <= 72
    assert lines[-len(before) + 4 :] == before[4:]


@pytest.mark.parametrize(
    "heading",
    ["What comes next", "ماذا بعد", "接下来", "Що далі", "Was kostet das?!"[:13]],
)
def test_a_short_line_over_a_paragraph_is_a_heading(heading: str) -> None:
    source = f"{SENTENCE}\n\n{heading}\n{SENTENCE}\n"
    assert roles(source) == ["paragraph", "heading", "paragraph"]


@pytest.mark.parametrize(
    "line", ["It rained.", "هل أمطرت؟", "下雨了。", "“It rained.”", "And then:", "Дощ…"]
)
def test_a_short_sentence_is_no_heading(line: str) -> None:
    assert roles(f"{SENTENCE}\n\n{line}\n{SENTENCE}\n") == ["paragraph"] * 3


def test_the_lines_over_the_first_paragraph_are_headings() -> None:
    assert roles(f"The Gazette\n\nOld bridge reopens\n\n4 May 2026\n\n{SENTENCE}") == [
        "heading",
        "heading",
        "heading",
        "paragraph",
    ]


def test_a_menu_is_no_row_of_headings() -> None:
    menu = "Home\nNews\nSport\nShare\n"
    assert roles(f"{SENTENCE}\n{menu}") == ["paragraph"] * 5


def test_list_items() -> None:
    assert roles("- one\n* two\n• three\n1. four\n2) five\nsix.\n") == ["list_item"] * 5 + [
        "paragraph"
    ]
