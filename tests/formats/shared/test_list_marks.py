"""The numbers of lists that a program makes: read as they are seen, and no part of the text."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.shared.list_numbers import letters, roman
from tests.formats.docx.test_docx import W, edited_xml, made, run


def marks(document: Document) -> list[tuple[str, str]]:
    return [(block.mark, block.text) for block in document.blocks]


def page(source: str) -> list[tuple[str, str]]:
    return marks(formats.read_bytes(Path("page.html"), source.encode()))


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<ol><li>One<li>Two</ol>", [("1.", "One"), ("2.", "Two")]),
        ("<ol start=7><li>One</li><li>Two</li></ol>", [("7.", "One"), ("8.", "Two")]),
        ("<ol><li value=4>One<li>Two</ol>", [("4.", "One"), ("5.", "Two")]),
        ("<ol type=a start=26><li>One<li>Two</ol>", [("z.", "One"), ("aa.", "Two")]),
        ("<ol type=I><li>One<li>Two</ol>", [("I.", "One"), ("II.", "Two")]),
        ("<ol><li><p>One<p>More<li>Two</ol>", [("1.", "One"), ("", "More"), ("2.", "Two")]),
        ("<ol><li>A<ol type=i><li>In</ol><li>B</ol>", [("1.", "A"), ("i.", "In"), ("2.", "B")]),
        ("<ol><li>One<ul><li>In</ul></ol>", [("1.", "One"), ("", "In")]),
        ("<ul><li>One</ul>", [("", "One")]),
        ("<ol style='list-style: none'><li>One</ol>", [("", "One")]),
        ("<ol reversed><li>One</ol>", [("", "One")]),
        ("<li>One", [("", "One")]),
    ],
)  # fmt: skip
def test_lists_of_a_page(source: str, expected: list[tuple[str, str]]) -> None:
    assert page(source) == expected


def level(number: int, way: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{number}"><w:start w:val="1"/><w:numFmt w:val="{way}"/>'
        f'<w:lvlText w:val="{text}"/>{more}</w:lvl>'
    )


def lists(*levels: str, nums: str = "") -> str:
    return (
        f'<w:numbering {W}><w:abstractNum w:abstractNumId="7">{"".join(levels)}</w:abstractNum>'
        f'<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>{nums}</w:numbering>'
    )


def item(text: str, depth: int = 0, list_id: str = "1") -> str:
    inside = f'<w:ilvl w:val="{depth}"/><w:numId w:val="{list_id}"/>'
    return f"<w:p><w:pPr><w:numPr>{inside}</w:numPr></w:pPr>{run(text)}</w:p>"


LEVELS = (level(0, "decimal", "%1."), level(1, "lowerLetter", "%1.%2)"))


def test_levels_of_a_word_list_count_by_themselves() -> None:
    body = [item("A"), item("B", 1), item("C", 1), item("D"), item("E", 1)]
    assert [mark for mark, _ in marks(made("".join(body), numbering=lists(*LEVELS)))] == [
        "1.", "1.a)", "1.b)", "2.", "2.a)",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("way", "text", "mark"),
    [
        ("upperRoman", "Art. %1", "Art. II"),
        ("decimalZero", "(%1)", "(02)"),
        ("upperLetter", "%1", "B"),
        ("chineseCounting", "%1、", "2、"),
        ("none", "%1.", ""),
        ("bullet", "–", "–"),
        ("bullet", "\uf0b7", "•"),
        ("bullet", " ", "•"),
    ],
)
def test_ways_of_counting(way: str, text: str, mark: str) -> None:
    document = made(item("A") + item("B"), numbering=lists(level(0, way, text)))
    assert marks(document)[1] == (mark, "B")


@pytest.mark.parametrize(("depth", "mark"), [(0, "A"), (8, "A"), (9, "")])
def test_how_deep_a_list_of_word_goes(depth: int, mark: str) -> None:
    document = made(item("A", depth), numbering=lists(level(depth, "upperLetter", f"%{depth + 1}")))
    assert marks(document) == [(mark, "A")]


def test_the_style_of_all_text_may_number_it() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:default="1" w:styleId="N">'
        '<w:name w:val="N"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:name w:val="B"/></w:style></w:styles>'
    )
    styled = '<w:pPr><w:pStyle w:val="B"/></w:pPr>'
    body = f"<w:p>{run('A')}</w:p><w:p>{styled}{run('B')}</w:p>"
    document = made(body, styles=styles, numbering=lists(*LEVELS))
    assert marks(document) == [("1.", "A"), ("", "B")]


def test_a_second_list_of_one_definition_goes_on_or_begins_anew() -> None:
    again = '<w:num w:numId="2"><w:abstractNumId w:val="7"/>{}</w:num>'
    start = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    body = item("A") + item("B", 0, "2") + item("C", 0, "2")
    for override, expected in (("", ["1.", "2.", "3."]), (start, ["1.", "5.", "6."])):
        numbering = lists(*LEVELS, nums=again.format(override))
        assert [mark for mark, _ in marks(made(body, numbering=numbering))] == expected


def test_a_style_numbers_its_paragraphs() -> None:
    styles = (
        f'<w:styles {W}><w:style w:type="paragraph" w:styleId="H2"><w:name w:val="heading 2"/>'
        '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style></w:styles>'
    )
    numbering = lists(LEVELS[0], level(1, "decimal", "%1.%2", '<w:pStyle w:val="H2"/>'))
    heading = f'<w:p><w:pPr><w:pStyle w:val="H2"/></w:pPr>{run("Costs")}</w:p>'
    off = heading.replace("</w:pPr>", '<w:numPr><w:numId w:val="0"/></w:numPr></w:pPr>')
    document = made(heading + heading + off, styles=styles, numbering=numbering)
    assert [mark for mark, _ in marks(document)] == ["1.1", "1.2", ""]


def test_digits_only_where_the_list_asks_for_them() -> None:
    numbering = lists(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    document = made(item("A") + item("B", 1), numbering=numbering)
    assert [mark for mark, _ in marks(document)] == ["I.", "1.1"]


def test_an_item_without_text_counts() -> None:
    document = made(item("A") + item("") + item("C"), numbering=lists(*LEVELS))
    assert marks(document) == [("1.", "A"), ("3.", "C")]


def test_a_list_that_is_not_there_has_no_mark() -> None:
    assert marks(made(item("A", 0, "9"), numbering=lists(*LEVELS))) == [("", "A")]
    assert marks(made(item("A"))) == [("", "A")]


def test_an_edit_leaves_the_numbering_alone() -> None:
    document = made(item("A word."), numbering=lists(*LEVELS))
    assert document.blocks[0].mark == "1."
    assert "<w:numPr>" in edited_xml(document, TextEdit(0, Span(2, 6), "line"))


@pytest.mark.parametrize(
    ("number", "letter", "numeral"),
    [(0, "0", "0"), (1, "a", "i"), (26, "z", "xxvi"), (27, "aa", "xxvii"), (53, "aaa", "liii")],
)
def test_letters_and_numerals(number: int, letter: str, numeral: str) -> None:
    assert (letters(number), roman(number)) == (letter, numeral)


def test_the_largest_numeral() -> None:
    assert (roman(3_999), roman(4_000)) == ("mmmcmxcix", "4000")


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("3. Three.\n4. Four.\n", [("3.", "Three."), ("4.", "Four.")]),
        ("1. One.\n1. Two.\n", [("1.", "One."), ("2.", "Two.")]),
        ("1) One.\n\n   More.\n", [("1)", "One."), ("", "More.")]),
        ("1. One.\n   1. In.\n2. Two.\n", [("1.", "One."), ("1.", "In."), ("2.", "Two.")]),
        ("- One.\n", [("", "One.")]),
        ("- [ ] One.\n- [x] Two.\n", [("", "One."), ("", "Two.")]),
        ("1. [ ] One.\n", [("1.", "One.")]),
        ("> [!NOTE]\n> One.\n", [("", "One.")]),
        ("> [!TIP]- One.\n", [("", "One.")]),
        ("[ ] One. [!NOTE] Two.\n", [("", "[ ] One. [!NOTE] Two.")]),
    ],
)
def test_lists_tasks_and_callouts_of_markdown(source: str, expected: list[tuple[str, str]]) -> None:
    assert marks(formats.read_bytes(Path("page.md"), source.encode())) == expected


def test_the_box_of_a_task_stays_when_its_text_is_edited() -> None:
    document = formats.read_bytes(Path("page.md"), b"- [ ] One.\n- [x] Two.\n")
    edits = [TextEdit(0, Span(0, 3), "1"), TextEdit(1, Span(0, 3), "2")]
    assert formats.edited_bytes(document, edits) == b"- [ ] 1.\n- [x] 2.\n"
