"""What a reader sees of the fields of a Word document, kind by kind."""

from __future__ import annotations

import pytest

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.docx.field_formulas import as_code, linear
from tests.formats.docx.test_docx import edited_xml, made, paragraph, replaced, run, texts


def char(kind: str) -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'


def code(*pieces: str) -> str:
    return "".join(f"<w:r><w:instrText>{piece}</w:instrText></w:r>" for piece in pieces)


def field(*pieces: str, result: str | None = None) -> str:
    shown = "" if result is None else char("separate") + run(result)
    return char("begin") + code(*pieces) + shown + char("end")


def with_field(*pieces: str, result: str | None = None) -> Document:
    return made(paragraph(run("Take "), field(*pieces, result=result), run(" of it.")))


@pytest.mark.parametrize(
    "kind",
    [
        'SET a "seven"',
        'ASK a "How many?"',
        'TC "Chapter" \\l 1',
        'XE "bridge"',
        'TA \\l "Case"',
        "RD other.docx",
        "PRIVATE data",
        'PRINT "27"',
        "NEXT",
        "NEXTIF 1 = 1",
        "SKIPIF 1 = 1",
        "ADVANCE \\u 4",
        "SEQ table \\h",
        "set a 7",
    ],
)
def test_a_result_that_nobody_sees_is_no_text(kind: str) -> None:
    assert texts(with_field(f" {kind} ", result="seven")) == ["Take  of it."]
    simple = (
        f'<w:fldSimple w:instr="{kind.replace(chr(34), "&quot;")}">{run("seven")}</w:fldSimple>'
    )
    assert texts(made(paragraph(run("Take "), simple, run(" of it.")))) == ["Take  of it."]


@pytest.mark.parametrize(
    "kind",
    [
        "REF SET",
        'IF 1 = 1 "seven" ""',
        "FILLIN x",
        "QUOTE seven",
        "SEQ table \\* arabic",
        "SEQ table \\h \\* arabic",
        "SETTLE",
        "ADDIN EN.CITE",
        "DOCPROPERTY RD",
        "COMMENTS",
        "",
    ],
)
def test_any_other_result_is_text(kind: str) -> None:
    assert texts(with_field(f" {kind} ", result="seven")) == ["Take seven of it."]


@pytest.mark.parametrize(
    ("eq", "seen"),
    [
        ("\\f(1,2)", "1/2"),
        ("\\f(1;2)", "1/2"),
        ("2\\f(1,2)", "2 1/2"),
        ("\\f(a+b,c)", "(a+b)/c"),
        ("\\F ( 3 , 4 )", "3/4"),
        ("\\r(2)", "√2"),
        ("\\r(3,x+1)", "³√(x+1)"),
        ("m\\s\\up8(2)", "m²"),
        ("CO\\s\\do4(2)", "CO₂"),
        ("x\\s(2,1)", "x₁²"),
        ("\\b(\\f(1,2))", "(1/2)"),
        ("\\b\\lc\\{ \\rc\\](x)", "{x]"),
        ("\\b\\bc\\[(x)", "[x]"),
        ("\\i\\su(1,5,3)", "∑₁⁵3"),
        ("\\l(A,B)", "A, B"),
        ("\\a\\al\\co2(1,2)", "1 2"),
        ("a\\d\\fo10()b", "ab"),
        ("\\x\\to(sum)", "sum"),
        ("\\o(a,b)", "ab"),
        ('\\* jc2 \\* "Font:MS Mincho" \\* hps10 \\o\\ad(\\s\\up 9(かん),漢)', "漢"),
        ("\\f(\\f(1,2),3)", "(1/2)/3"),
        ("1\\,5 \\(so\\)", "1,5 (so)"),
        ("f(x)", "f(x)"),
        ("\\f(1", "1/"),
        ("\\f(1,2", "1/2"),
        ("\\", ""),
    ],
)
def test_a_formula_in_code_is_one_line(eq: str, seen: str) -> None:
    assert linear(eq) == seen


def test_very_deep_brackets_end() -> None:
    assert linear("\\f(" * 3_000 + "1,2" + ")" * 3_000)


@pytest.mark.parametrize("text", ["1/2", "(a, b)", "a;b \\ c", "x² · 3"])
def test_what_is_written_as_code_reads_the_same(text: str) -> None:
    assert linear(as_code(text)) == text


@pytest.mark.parametrize(
    ("pieces", "seen"),
    [
        (["EQ \\f(1,2)"], "Take 1/2 of it."),
        ([" EQ ", "\\f(1", ",2) "], "Take 1/2 of it."),
        ([" MACROBUTTON NoMacro the half "], "Take the half of it."),
        ([' GOTOBUTTON "p 2" page 2 '], "Take page 2 of it."),
        ([' SYMBOL 183 \\f "Symbol" \\s 10 '], "Take • of it."),
        ([" SYMBOL 8364 \\u "], "Take € of it."),
        ([" SYMBOL 0x80 "], "Take € of it."),
        ([' XE "half" '], "Take  of it."),
    ],
)
def test_what_a_code_shows_is_text(pieces: list[str], seen: str) -> None:
    document = with_field(*pieces)
    assert texts(document) == [seen]
    assert formats.edited_bytes(document, []) == document.original


def test_a_whole_number_stands_apart_from_a_fraction() -> None:
    document = made(paragraph(run("About 2"), field("EQ \\f(1,2)"), run(" metres.")))
    assert texts(document) == ["About 2 1/2 metres."]


