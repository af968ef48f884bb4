"""A remark stands on exactly its words, whatever they are written in."""

from __future__ import annotations

import re
import zipfile
from io import BytesIO
from itertools import combinations_with_replacement

import pytest
from lxml import etree

from reviewer import formats
from reviewer.domain import Document, Edit, Span, TextEdit
from reviewer.formats.shared.tracked import Remark, Tracking
from tests.formats.docx.wordprocessing import faults
from tests.formats.shared.test_tracked_places import AT, W, paragraph, word

BOLD = "<w:rPr><w:b/></w:rPr>"
RIGHT_TO_LEFT = "<w:rPr><w:rtl/></w:rPr>"
BY = 'w:author="X" w:date="2020-01-01T00:00:00Z"'


def run(text: str, properties: str = "") -> str:
    return f'<w:r>{properties}<w:t xml:space="preserve">{text}</w:t></w:r>'


BODIES = {
    "runs": f"<w:p>{run('The har')}{run('bour o', BOLD)}{run('pened today.')}</w:p>",
    "a link": f'<w:p>{run("See ")}<w:hyperlink w:anchor="x">{run("the page of ")}'
    f"{run('the town', BOLD)}</w:hyperlink>{run(' for more.')}</w:p>",
    "another's changes": f'<w:p>{run("One ")}<w:ins w:id="5" {BY}>{run("new ")}'
    f'{run("word ", BOLD)}</w:ins><w:del w:id="6" {BY}><w:r><w:delText>gone </w:delText></w:r>'
    f"</w:del>{run('is here.')}</w:p>",
    "a table": f"<w:tbl><w:tr><w:tc><w:p>{run('Cell ')}{run('text one.', BOLD)}</w:p></w:tc>"
    f"<w:tc>{paragraph('Cell two.')}</w:tc></w:tr></w:tbl>{paragraph('')}",
    "a control": f"<w:p>{run('In ')}<w:sdt><w:sdtContent>{run('a control ')}</w:sdtContent></w:sdt>"
    f"{run('it is.')}</w:p>",
    "right to left": f"<w:p><w:pPr><w:bidi/></w:pPr>{run('افتتح الميناء ', RIGHT_TO_LEFT)}"
    f"{run('عام 1189', RIGHT_TO_LEFT)}{run(' اليوم.', RIGHT_TO_LEFT)}</w:p>",
}


def remarked(document: Document, edits: list[Edit], remarks: list[Remark]) -> dict[str, str]:
    """The words that each remark stands on, by what it says."""
    data = formats.tracked_bytes(document, edits, Tracking("Ann", AT, {}, tuple(remarks)))
    with zipfile.ZipFile(BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
        comments = etree.fromstring(package.read("word/comments.xml"))
    said = {one.get(f"{W}id"): "".join(one.itertext()) for one in comments}
    words: dict[str, str] = {}
    open_: list[str] = []
    for element in root.iter():
        if element.tag == f"{W}commentRangeStart":
            open_.append(said[element.get(f"{W}id")])
        elif element.tag == f"{W}commentRangeEnd":
            open_.remove(said[element.get(f"{W}id")])
        elif element.tag == f"{W}t":
            for each in open_:
                words[each] = words.get(each, "") + (element.text or "")
    assert not open_
    return words


@pytest.mark.parametrize("name", BODIES)
def test_over_any_words(name: str) -> None:
    document = word(BODIES[name])
    text = document.blocks[0].text
    found = [match.span() for match in re.finditer(r"\w+", text)]
    spans = [Span(a, b) for (a, _), (_, b) in combinations_with_replacement(found, 2)]
    remarks = [Remark(0, span, f"{span}", "Bo", AT) for span in spans]
    assert remarked(document, [], remarks) == {f"{span}": span.of(text) for span in spans}


@pytest.mark.parametrize("name", BODIES)
def test_over_a_word_that_was_changed(name: str) -> None:
    document = word(BODIES[name])
    text = document.blocks[0].text
    for start, end in (match.span() for match in re.finditer(r"\w+", text)):
        edit = TextEdit(0, Span(0, len(text)), f"{text[:start]}QQQ{text[end:]}")
        made = remarked(document, [edit], [Remark(0, Span(start, start + 3), "x", "Bo", AT)])
        assert made == {"x": "QQQ"}


MATHS = "http://schemas.openxmlformats.org/officeDocument/2006/math"
FORMULA = f'<m:oMath xmlns:m="{MATHS}"><m:r><m:t>x=2</m:t></m:r></m:oMath>'
BEGIN, END = (f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>' for kind in ("begin", "end"))
CODE = "<w:r><w:instrText>EQ \\f(1,2)</w:instrText></w:r>"
"""What stands before the other words of a paragraph, and is in no run with a text."""


@pytest.mark.parametrize(
    "first",
    [
        FORMULA,
        f"{BEGIN}{CODE}{END}",
        f"{BEGIN}{CODE}<w:r><w:fldChar w:fldCharType='separate'/></w:r>{run('old')}{END}",
        '<w:fldSimple w:instr="EQ \\f(1,2)"/>',
        f'<w:fldSimple w:instr="EQ \\f(1,2)">{run("old")}</w:fldSimple>',
    ],
)
def test_beside_what_is_in_no_run(first: str) -> None:
    """The file was refused, or had a mark in a formula's code."""
    document = word(f"<w:p>{first}{run(' holds here.')}</w:p>")
    text = document.blocks[0].text
    remarks = [
        Remark(0, Span(0, 2), "the formula", "Bo", AT),
        Remark(0, Span(1, len(text)), "all of it", "Bo", AT),
        Remark(0, Span(len(text) - 5, len(text)), "the end", "Bo", AT),
    ]
    told = remarked(document, [], remarks)
    assert told["all of it"].endswith(" holds here.")
    assert told["the end"] == "here."
    data = formats.tracked_bytes(document, [], Tracking("Ann", AT, {}, tuple(remarks)))
    assert faults(data) == []
