"""Elements that stand for a character: they go whole, however they are written."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Document, Span, TextEdit
from reviewer.formats.registry import format_of
from reviewer.formats.shared.markup import tokens, whole
from tests.formats.bilingual.xliff_files import both, v2
from tests.formats.docx.test_docx import made as word
from tests.formats.docx.test_docx import paragraph, run
from tests.formats.odt.test_odt import flat
from tests.formats.pptx.test_pptx import line, read, shape, slide
from tests.formats.pptx.test_pptx import made as slides
from tests.formats.pptx.test_pptx import run as said


@pytest.mark.parametrize(
    ("source", "element"),
    [
        ("<b/>c", "<b/>"),
        ("<b></b>c</b>", "<b></b>"),
        ("<b ><p><bc/></p></b\n>c", "<b ><p><bc/></p></b\n>"),
        ("<b><bc></bc></b>", "<b><bc></bc></b>"),
        ("<b>", "<b>"),
    ],
)
def test_an_element_ends_with_its_end_tag(source: str, element: str) -> None:
    token = whole(source, next(tokens(source, xml=True)))
    assert source[token.start : token.end] == element


def presentation(inside: str) -> Document:
    first = slide(shape(line(said("One house"), inside, said("and two."))))
    return read(slides(first, slide(), slide()))


BREAK = '<a:br><a:rPr lang="de-DE"/></a:br>'
CASES = {
    "a break of PowerPoint": presentation(BREAK),
    "a break of Word": word(paragraph(run("One house"), "<w:r><w:br></w:br></w:r>", run("and"))),
    "a tab of Word": word(paragraph(run("One house"), "<w:r><w:tab></w:tab></w:r>", run("and"))),
    "a symbol of Word": word(
        paragraph(
            run("One"), '<w:r><w:sym w:font="Symbol" w:char="F061"></w:sym></w:r>', run(" and")
        )
    ),
    "a tab of Writer": flat("<text:p>One house<text:tab></text:tab>and two.</text:p>"),
    "a break of Writer": flat(
        "<text:p>One house<text:line-break></text:line-break>and two.</text:p>"
    ),
    "spaces of Writer": flat('<text:p>One house<text:s text:c="2"></text:s>and two.</text:p>'),
    "a character of XLIFF": both(
        v2(
            "<unit id='u'><segment><source>A</source><target>One house<cp hex='0009'></cp>and two."
            "</target></segment></unit>"
        )
    ).translations[0],
}


@pytest.mark.parametrize("case", CASES)
def test_what_stands_for_a_character_goes_whole(case: str) -> None:
    document = CASES[case]
    text = document.blocks[0].text
    assert text.startswith("One")
    rest = text[text.index("and") :]
    edit = TextEdit(0, Span(0, len(text) - len(rest)), "")
    written = formats.edited_bytes(document, [edit])
    again = format_of(Path(document.path)).read(document.path, written)
    assert again.blocks[0].text == rest