@pytest.mark.parametrize(
    ("pieces", "old", "new", "instruction"),
    [
        (["EQ \\f(1,2)"], "1/2", "3/4", "<w:instrText> EQ 3/4 </w:instrText>"),
        ([" EQ ", "\\f(1,2)"], "1/2", "3, 4", "<w:instrText> EQ 3\\, 4 </w:instrText>"),
        (["EQ \\f(1,2)"], "1/2", "", '<w:instrText> QUOTE "" </w:instrText>'),
        (["MACROBUTTON a all"], "all", "<x>", "<w:instrText> MACROBUTTON a &lt;x&gt; </w:instr"),
        (["EQ \\f(1,2)"], "Take ", "Give ", "<w:instrText>EQ \\f(1,2)</w:instrText>"),
        (["EQ \\f(1,2)"], " of", " from", "<w:instrText>EQ \\f(1,2)</w:instrText>"),
        (["EQ \\f(1,2)"], "Take 1/2", "All", '<w:instrText> QUOTE "" </w:instrText>'),
        (["EQ \\f(1,2)"], "Take ", "X", "<w:instrText>EQ \\f(1,2)</w:instrText>"),
        (["EQ \\f(1,2)"], "1/2 of it", "All", "<w:instrText> EQ All </w:instrText>"),
    ],
)
def test_an_edit_of_what_a_code_shows_writes_code(
    pieces: list[str], old: str, new: str, instruction: str
) -> None:
    document = with_field(*pieces)
    edit = replaced(document, old, new)
    assert instruction in edited_xml(document, edit)
    written = formats.read_bytes(document.path, formats.edited_bytes(document, [edit]))
    assert texts(written) == [texts(document)[0].replace(old, new)]


def simple(code: str, result: str | None = None, quote: str = '"') -> str:
    code = code.replace("&", "&amp;").replace(quote, {'"': "&quot;", "'": "&apos;"}[quote])
    start = f"<w:fldSimple w:instr={quote}{code}{quote}"
    return f"{start}/>" if result is None else f"{start}>{run(result)}</w:fldSimple>"


@pytest.mark.parametrize("result", [None, "", "stale"])
@pytest.mark.parametrize("quote", ['"', "'"])
@pytest.mark.parametrize(
    ("code", "seen"),
    [
        ("EQ \\f(1,2)", "1/2"),
        (" EQ \\r(3,x) ", "³√x"),
        ("eq \\s\\up4(2)", "²"),
        ("EQ \\b(a&b)", "(a&b)"),
        ('EQ "x"', '"x"'),
    ],
)
def test_a_formula_in_a_simple_field_is_text(
    code: str, seen: str, result: str | None, quote: str
) -> None:
    document = made(paragraph(run("Take "), simple(code, result, quote), run(" of it.")))
    assert texts(document) == [f"Take {seen} of it."]
    assert formats.edited_bytes(document, []) == document.original


@pytest.mark.parametrize(
    ("code", "result", "seen"),
    [
        (' SYMBOL 183 \\f "Symbol" ', None, "•"),
        (" MACROBUTTON NoMacro the half ", None, "the half"),
        (" SYMBOL 183 ", "•", "•"),
        (" QUOTE 1 ", "one", "one"),
    ],
)
def test_what_a_simple_field_shows(code: str, result: str | None, seen: str) -> None:
    document = made(paragraph(run("Take "), simple(code, result), run(" of it.")))
    assert texts(document) == [f"Take {seen} of it."]


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("1/2", "3/4", 'w:instr=" EQ 3/4 "'),
        ("1/2", "", 'w:instr=" PRIVATE "'),
        ("1/2", "the \"half\" & 'it'", "&quot;half&quot; &amp; &apos;it&apos;"),
        ("Take ", "X", 'w:instr="EQ \\f(1,2)"'),
        (" of", " from", 'w:instr="EQ \\f(1,2)"'),
        ("Take 1/2 of", "All", "All"),
    ],
)
def test_an_edit_of_a_simple_field(old: str, new: str, written: str) -> None:
    document = made(paragraph(run("Take "), simple("EQ \\f(1,2)", "old"), run(" of it.")))
    edit = replaced(document, old, new)
    assert written in edited_xml(document, edit)
    again = formats.read_bytes(document.path, formats.edited_bytes(document, [edit]))
    assert texts(again) == [texts(document)[0].replace(old, new)]


def test_a_formula_that_goes_takes_its_stale_result_along() -> None:
    document = with_field("EQ \\f(1,2)", result="old")
    edit = replaced(document, "1/2", "")
    again = formats.read_bytes(document.path, formats.edited_bytes(document, [edit]))
    assert texts(again) == ["Take  of it."]


def test_code_whose_pieces_are_tracked_apart_is_not_shown() -> None:
    pieces = code("EQ \\f(1") + f"<w:ins>{code(',2)')}</w:ins>"
    document = made(paragraph(run("Take "), char("begin"), pieces, char("end"), run(" of it.")))
    assert texts(document) == ["Take  of it."]


def test_a_field_inside_a_hidden_one_is_hidden() -> None:
    inner = field("QUOTE x", result="seven")
    outer = char("begin") + code("SET a ") + inner + char("separate") + inner + char("end")
    assert texts(made(paragraph(run("Take "), outer, run(" of it.")))) == ["Take  of it."]
