"""Where the field stands that a piece of code belongs to."""

from __future__ import annotations

import pytest

from reviewer.formats.docx.field_places import FieldPlaces
from reviewer.formats.shared.elements import Tree


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(text: str) -> str:
    return f"<w:r><w:instrText>{text}</w:instrText></w:r>"


def field(inside: str, result: str = "") -> str:
    return f"{char('begin')}{inside}{char('separate')}{result}{char('end')}"


INNER = field(code("EQ 1"), "<w:r/>")
SIMPLE = '<w:fldSimple w:instr="EQ 1"><w:r/></w:fldSimple>'


@pytest.mark.parametrize(
    ("source", "found"),
    [
        (INNER, INNER),
        (field(code("IF ") + INNER + code(" = 1")), INNER),
        (field(code("REF x"), INNER), INNER),
        (field(code("REF x")) + INNER + field(code("REF y")), INNER),
        (char("begin") + code("REF x") + INNER, INNER),
        (INNER + char("end"), INNER),
        (field(code("EQ 1") + field(code("REF x"))), field(code("EQ 1") + field(code("REF x")))),
        (field(field(code("REF x")) + code("EQ 1")), field(field(code("REF x")) + code("EQ 1"))),
        (char("begin") + code("EQ 1"), "EQ 1"),
        (code("EQ 1"), "EQ 1"),
        (INNER.replace("EQ 1", "REF z") + SIMPLE, SIMPLE),
    ],
)
def test_the_innermost_field_with_an_end(source: str, found: str) -> None:
    source = f"<w:p>{source}</w:p>"
    start = source.index("EQ 1")
    first, last = FieldPlaces(Tree(source, xml=True)).around(start, start + len("EQ 1"))
    assert source[first:last] == found
