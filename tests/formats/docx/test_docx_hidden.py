"""What hides text by other marks than looks, what stands twice, and halves of paragraphs."""

from __future__ import annotations

import pytest

from reviewer.formats.reading import not_read
from tests.formats.docx.test_docx import W, made, paragraph, run, texts

NAMES = (
    'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math" '
    'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006" '
    'xmlns:v="urn:schemas-microsoft-com:vml" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:wps="http://schemas.microsoft.com/office/word/2010/wordprocessingShape" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:lc="http://schemas.openxmlformats.org/drawingml/2006/lockedCanvas" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
)
ENDED = '<w:rPr><w:del w:id="1" w:author="A"/></w:rPr>'
P = paragraph


def row(text: str, said: str = "") -> str:
    return f"<w:tr><w:trPr>{said}</w:trPr><w:tc>{P(run(text))}</w:tc></w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl>{''.join(rows)}</w:tbl>"


def control(inside: str) -> str:
    return f"<w:sdt><w:sdtContent>{inside}</w:sdtContent></w:sdt>"


def box(text: str) -> str:
    return f"<w:txbxContent>{P(run(text))}</w:txbxContent>"


def drawing(text: str, said: str) -> str:
    look = f'<wp:anchor><wp:docPr id="1" name="x" {said}/>'
    return P(
        f"<w:r><w:drawing>{look}<wps:txbx>{box(text)}</wps:txbx></wp:anchor></w:drawing></w:r>"
    )


def shape(text: str, style: str, name: str = "shape") -> str:
    inner = f"<v:textbox>{box(text)}</v:textbox>"
    return P(f'<w:r><w:pict><v:{name} style="{style}">{inner}</v:{name}></w:pict></w:r>')


def offered(*choices: str, old: str = "") -> str:
    made_of = "".join(f'<mc:Choice Requires="w14">{each}</mc:Choice>' for each in choices)
    return f"<mc:AlternateContent>{made_of}<mc:Fallback>{old}</mc:Fallback></mc:AlternateContent>"


def formula(inside: str) -> str:
    return P(run("So "), f"<m:oMath>{inside}</m:oMath>")


def number(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


HALF = f"<m:f><m:num>{number('1')}</m:num><m:den>{number('2')}</m:den></m:f>"
LIMIT = f"<m:limLow><m:e>{number('lim')}</m:e><m:lim>{number('10')}</m:lim></m:limLow>"


def phantom(shown: str) -> str:
    said = f'<m:phantPr><m:show m:val="{shown}"/></m:phantPr>'
    return f"{number('x')}<m:phant>{said}<m:e>{number('99')}</m:e></m:phant>"


CASES: dict[str, tuple[str, list[str]]] = {
    "a hidden row": (table(row("no", "<w:hidden/>"), row("yes")), ["yes"]),
    "a row that is not hidden": (table(row("yes", '<w:hidden w:val="0"/>')), ["yes"]),
    "a hidden and a deleted row": (
        table(row("no", "<w:hidden/>"), row("no", '<w:del w:id="1" w:author="A"/>'), row("yes")),
        ["yes"],
    ),
    "a hidden drawing": (drawing("no", 'hidden="1"'), []),
    "a drawing": (drawing("yes", 'hidden="0"'), ["yes"]),
    "a hidden shape": (shape("no", "left:0;visibility:hidden"), []),
    "a hidden box": (shape("no", "visibility: hidden", "rect"), []),
    "a shape": (shape("yes", "visibility:visible"), ["yes"]),
    "two choices": (P(offered(run("one"), run("two"), old=run("old"))), ["one"]),
    "a choice without text": (P(offered("<w:r/>", run("two"), old=run("old"))), ["two"]),
    "two halves, one in a control": (
        P(run("One "), properties=ENDED) + control(P(run("two."))),
        ["One two."],
    ),
    "two halves out of a control": (
        control(P(run("One "), properties=ENDED)) + P(run("two.")),
        ["One two."],
    ),
    "three halves": (
        P(run("One "), properties=ENDED)
        + control(P(run("two "), properties=ENDED))
        + f"<w:customXml>{P(run('three.'))}</w:customXml>",
        ["One two three."],
    ),
    "halves with a table between, in a control": (
        P(run("One"), properties=ENDED) + control(table(row("cell"))) + P(run("two")),
        ["One", "cell", "two"],
    ),
    "something that only takes room": (formula(phantom("0")), ["So x"]),
    "something that is shown": (formula(phantom("1")), ["So x99"]),
    "a number behind a fraction": (formula(HALF + number("5")), ["So 1/2 5"]),
    "a number before a fraction": (formula(number("2") + HALF), ["So 2 1/2"]),
    "a number behind a limit": (formula(LIMIT + number("5")), ["So lim_10 5"]),
}


@pytest.mark.parametrize("name", CASES)
def test_what_is_seen_is_read(name: str) -> None:
    body, read_as = CASES[name]
    document = made(f"<w:customXml {NAMES}>{P(run('Before.'))}{body}</w:customXml>")
    assert texts(document) == ["Before.", *read_as]


def styled(properties: str, everywhere: str = "") -> str:
    usual = f"<w:rPrDefault><w:rPr>{everywhere}</w:rPr></w:rPrDefault>"
    style = f'<w:style w:type="paragraph" w:styleId="S"><w:rPr>{properties}</w:rPr></w:style>'
    return f"<w:styles {W}><w:docDefaults>{usual}</w:docDefaults>{style}</w:styles>"


@pytest.mark.parametrize(
    ("text", "styles", "read_as"),
    [
        ("a", styled('<w:rFonts w:ascii="Symbol"/>'), ["α", "Plain."]),
        ("6", styled('<w:vertAlign w:val="superscript"/>'), ["⁶", "Plain."]),
        ("x", styled('<w:vanish w:val="0"/>', "<w:vanish/>"), ["x"]),
        ("x", styled("", '<w:vanish w:val="off"/>'), ["x", "Plain."]),
    ],
)
def test_looks_of_paragraphs_and_of_all_text(text: str, styles: str, read_as: list[str]) -> None:
    body = P(run(text), properties='<w:pStyle w:val="S"/>') + P(run("Plain."))
    assert texts(made(body, styles=styles)) == read_as


CHOICE = (
    '<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:listEntry w:val="red"/>'
    '</w:ddList></w:ffData></w:fldChar></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>'
)
KEPT_BACK = {
    "choices in drop-down fields": P(CHOICE),
    "words drawn as a shape (WordArt)": P(
        '<w:r><w:pict><v:shape><v:textpath string="Sale"/></v:shape></w:pict></w:r>'
    ),
    "text in drawings": P(
        "<w:r><w:drawing><lc:lockedCanvas><a:t>Sale</a:t></lc:lockedCanvas></w:drawing></w:r>"
    ),
    "parts of a master document that are files of their own": '<w:subDoc r:id="r9"/>',
}


@pytest.mark.parametrize("kind", KEPT_BACK)
def test_text_that_is_not_read_is_told(kind: str) -> None:
    body = f"<w:customXml {NAMES}>{P(run('Text.'))}{KEPT_BACK[kind]}</w:customXml>"
    assert f": {kind} in it are seen and not read." in str(not_read(made(body)))


def test_two_kinds_are_told_at_once() -> None:
    both = KEPT_BACK["text in drawings"] + P(CHOICE)
    said = str(not_read(made(f"<w:customXml {NAMES}>{P(run('Text.'))}{both}</w:customXml>")))
    assert "choices in drop-down fields and text in drawings" in said
    assert not_read(made(P(run("Text.")))) is None
