"""A Word document is read as a person sees it: nothing lost, nothing that nobody sees."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block, Document, NewBlock, Span, TextEdit
from reviewer.formats.docx.form import as_docx
from tests.formats.docx.test_docx import W, edited_xml, made, paragraph, replaced, run, texts

M = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'


def aligned(text: str, how: str = "superscript") -> str:
    return run(text, f'<w:rPr><w:vertAlign w:val="{how}"/></w:rPr>')


def first(*runs: str, **parts: str) -> str:
    return texts(made(paragraph(*runs), **parts))[0]


def styled(*styles: str) -> str:
    return f"<w:styles {W}>{''.join(styles)}</w:styles>"


def style(name: str, properties: str, *, kind: str = "character", more: str = "") -> str:
    return (
        f'<w:style w:type="{kind}" w:styleId="{name}" {more}><w:name w:val="{name}"/>'
        f"{properties}</w:style>"
    )


@pytest.mark.parametrize(
    ("runs", "seen"),
    [
        ([run("10"), aligned("6"), run(" grains")], "10⁶ grains"),
        ([run("40 m"), aligned("2")], "40 m²"),
        ([run("10"), aligned("-6")], "10⁻⁶"),
        ([run("10"), aligned("−12")], "10⁻¹²"),
        ([run("CO"), aligned("2", "subscript")], "CO₂"),
        ([run("SO"), aligned("4", "subscript"), aligned("2-")], "SO₄²⁻"),
        ([run("the 2"), aligned("nd")], "the 2nd"),
        ([run("M"), aligned("me")], "Mme"),
        ([run("word"), aligned("a-b")], "worda-b"),
        ([run("years."), aligned("12")], "years.¹²"),
        ([run("x"), aligned("2", "baseline")], "x2"),
        ([run("a"), aligned("b1")], "ab¹"),
    ],
)
def test_raised_and_lowered_characters(runs: list[str], seen: str) -> None:
    assert first(*runs) == seen


@pytest.mark.parametrize(
    ("moved", "seen"),
    [("12", "10⁶"), ("4", "10⁶"), ("3", "106"), ("-3", "106"), ("-4", "10₆"), ("", "106")],
)
def test_characters_moved_up_or_down_by_half_points(moved: str, seen: str) -> None:
    properties = f'<w:position w:val="{moved}"/>'
    assert first(run("10"), run("6", f"<w:rPr>{properties}</w:rPr>")) == seen
    by_style = run("6", '<w:rPr><w:rStyle w:val="Moved"/></w:rPr>')
    styles = styled(style("Moved", f"<w:rPr>{properties}</w:rPr>"))
    assert first(run("10"), by_style, styles=styles) == seen


def test_an_alignment_counts_more_than_a_move() -> None:
    for order in (1, -1):
        parts = ['<w:position w:val="12"/>', '<w:vertAlign w:val="subscript"/>'][::order]
        assert first(run("CO"), run("2", f"<w:rPr>{''.join(parts)}</w:rPr>")) == "CO₂"


def test_a_letter_in_place_of_a_moved_digit_is_written_on_the_line() -> None:
    moved = run("6", '<w:rPr><w:b/><w:position w:val="12"/></w:rPr>')
    document = made(paragraph(run("10"), moved, run(" grains")))
    assert document.blocks[0].text == "10⁶ grains"
    xml = edited_xml(document, replaced(document, "⁶", "5"))
    assert xml.index("position") < xml.index('baseline"/></w:rPr><w:t xml:space="preserve">5<')
    assert xml.count("position") == 2  # before and behind, without text


def test_characters_raised_by_a_style() -> None:
    styles = styled(
        style("Up", '<w:rPr><w:vertAlign w:val="superscript"/></w:rPr>'),
        style("Higher", '<w:basedOn w:val="Up"/>'),
    )
    raised = run("3", '<w:rPr><w:rStyle w:val="Higher"/></w:rPr>')
    back = run("4", '<w:rPr><w:rStyle w:val="Higher"/><w:vertAlign w:val="baseline"/></w:rPr>')
    assert first(run("10"), raised, back, styles=styles) == "10³4"


def edited_text(document: Document, old: str, new: str) -> tuple[str, str]:
    """(the text, the XML) after `old` was replaced by `new`."""
    edit = replaced(document, old, new)
    again = formats.read_bytes(Path("again.docx"), formats.edited_bytes(document, [edit]))
    return texts(again)[edit.block], edited_xml(document, edit)


@pytest.mark.parametrize(
    ("old", "new", "read"),
    [
        ("⁶", "⁹", "10⁹ grains, 40 m²"),
        ("⁶", "6", "106 grains, 40 m²"),
        ("10⁶", "10⁻³", "10⁻³ grains, 40 m²"),
        ("10⁶ grains", "a million seeds", "a million seeds, 40 m²"),
        ("m²", "m³", "10⁶ grains, 40 m³"),
        ("m²", "m2 and more", "10⁶ grains, 40 m2 and more"),
        ("m²", "m² (5 acres)", "10⁶ grains, 40 m² (5 acres)"),
        ("⁶", "⁶\t7", "10⁶\t7 grains, 40 m²"),
        ("⁶", "<&>", "10<&> grains, 40 m²"),
    ],
)
def test_raised_characters_are_written_as_they_were(old: str, new: str, read: str) -> None:
    document = made(
        paragraph(run("10"), aligned("6"), run(" grains, 40 m"), aligned("2", "superscript"))
    )
    text, xml = edited_text(document, old, new)
    assert text == read
    assert xml.count("<w:r>") == xml.count("</w:r>")


def test_a_changed_power_stays_a_raised_run() -> None:
    document = made(paragraph(run("10"), aligned("6")))
    _, xml = edited_text(document, "⁶", "⁹")
    assert '<w:vertAlign w:val="superscript"/></w:rPr><w:t xml:space="preserve">9</w:t>' in xml


@pytest.mark.parametrize(
    ("font", "code", "seen"),
    [
        ("Symbol", "F0B0", "°"),
        ("Symbol", "F061", "α"),
        ("Symbol", "B1", "±"),
        ("symbol", "f0b3", "≥"),
        ("Wingdings", "F0E0", "🡪"),
        ("Wingdings", "F0FC", "✓"),
        ("Wingdings", "F082", "➁"),
        ("Wingdings 2", "F052", "☑"),
        ("Webdings", "F080", "⓿"),
        ("Times New Roman", "03B1", "α"),
        ("No Such Font", "F041", "\uf041"),
        ("Symbol", "none", ""),
        ("Symbol", "", ""),
    ],
)
def test_symbols_by_their_font(font: str, code: str, seen: str) -> None:
    if font == "Webdings":
        code, seen = "F0FC", "🌍"
    sign = f'<w:r><w:sym w:font="{font}" w:char="{code}"/></w:r>'
    assert first(run("180 "), sign, run("C")) == f"180 {seen}C"


def test_a_text_in_a_font_of_symbols() -> None:
    fonts = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
    assert first(run("angle "), run("a", fonts), run(" \uf0b4 2")) == "angle α × 2"
    text, xml = edited_text(made(paragraph(run("angle "), run("a", fonts))), "α", "beta")
    assert text == "angle beta"
    assert '<w:rFonts w:ascii="Symbol"' in xml


def test_a_symbol_is_replaced_and_followed_by_text() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>'
    document = made(paragraph(run("180 "), sign, run("C")))
    assert edited_text(document, "°", "degrees ")[0] == "180 degrees C"
    assert edited_text(document, "°", "° or more ")[0] == "180 ° or more C"


SYMBOLS = '<w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr>'
OWN_FONT = '<w:rPr><w:rFonts w:ascii="A &amp; B"/></w:rPr>'
TYPED = "\uf000\uf0b4 x\uf0ff\uf100\uefff"


@pytest.mark.parametrize(
    "runs",
    [
        [run("one word here")],
        [run("one "), run("word", OWN_FONT), run(" here")],
        [run("one "), aligned("word"), run(" here")],
        [run("one "), run("word", SYMBOLS), run(" here")],
        [run("one "), "<w:r><w:t>word</w:t><w:tab/></w:r>", run("here")],
    ],
)
def test_a_private_letter_comes_back_as_typed_and_not_as_a_sign(runs: list[str]) -> None:
    document = made(paragraph(*runs))
    was = document.blocks[0].text.split(" ")[1].split("\t")[0]
    text, _ = edited_text(document, was, TYPED)
    assert text == document.blocks[0].text.replace(was, TYPED, 1)


def test_a_private_letter_typed_beside_a_symbol_or_in_a_new_paragraph_stays() -> None:
    sign = '<w:r><w:sym w:font="Symbol" w:char="F0B0"/></w:r>'
    assert edited_text(made(paragraph(run("180 "), sign, run("C"))), "°", TYPED)[0] == (
        f"180 {TYPED}C"
    )
    document = made(paragraph(run("one")))
    new = NewBlock(0, TYPED, "paragraph", behind=True)
    again = formats.read_bytes(Path("again.docx"), formats.edited_bytes(document, [new]))
    assert texts(again) == ["one", TYPED]


def test_private_letters_stay_in_a_document_that_is_made_anew() -> None:
    made_anew = as_docx([Block(f"a {TYPED}\tb"), Block("\uf0b4")], "en")
    assert texts(formats.read_bytes(Path("a.docx"), made_anew)) == [f"a {TYPED}\tb", "\uf0b4"]


def test_a_private_letter_names_the_font_of_its_run() -> None:
    _, xml = edited_text(made(paragraph(run("word", OWN_FONT))), "word", "\uf0b4")
    assert '<w:sym w:font="A &amp; B" w:char="F0B4"/>' in xml


def formula(inside: str) -> str:
    return f"<m:oMath {M}>{inside}</m:oMath>"


def r(text: str) -> str:
    return f"<m:r><m:t>{text}</m:t></m:r>"


def part(name: str, inside: str) -> str:
    return f"<m:{name}>{inside}</m:{name}>"


FRACTION = part("f", part("num", r("3")) + part("den", r("4")))
POWER = part("sSup", part("e", r("10")) + part("sup", r("6")))


@pytest.mark.parametrize(
    ("inside", "seen"),
    [
        (FRACTION, "3/4"),
        (r("2") + FRACTION, "2 3/4"),
        (r("x=") + FRACTION, "x=3/4"),
        (part("f", part("num", r("a+b")) + part("den", r("2,5"))), "(a+b)/2,5"),
        (part("f", part("num", FRACTION) + part("den", r("2"))), "(3/4)/2"),
        (POWER, "10⁶"),
        (part("sSup", part("e", r("x")) + part("sup", r("n+1"))), "x^(n+1)"),
        (part("sSub", part("e", r("H")) + part("sub", r("2"))), "H₂"),
        (part("sSub", part("e", r("x")) + part("sub", r("i"))), "x_i"),
        (part("rad", '<m:radPr><m:degHide m:val="1"/></m:radPr>' + part("e", r("2"))), "√2"),
        (part("rad", part("deg", r("3")) + part("e", r("a+b"))), "³√(a+b)"),
        (part("d", part("e", r("a")) + part("e", r("b"))), "(a|b)"),
        (
            part(
                "d", '<m:dPr><m:begChr m:val="["/><m:endChr m:val="]"/></m:dPr>' + part("e", r("a"))
            ),
            "[a]",
        ),
        (
            part(
                "nary",
                '<m:naryPr><m:chr m:val="∑"/></m:naryPr>'
                + part("sub", r("i=1"))
                + part("sup", r("9"))
                + part("e", r("i")),
            ),
            "∑_(i=1)⁹i",
        ),
        (part("func", part("fName", r("sin")) + part("e", r("x"))), "sin x"),
        (r("x") + r("=") + FRACTION, "x=3/4"),
        (part("m", part("mr", part("e", r("1")) + part("e", r("2")))), "[1, 2]"),
    ],
)
def test_formulas_as_a_line_of_text(inside: str, seen: str) -> None:
    assert first(run("So "), formula(inside), run(" holds.")) == f"So {seen} holds."


def test_a_whole_number_before_a_fraction() -> None:
    assert first(run("Take 2"), formula(FRACTION), run(" cups.")) == "Take 2 3/4 cups."


@pytest.mark.parametrize(
    ("old", "new", "read", "kept"),
    [
        ("3", "5", "Only 5/4 of 10⁶ men.", True),
        ("3/4", "1/2", "Only 1/2 of 10⁶ men.", True),
        ("/", ":", "Only 3:4 of 10⁶ men.", False),
        ("3/4", "half", "Only half of 10⁶ men.", False),
        ("Only 3/4 of", "All", "All 10⁶ men.", False),
        ("3/4", "3/4 or 7", "Only 3/4 or 7 of 10⁶ men.", False),
        ("3/4 of ", "", "Only 10⁶ men.", False),
        ("4", "4 5", "Only 3/4 5 of 10⁶ men.", False),
        ("3", "x", "Only x/4 of 10⁶ men.", False),
    ],
)
def test_a_changed_formula(old: str, new: str, read: str, kept: bool) -> None:
    document = made(
        paragraph(run("Only "), formula(FRACTION), run(" of 10"), aligned("6"), run(" men."))
    )
    text, xml = edited_text(document, old, new)
    assert text == read
    assert ("<m:f>" in xml) == kept


def test_text_hidden_by_a_style() -> None:
    hidden = "<w:rPr><w:vanish/></w:rPr>"
    styles = styled(
        style("Tag", hidden),
        style("Inner", '<w:basedOn w:val="Tag"/>'),
        style("Shown", '<w:basedOn w:val="Tag"/><w:rPr><w:vanish w:val="0"/></w:rPr>'),
        style("Note", hidden, kind="paragraph"),
    )

    def of(name: str, text: str, more: str = "") -> str:
        return run(text, f'<w:rPr><w:rStyle w:val="{name}"/>{more}</w:rPr>')

    body = paragraph(
        run("seen "),
        of("Tag", "no1"),
        of("Inner", "no2"),
        of("Shown", "yes1 "),
        of("Tag", "yes2", '<w:vanish w:val="0"/>'),
    ) + paragraph(
        run("no3"),
        run("yes3 ", '<w:rPr><w:vanish w:val="false"/></w:rPr>'),
        of("Tag", "yes4"),
        properties='<w:pStyle w:val="Note"/>',
    )
    assert texts(made(body, styles=styles)) == ["seen yes1 yes2", "yes3 yes4"]


def alternative(choice: str, fallback: str) -> str:
    return (
        f'<mc:AlternateContent {MC}><mc:Choice Requires="x">{choice}</mc:Choice>'
        f"<mc:Fallback>{fallback}</mc:Fallback></mc:AlternateContent>"
    )


def test_a_text_that_only_older_programs_are_given_is_read() -> None:
    box = f"<w:pict><w:txbxContent>{paragraph(run('In a box.'))}</w:txbxContent></w:pict>"
    chart = "<w:drawing><w:chart/></w:drawing>"
    both = alternative(box, box)
    only_old = alternative(chart, box)
    assert texts(made(paragraph(run("A"), f"<w:r>{only_old}</w:r>"))) == ["A", "In a box."]
    assert texts(made(paragraph(run("A"), f"<w:r>{both}</w:r>"))) == ["A", "In a box."]
    inline = alternative("<w:object/>", "<w:t>plain</w:t>")
    assert texts(made(paragraph(run("A "), f"<w:r>{inline}</w:r>", run(" end")))) == ["A plain end"]
    nested = alternative(chart, paragraph(run("outer"), f"<w:r>{alternative(chart, box)}</w:r>"))
    assert texts(made(paragraph(run("A"), f"<w:r>{nested}</w:r>"))) == ["A", "outer", "In a box."]


DELETED_END = "<w:rPr><w:del/></w:rPr>"
MOVED_END = "<w:rPr><w:moveFrom></w:moveFrom></w:rPr>"


@pytest.mark.parametrize("end", [DELETED_END, MOVED_END])
def test_a_deleted_paragraph_end_joins_the_halves(end: str) -> None:
    document = made(
        paragraph(run("The bridge "), properties=end)
        + paragraph(run("was "), properties=end)
        + paragraph(run("closed."), properties='<w:outlineLvl w:val="0"/>')
        + paragraph(run("Next."))
    )
    assert texts(document) == ["The bridge was closed.", "Next."]
    assert document.blocks[0].role == "heading"
    assert edited_text(document, "bridge was closed", "road is open")[0] == "The road is open."


def test_a_deleted_paragraph_end_joins_nothing_outside_its_cell() -> None:
    cell = f"<w:tc>{paragraph(run('one'), properties=DELETED_END)}</w:tc>"
    table = f"<w:tbl><w:tr>{cell}{cell}</w:tr></w:tbl>"
    before = paragraph(run("Before"), properties=DELETED_END)
    last = paragraph(run("last"), properties=DELETED_END)
    document = made(before + table + paragraph(run("after")) + last)
    assert texts(document) == ["Before", "one", "one", "after", "last"]


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


CODE = "<w:r><w:instrText> PAGEREF a </w:instrText></w:r>"
RESULT = "<w:r><w:delText>7</w:delText></w:r>"


@pytest.mark.parametrize(
    "field",
    [
        char("begin") + CODE + f"<w:del>{char('separate')}{RESULT}{char('end')}</w:del>",
        f"<w:del>{char('begin')}{CODE}</w:del>" + char("separate") + char("end"),
        f"<w:del>{char('begin')}{CODE}</w:del><w:ins>{char('begin')}{CODE}</w:ins>"
        + char("separate")
        + char("end"),
        char("begin") + CODE,
        char("separate") + char("end"),
        char("begin") + CODE + f"<w:moveFrom>{char('separate')}</w:moveFrom>" + char("end"),
    ],
)
def test_half_a_field_hides_nothing_behind_it(field: str) -> None:
    document = made(
        paragraph(run("See page "), field, run(" for the rest.")) + paragraph(run("It rained."))
    )
    assert texts(document) == ["See page  for the rest.", "It rained."]


def test_text_inside_a_code_stays_hidden() -> None:
    code = char("begin") + CODE + run("nobody") + char("separate") + run("7") + char("end")
    assert first(run("Page "), code, run(".")) == "Page 7."


def test_an_insertion_before_a_raised_start_is_no_exponent() -> None:
    document = made(paragraph(aligned("1"), run(" A note.")))
    data = edited_xml(document, TextEdit(0, Span(0, 0), "See 2 "))
    assert '<w:vertAlign w:val="baseline"/></w:rPr><w:t xml:space="preserve">See 2 ' in data


def cell(text: str, properties: str = "") -> str:
    return f"<w:tc>{properties}{paragraph(run(text))}</w:tc>"


def test_a_row_or_a_cell_that_is_deleted_is_no_text() -> None:
    """Word marks the row, and leaves what stands in its cells as it is."""
    gone = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    new = '<w:trPr><w:ins w:id="2" w:author="A"/></w:trPr>'
    no_cell = '<w:tcPr><w:cellDel w:id="3" w:author="A"/></w:tcPr>'
    inner = f"<w:tc><w:tbl><w:tr>{cell('Inner')}</w:tr></w:tbl>{paragraph(run('Rest'))}</w:tc>"
    table = (
        f"<w:tbl><w:tr>{cell('One')}</w:tr><w:tr>{gone}{cell('Two')}{inner}</w:tr>"
        f"<w:tr>{new}{cell('Three')}</w:tr><w:tr>{cell('Four', no_cell)}{cell('Five')}</w:tr>"
        "</w:tbl>"
    )
    assert texts(made(table + paragraph(run("End.")))) == ["One", "Three", "Five", "End."]


@pytest.mark.parametrize("before", ["", paragraph(run("Before"))])
@pytest.mark.parametrize("mark", ["del", "moveFrom"])
def test_the_paragraphs_of_a_deleted_row_may_be_deleted_as_well(before: str, mark: str) -> None:
    """Word marks them all; none of them joins what stands outside the table."""
    row = '<w:trPr><w:del w:id="1" w:author="A"/></w:trPr>'
    properties = f'<w:pPr><w:rPr><w:{mark} w:id="2" w:author="A"/></w:rPr></w:pPr>'
    cells = f"<w:tc><w:p>{properties}{run('Gone')}</w:p></w:tc>" * 2
    document = made(f"{before}<w:tbl><w:tr>{row}{cells}</w:tr></w:tbl>" + paragraph(run("End.")))
    assert texts(document) == (["Before"] if before else []) + ["End."]
