"""A block that a document lacks: its own element, in the look of its kind, in nobody's link."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import NewBlock, Span, TextEdit
from tests.formats.new_blocks.written import WORDS, after, before, written

HANGING = {
    "bridge.docx": ("A note in a box",),
    "bridge.odt": ("A note in a box", "Figures of the town council"),
    "bridge.fodt": ("A note in a box", "Figures of the town council"),
    "bridge.epub": (),
}
"""Boxes and notes, which are read between the paragraph that they hang on and the next."""


PAGES = {
    "a heading beside one in a link, with the box around it": (
        '<div class="card"><a href="x"><h3>Head it</h3></a></div><p>Text.</p>',
        [after(0, "heading", 3)],
        '<div class="card"><a href="x"><h3>Head it</h3></a></div>'
        '<div class="card"><h3>New words.</h3></div><p>Text.</p>',
    ),
    "a paragraph with the class of the nearest, not with its id": (
        '<p class="x" id="y"><span style="a">Text.</span></p>',
        [after(0)],
        '<p class="x" id="y"><span style="a">Text.</span></p>'
        '<p class="x"><span style="a">New words.</span></p>',
    ),
    "a paragraph like most, not like the one beside it": (
        '<p class="b">A.</p><p class="b">B.</p><p class="q">Quoted.</p>',
        [after(2)],
        '<p class="b">A.</p><p class="b">B.</p><p class="q">Quoted.</p><p class="b">New words.</p>',
    ),
    "behind the last block in a box that is never closed": (
        "<div><p>One.</p><p>Two.</p>",
        [after(1)],
        "<div><p>One.</p><p>Two.</p><p>New words.</p>",
    ),
    "before the last block in a box that is never closed": (
        "<div><p>One.</p><p>Two.</p>",
        [before(1)],
        "<div><p>One.</p><p>New words.</p><p>Two.</p>",
    ),
    "behind a paragraph that is never closed": ("<p>One.", [after(0)], "<p>One.<p>New words.</p>"),
    "before the second line of the first paragraph": (
        "<p>The harbour was opened in May.<br><br>It has nine cranes.</p>",
        [before(1)],
        "<p>The harbour was opened in May.<br><br>New words.<br><br>It has nine cranes.</p>",
    ),
    "before the first block": (
        "<title>Window</title><h1>Head</h1><p>Text.</p>",
        [before(1, "heading", 2)],
        "<title>Window</title><h2>New words.</h2><h1>Head</h1><p>Text.</p>",
    ),
    "an item of a list within an item": (
        "<ul><li>A<ul><li>B</li></ul></li><li>C</li></ul>",
        [after(0, "list_item")],
        "<ul><li>A<ul><li>New words.</li><li>B</li></ul></li><li>C</li></ul>",
    ),
    "a paragraph behind the last item stands behind the list": (
        "<ul><li>A</li><li>C</li></ul>",
        [after(1)],
        "<ul><li>A</li><li>C</li></ul><p>New words.</p>",
    ),
    "a heading before the first item stands before the list": (
        "<ul><li>A</li></ul>",
        [before(0, "heading", 2)],
        "<h2>New words.</h2><ul><li>A</li></ul>",
    ),
    "items where there is no list": (
        "<p>One.</p><p>Two.</p>",
        [after(0, "list_item"), after(0, "list_item", text="More.")],
        "<p>One.</p><ul><li>New words.</li><li>More.</li></ul><p>Two.</p>",
    ),
    "an empty cell is filled": (
        "<table><tr><td>a</td><td></td><td>c</td></tr></table>",
        [after(0, "table_cell")],
        "<table><tr><td>a</td><td>New words.</td><td>c</td></tr></table>",
    ),
    "an empty cell before the first one is filled": (
        "<table><tr><td>&nbsp;</td><td>b</td></tr></table>",
        [before(0, "table_cell")],
        "<table><tr><td>New words.</td><td>b</td></tr></table>",
    ),
    "cells without a place are a row like the one before": (
        '<table><tr><td>a</td><td class="n" id="q">b</td></tr></table>',
        [after(1, "table_cell"), after(1, "table_cell", text="5")],
        '<table><tr><td>a</td><td class="n" id="q">b</td></tr>'
        '<tr><td>New words.</td><td class="n">5</td></tr></table>',
    ),
    "a row below that of the headings is like those of the body": (
        "<table><thead><tr><th>A<th>B</thead><tbody><tr><td class='x'>a<td>b</tbody></table>",
        [after(1, "table_cell"), after(1, "table_cell", text="5")],
        "<table><thead><tr><th>A<th>B</thead><tbody><tr><td class='x'>New words.</td><td>5</td>"
        "</tr><tr><td class='x'>a<td>b</tbody></table>",
    ),
    "beside a picture that is alone in a cell": (
        "<table><tr><td>a</td><td><img src='x'></td></tr></table>",
        [after(0, "table_cell")],
        "<table><tr><td>a</td><td><img src='x'>New words.</td></tr></table>",
    ),
    "a paragraph behind a table": (
        "<table><tr><td>a</td></tr></table><p>End.</p>",
        [after(0)],
        "<table><tr><td>a</td></tr></table><p>New words.</p><p>End.</p>",
    ),
    "among lines of one paragraph it is a line": (
        '<p>One is one.<br><br>Two is <a href="x">two.</a><br><br>Three is three.</p>',
        [after(1)],
        '<p>One is one.<br><br>Two is <a href="x">two.</a><br><br>New words.<br><br>'
        "Three is three.</p>",
    ),
    "tags that are left out end where they end": (
        "<ol><li>One<li>Two</ol>",
        [after(0, "list_item")],
        "<ol><li>One<li>New words.</li><li>Two</ol>",
    ),
    "a sign of markup is written as a reference": (
        "<p>One.</p>",
        [after(0, text="a < b & c")],
        "<p>One.</p><p>a &lt; b &amp; c</p>",
    ),
}


@pytest.mark.parametrize("case", PAGES)
def test_in_a_page(case: str) -> None:
    source, new, wanted = PAGES[case]
    assert written("page.html", source, *new) == wanted


MARKDOWN = {
    "a heading of its level": (
        "# T\n\nText.\n",
        [after(0, "heading", 2)],
        "# T\n\n## New words.\n\nText.\n",
    ),
    "an item with the mark of the list": (
        "* a\n* b\n\nText.\n",
        [after(1, "list_item")],
        "* a\n* b\n* New words.\n\nText.\n",
    ),
    "an item with the next number": (
        "1. a\n2. b\n",
        [after(1, "list_item")],
        "1. a\n2. b\n3. New words.\n",
    ),
    "an item before a deeper one is one of those": (
        "- a\n  - b\n- c\n",
        [after(0, "list_item")],
        "- a\n  - New words.\n  - b\n- c\n",
    ),
    "a paragraph within a quotation": (
        "> q\n\n> r\n",
        [after(0)],
        "> q\n\n> New words.\n\n> r\n",
    ),
    "an empty cell": (
        "| a |  |\n|---|---|\n| c | d |\n",
        [after(0, "table_cell")],
        "| a | New words. |\n|---|---|\n| c | d |\n",
    ),
    "a row where no cell is empty": (
        "| a | b |\n|---|---|\n| c | d |\n",
        [after(3, "table_cell"), after(3, "table_cell", text="5")],
        "| a | b |\n|---|---|\n| c | d |\n| New words. | 5 |\n",
    ),
    "behind the line under a heading": (
        "Title\n=====\n\nText.\n\nText.\n",
        [after(1)],
        "Title\n=====\n\nText.\n\nNew words.\n\nText.\n",
    ),
    "never in the front matter": (
        "---\ntitle: A\n---\nText.\n\nText.\n",
        [after(1, "heading", 2)],
        "---\ntitle: A\n---\n## New words.\n\nText.\n\nText.\n",
    ),
    "what would be a mark is escaped": (
        "One.\n\nTwo.\n",
        [after(0, text="# no heading")],
        "One.\n\n\\# no heading\n\nTwo.\n",
    ),
}  # fmt: skip


@pytest.mark.parametrize("case", MARKDOWN)
def test_in_markdown(case: str) -> None:
    source, new, wanted = MARKDOWN[case]
    assert written("text.md", source, *new) == wanted


@pytest.mark.parametrize("end", ["\n", "\r\n"])
@pytest.mark.parametrize("gap", [1, 2, 3])
def test_in_plain_text_it_is_apart_as_others_are(end: str, gap: int) -> None:
    apart = end * gap
    source = f"One is here.{apart}Two is here.{apart}Three is here.{end}"
    wanted = source.replace("Two is here.", f"Two is here.{apart}{WORDS}")
    assert written("text.txt", source, after(1)) == wanted


def test_a_new_paragraph_of_a_wrapped_text_is_wrapped() -> None:
    line = "Every line of this text is as long as forty columns"
    paragraph = "\n".join([line] * 4)
    long = " ".join(["word"] * 40)
    made = written("text.txt", f"{paragraph}\n\n{paragraph}\n", after(0, text=long))
    assert max(map(len, made.splitlines())) <= len(line)
    blocks = formats.read_bytes(Path("text.txt"), made.encode()).blocks
    assert [block.text for block in blocks][1] == long


@pytest.mark.parametrize("name", HANGING)
@pytest.mark.parametrize("behind", [True, False])
def test_beside_every_block_of_a_document(name: str, behind: bool) -> None:
    path = Path(__file__).parents[1] / "files" / name
    document = formats.read(path)
    texts = [block.text for block in document.blocks]
    for number, block in enumerate(document.blocks):
        if block.chrome:
            continue
        new = NewBlock(number, WORDS, block.role, block.level, behind)
        made = formats.read_bytes(path, formats.edited_bytes(document, [new])).blocks
        place = number + behind
        while behind and texts[place : place + 1] and texts[place].startswith(HANGING[name]):
            place += 1
        assert [each.text for each in made] == [*texts[:place], WORDS, *texts[place:]]
        assert (made[place].role, made[place].level) == (block.role, block.level)


def test_the_block_beside_may_be_edited_as_well() -> None:
    document = formats.read_bytes(Path("page.html"), b"<p>One.</p><p>Two.</p>")
    edits = [TextEdit(0, Span(0, 4), ""), after(0)]
    assert b"".join(formats.edited_bytes(document, edits).split()) == (
        b"<p></p><p>Newwords.</p><p>Two.</p>"
    )


@pytest.mark.parametrize("name", ["page.html", "text.md", "text.txt", "film.srt", "table.csv"])
def test_a_line_break_ends_nothing_and_a_space_that_does_not_break_stays(name: str) -> None:
    source = {"film.srt": "1\n00:00:01,000 --> 00:00:02,000\nOne.\n"}.get(name, "One.\n")
    made = written(name, source, after(0, text=" Combien\u00a0?\nTrois. "))
    texts = [each.text for each in formats.read_bytes(Path(name), made.encode()).blocks]
    assert texts == ["One.", "Combien\u00a0? Trois."]
