"""Markdown: what is text in it, and markup that survives its words."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit


def text(source: str) -> Document:
    return formats.read_bytes(Path("x.md"), source.encode())


def texts(source: str) -> list[str]:
    return [block.text for block in text(source).blocks]


def after(source: str, old: str, new: str) -> str:
    document = text(source)
    number, block = next((n, b) for n, b in enumerate(document.blocks) if old in b.text)
    start = block.text.index(old)
    edit = TextEdit(number, Span(start, start + len(old)), new)
    return formats.edited_bytes(document, [edit]).decode()


def test_roles() -> None:
    source = "# T\n\n## H\n\npara\n\n- item\n\n> quote\n\n| a |\n|---|\n| b |\n"
    assert [(block.role, block.level) for block in text(source).blocks] == [
        ("title", 1),
        ("heading", 2),
        ("paragraph", 0),
        ("list_item", 0),
        ("paragraph", 0),
        ("table_cell", 0),
        ("table_cell", 0),
    ]


def test_front_matter_and_code_are_chrome() -> None:
    document = text("---\ntitle: x\n---\ntext\n\n```\ncode\n```\n\n    more code\n")
    assert [block.chrome for block in document.blocks] == [True, False, True, True]


@pytest.mark.parametrize(
    ("source", "read"),
    [
        ("a *b **c*** `` d`e `` ~~f~~", "a b c d`e f"),
        ("[a *b*](u 't') [c][r] [r] ![alt](p) <http://x.y>\n\n[r]: u", "a b c r  http://x.y"),
        ("[a](a) a [b](<u u>)", "a a b"),
        ("one\n  two", "one two"),
        ("\\*a\\* &amp; &#65; 2 * 3 snake_case_word", "*a* & A 2 * 3 snake_case_word"),
        ("a <b>c</b> <!-- d --> e", "a c  e"),
        ("1. 1", "1"),
        ("- - x", "x"),
        ("# Foo # Foo #", "Foo # Foo"),
        ("![alt *x*](p)b", "b"),
    ],
)
def test_what_is_read(source: str, read: str) -> None:
    assert texts(source) == [read]


def test_a_hard_break_parts_a_paragraph() -> None:
    assert texts("one  \ntwo\\\nthree\nfour") == ["one", "two", "three four"]


def test_cells_with_marks_and_without_text() -> None:
    assert texts("| a \\| b | |\n|---|---|\n| a | a |\n") == ["a | b", "a", "a"]


def test_raw_html_is_read_as_html() -> None:
    source = "<div>\n<p>A <b>b</b> &amp; c</p>\n</div>\n\n*d*"
    assert texts(source) == ["A b & c", "d"]
    assert "<p>A <b>x &lt;</b> &amp; c</p>" in after(source, "b", "x <")


@pytest.mark.parametrize(
    ("source", "old", "new", "result"),
    [
        ("a **bold** word", "bold", "strong", "a **strong** word"),
        ("a **bold** word", "bold ", "", "a word"),
        ("a [link](u) word", "link", "tie", "a [tie](u) word"),
        ("a `code` b", "code", "x", "a `x` b"),
        ("one\ntwo three", "three", "four", "one\ntwo four"),
        ("# Head #", "Head", "Foot", "# Foot #"),
        ("Head\n====\n\ntext", "Head", "", "\n\ntext"),
        ("a b", "b", "*c*", "a \\*c\\*"),
        ("a b", "b", "c_d #1", "a c_d #1"),
        ("a b", "a", "1.", "1\\. b"),
        ("a b", "a", "-", "\\- b"),
        ("| a |\n|---|\n| b |", "b", "c|d", "| a |\n|---|\n| c\\|d |"),
        ("a *b c* d", "c", "c *x", "a *b c \\*x* d"),
        ("> a\r\n> b\r\n", "b", "c", "> a\r\n> c\r\n"),
    ],
)
def test_an_edit_keeps_the_markup(source: str, old: str, new: str, result: str) -> None:
    assert after(source, old, new) == result


def test_a_bold_line_is_a_heading() -> None:
    roles = [block.role for block in text("**What next**\n\n**It rained.**\n\n**a** b").blocks]
    assert roles == ["heading", "paragraph", "paragraph"]


def test_raw_html_in_a_quote_is_not_taken_apart() -> None:
    blocks = text("> <div>\n> x\n\ny").blocks
    assert [(block.text, block.chrome) for block in blocks] == [
        ("> <div>\n> x", True),
        ("y", False),
    ]


def test_a_paragraph_whose_marks_break_gives_them_up() -> None:
    assert after("*a b* c", "b", "*") == "*a \\** c"
    assert after("*a b* c", "b", "") == "a  c"
    assert after("**x** *a b* c", "b", "") == "**x** a  c"
