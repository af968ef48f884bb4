"""Rich text: what a reader sees of it is read, whatever its code pages, fields and groups."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from tests.counted_work import steps_of

_HEAD = r"{\rtf1\ansi\ansicpg1252\uc1 "

SEEN = {
    "hidden toggled": (r"Before. \v hidden\v0  After.\par", ["Before.  After."]),
    "super digits": (r"It has 10{\super 6} cells.\par", ["It has 10⁶ cells."]),
    "super toggled": (r"It has 10\super 6\nosupersub  cells.\par", ["It has 10⁶ cells."]),
    "up": (r"It has 10{\up6 6} cells.\par", ["It has 10⁶ cells."]),
    "sub": (r"CO{\sub 2} rises.\par", ["CO₂ rises."]),
    "soft hyphen": (r"45 Mil\-lionen Euro.\par", ["45 Mil\xadlionen Euro."]),
    "nbhyphen": (r"Covid\_19 is here.\par", ["Covid‑19 is here."]),
    "nbsp": (r"45\~000 euros.\par", ["45\xa0000 euros."]),
    "unicode surrogate": (r"Smile \u-10179?\u-8704? now.\par", ["Smile 😀 now."]),
    "line in sentence": (
        r"The old bridge over the river\line was closed in March.\par",
        ["The old bridge over the river was closed in March."],
    ),
    "symbol field": (
        r"{\fonttbl{\f0 Times;}{\f3\fcharset2 Symbol;}}Angle {\field{\*\fldinst SY"
        r'MBOL 97 \\f "Symbol"}{\fldrslt }} ok.\par',
        ["Angle α ok."],
    ),
    "symbol font char": (
        r"{\fonttbl{\f0 Times;}{\f3\fcharset2 Symbol;}}Angle {\f3 a} ok.\par",
        ["Angle α ok."],
    ),
    "symbol font hex": (
        r"{\fonttbl{\f0 Times;}{\f3\fcharset2 Symbol;}}\f0 Size {\f3 \'b3} 5.\par",
        ["Size ≥ 5."],
    ),
    "symbol font pua u": (
        r"{\fonttbl{\f0 Times;}{\f3\fcharset2 Symbol;}}\f0 Size {\f3\u-3917 ?} 5.\par",
        ["Size ≥ 5."],
    ),
    "cyr font charset": (
        r"{\fonttbl{\f0 Times;}{\f1\fcharset204 Times CYR;}}\f1 \'cf\'f0\'e8\'e2\'"
        r"e5\'f2.\par",
        ["Привет."],
    ),
    "greek+cyr": (
        r"{\fonttbl{\f0\fcharset0 Times;}{\f1\fcharset161 Times Greek;}{\f2\fchars"
        r"et204 Times Cyr;}}{\f1 \'e1\'e2} {\f2 \'e0\'e1}\par",
        ["αβ аб"],
    ),
    "sjis": (r"{\fonttbl{\f0\fcharset128 MS Mincho;}}\f0 \'93\'fa\'96\'7b\par", ["日本"]),
    "gb": (r"{\fonttbl{\f0\fcharset134 SimSun;}}\f0 \'d6\'d0\'ce\'c4\par", ["中文"]),
    "arabic": (r"{\fonttbl{\f0\fcharset178 Arial;}}\f0 \'e3\'d1\'cd\'c8\'c7\par", ["مرحبا"]),
    "hebrew": (r"{\fonttbl{\f0\fcharset177 Arial;}}\f0 \'f9\'ec\'e5\'ed\par", ["שלום"]),
    "thai": (r"{\fonttbl{\f0\fcharset222 Angsana;}}\f0 \'ca\'c7\'d1\'ca\'b4\'d5\par", ["สวัสดี"]),
    "viet": (r"{\fonttbl{\f0\fcharset163 Arial;}}\f0 Ch\'fa \'fd\par", ["Chú ư"]),
    "footnote": (
        r"It rained.{\super\chftn}{\footnote \pard {\super\chftn} A note.} It stop"
        r"ped.\par",
        ["It rained. It stopped.", "A note."],
    ),
    "footnote custom": (
        r"It rained.{\super *}{\footnote \pard {\super *} A note.} It stopped.\par",
        ["It rained.* It stopped.", "* A note."],
    ),
    "listtext": (
        r"{\listtext\pard\plain 1.\tab}First item.\par{\listtext\pard 2.\tab}Secon"
        r"d item.\par",
        ["First item.", "Second item."],
    ),
    "pntext": (
        r"{\pntext\pard 1.\tab}First item.\par{\pntext\pard 2.\tab}Second item.\par",
        ["First item.", "Second item."],
    ),
    "field result": (
        r'See {\field{\*\fldinst HYPERLINK "http://x"}{\fldrslt the page}} now.\par',
        ["See the page now."],
    ),
    "header": (r"{\header\pard Head\par}Body text.\par{\footer\pard Foot\par}", ["Body text."]),
    "revised/deleted": (r"Keep {\deleted gone }this.\par", ["Keep this."]),
    "deleted toggled": (r"Keep \deleted gone \deleted0 this.\par", ["Keep this."]),
    "caps scaps": (r"{\caps word} now.\par", ["word now."]),
    "table": (
        r"\trowd\cellx1000\cellx2000 \intbl One 5\cell Two 7\cell\row\pard After.\par",
        ["One 5", "Two 7", "After."],
    ),
    "pipe in text": (r"The a|b choice is yours.\par", ["The a|b choice is yours."]),
    "emdash quote": (
        r"He said \ldblquote yes\rdblquote  \emdash  and left\endash 5.\par",
        ["He said “yes” — and left–5."],
    ),
    "bin/pict": (r"Before. {\pict\wmetafile8 0100090000ff}After.\par", ["Before. After."]),
    "objects": (
        r"Before. {\object{\*\objdata 0105}{\result shown}} After.\par",
        ["Before. shown After."],
    ),
    "shptxt": (
        r"Before.{\shp{\*\shpinst{\shptxt \pard In box.\par}}{\shprslt old}} After"
        r".\par",
        ["Before. After.", "In box."],
    ),
    "annotation": (
        r"It is {\*\atnid AB}{\*\atnauthor A}\chatn {\*\annotation no good}fine.\par",
        ["It is fine."],
    ),
    "section break sect": (r"One.\sect Two.\par", ["One.", "Two."]),
    "page": (r"One.\par\page Two.\par", ["One.", "Two."]),
    "equation field EQ": (
        r"Take {\field{\*\fldinst EQ \\f(3,4)}{\fldrslt }} of it.\par",
        ["Take 3/4 of it."],
    ),
    "mmath": (
        r"Take {\mmath{\*\moMath{\mf{\mnum{\mr 3}}{\mden{\mr 4}}}}} of it.\par",
        ["Take 3/4 of it."],
    ),
    "upr": (r"A {\upr{ansi text}{\*\ud{uni text}}} B.\par", ["A uni text B."]),
    "footnote toc tc": (r"Title{\tc Title} here.{\xe{index}}\par", ["Title here."]),
    "hidden para mark": (r"One.\par{\v Two.\par}Three.\par", ["One.", "Three."]),
    "nested footnote super": (
        r"A{\super 1{\*\bkmkstart x}} b. It has 2{\super 10} cells.\par",
        ["A¹ b. It has 2¹⁰ cells."],
    ),
    "word style": (
        r"{\fonttbl{\f0\fbidi \froman\fcharset0\fprq2{\*\panose 020206030504050203"
        r"04}Times New Roman;}{\f3\fbidi \froman\fcharset2\fprq2{\*\panose 0505010"
        r"2010706020507}Symbol;}{\f40\fcharset238 Times New Roman CE;}}{\rtlch\fcs"
        r"1 \af0 \ltrch\fcs0 \insrsid123 One }{\rtlch\fcs1 \af0 \ltrch\fcs0 \f3 \u"
        r"-3999\'61}{\f40 \'9aroub}\par",
        ["One αšroub"],
    ),
    "ole + emf": (
        r"Pic {\*\shppict{\pict\emfblip 0102}}{\nonshppict{\pict 0102}}done.\par",
        ["Pic done."],
    ),
    "dbch": (
        r"{\fonttbl{\f0 T;}{\f13\fcharset134 SimSun;}}\loch\af0\dbch\af13\hich\f0 "
        r"Tall \dbch\af13 \'d6\'d0\loch\f0  x\par",
        ["Tall 中 x"],
    ),
    "cell": (
        r"\trowd\intbl A one\cell B two\cell\row\trowd\intbl C three\cell D four\c"
        r"ell\row\pard Tail.\par",
        ["A one", "B two", "C three", "D four", "Tail."],
    ),
    "escaped braces": (r"Set \{a, b\} and C:\\x.\par", ["Set {a, b} and C:\\x."]),
    "msSup math": (
        r"Take {\mmath{\*\moMath{\mr x=}{\msSup{\msSupPr}{\me{\mr 10}}{\msup{\mr 6"
        r"}}}}} now.\par",
        ["Take x=10⁶ now."],
    ),
    "mrad": (
        r"Take {\mmath{\*\moMath{\mrad{\mradPr{\mdegHide on}}{\mdeg}{\me{\mr 9}}}}"
        r"} now.\par",
        ["Take √9 now."],
    ),
    "mac wingdings": (
        r"{\fonttbl{\f0 T;}{\f5\fcharset2 Wingdings;}}{\f5 \'fc} Done.\par",
        ["✓ Done."],
    ),
    "formfield": (
        r"Name: {\field{\*\fldinst FORMTEXT {\*\formfield{\fftype0{\*\ffname T}{\*"
        r"\ffdeftext x}}}}{\fldrslt Anna}}.\par",
        ["Name: Anna."],
    ),
    "nested field": (
        r"{\field{\*\fldinst IF {\field{\*\fldinst MERGEFIELD a}{\fldrslt 1}} = 1 "
        r'"x"}{\fldrslt shown}} here.\par',
        ["shown here."],
    ),
    "page field": (r"Page {\field{\*\fldinst PAGE}{\fldrslt 12}}.\par", ["Page 12."]),
    "ucs surrogate with fallback": (r"{\uc1\u-10179?\u-8704?} x\par", ["😀 x"]),
    "lone surrogate": (r"A \u-10179? x\par", ["A � x"]),
    "hebrew rtl": (
        r"{\fonttbl{\f0\fcharset177 David;}}\rtlpar {\rtlch \f0 \'f9\'ec\'e5\'ed} "
        r"\u1513?.\par",
        ["שלום ש."],
    ),
    "deleted par joins": (
        r"First half {\deleted gone\par}second half.\par",
        ["First half second half."],
    ),
    "tab list w/ listtext deep": (
        r"{\listtext\pard\plain\f3 \'b7\tab}Item one.\par",
        ["Item one."],
    ),
    "sup minus": (r"10{\super \u8722?6} m\par", ["10⁻⁶ m"]),
    "sup ordinal": (r"1{\super er} prix, 2{\super nd}\par", ["1er prix, 2nd"]),
    "header in sect": (
        r"{\headerl\pard H\par}{\footerf F}Body.\sect\sectd{\headerr X\par}More.\par",
        ["Body.", "More."],
    ),
    "title via outline": (
        r"\pard\outlinelevel0 Big title\par\pard Text here.\par",
        ["Big title", "Text here."],
    ),
    "shape group": (
        r"A{\shp{\*\shpinst\shpleft1{\sp{\sn x}{\sv 1}}{\shptxt \pard Box a.\par B"
        r"ox b.\par}}{\shprslt{\*\do{\dptxbxtext Old.\par}}}} b.\par",
        ["A b.", "Box a.", "Box b."],
    ),
    "old do": (r"A{\*\do\dptxbx{\dptxbxtext Old box.\par}} b.\par", ["A b.", "Old box."]),
    "comment": (r"A{\chatn{\*\annotation{\*\atndate 1}\pard bad}} b.\par", ["A b."]),
}
"""What stands behind the head, and the paragraphs that are read."""

WHOLE = {
    "mac charset": (r"{\rtf1\mac Caf\'8e is open.\par}", ["Café is open."]),
    "pc850": (r"{\rtf1\pca Caf\'82 is open.\par}", ["Café is open."]),
    "cpg1251": (r"{\rtf1\ansi\ansicpg1251 \'cf\'f0\'e8.\par}", ["При."]),
    "cocoa newline": (
        "{\\rtf1\\ansi One sentence.\\\nTwo sentence.\\\n}",
        ["One sentence.", "Two sentence."],
    ),
    "bin with braces": (r"{\rtf1 A {\pict\bin5 }}{{\}} b.\par}", ["A  b."]),
    "unbalanced": (r"{\rtf1 One.\par}} Two.\par", ["One.", "Two."]),
    "unclosed": (r"{\rtf1 {\b One.\par Two", ["One.", "Two"]),
}
"""Whole files."""


def texts(source: str) -> list[str]:
    document = formats.read_bytes(Path("x.rtf"), source.encode("latin-1"))
    return [block.text for block in document.blocks]


@pytest.mark.parametrize("name", SEEN)
def test_what_is_seen_is_read(name: str) -> None:
    source, read_as = SEEN[name]
    assert texts(f"{_HEAD}{source}}}") == read_as


@pytest.mark.parametrize("name", WHOLE)
def test_whole_files(name: str) -> None:
    source, read_as = WHOLE[name]
    assert texts(source) == read_as


def test_cells_and_headings_are_told() -> None:
    source = r"\pard\outlinelevel1 Head\par\pard\trowd\intbl One\cell Two\cell\row\pard Text.\par"
    document = formats.read_bytes(Path("x.rtf"), f"{_HEAD}{source}}}".encode())
    assert [(block.role, block.level) for block in document.blocks] == [
        ("heading", 2),
        ("table_cell", 0),
        ("table_cell", 0),
        ("paragraph", 0),
    ]


def test_a_sign_of_symbol_in_any_font_and_an_end_of_a_line_by_its_number() -> None:
    assert texts(rf"{_HEAD}Angle \u-3999? and\u13?on.\par}}") == ["Angle α and on."]


@pytest.mark.parametrize("moved", [3, 4, 5])
def test_less_than_two_points_is_a_correction(moved: int) -> None:
    wanted = ["10⁶"] if moved >= 4 else ["106"]
    assert texts(rf"{_HEAD}10{{\up{moved} 6}}\par}}") == wanted


def test_what_programs_leave_before_the_first_brace() -> None:
    for before in ("\n", "\xef\xbb\xbf", " \r\n"):
        assert texts(before + _HEAD + "Text.}") == ["Text."]


@pytest.mark.parametrize(
    "within",
    [
        ("{\\fonttbl ", "", "}"),
        ("{", "a\\par ", "}"),
        ("{\\footnote ", "a\\par ", "}"),
        ("{\\*\\moMath {\\mf{\\mnum ", "x", "}}}"),
    ],
)
def test_groups_within_each_other_take_time_that_grows_with_them(
    within: tuple[str, str, str],
) -> None:
    def read(deep: int) -> int:
        opening, text, closing = (part * deep for part in within)
        source = f"{{\\rtf1 Here.\\par {opening}{text}{closing}}}".encode()
        return steps_of(lambda: formats.read_bytes(Path("deep.rtf"), source))

    assert read(600) < 2.5 * read(300)


def test_a_formula_deeper_than_any_is_read() -> None:
    deep = "{\\mf{\\mnum " * 3000 + "x" + "}}" * 3000
    source = f"{{\\rtf1 {{\\*\\moMath {deep}}}\\par Behind it.\\par}}".encode()
    assert formats.read_bytes(Path("deep.rtf"), source).blocks[-1].text == "Behind it."


def test_fonts_of_a_second_table_are_known_where_the_first_is_empty() -> None:
    source = rb"{\rtf1{\fonttbl}{\fonttbl{\f1\fcharset204 Arial;}}\f1\'c4\'e0.\par}"
    assert formats.read_bytes(Path("two.rtf"), source).blocks[0].text == "Да."


@pytest.mark.parametrize(("number", "sign"), [("097", "a"), ("0x61", "a"), ("0X61", "a")])
def test_numbers_of_signs_may_have_zeros_before_them(number: str, sign: str) -> None:
    field = rf"{{\field{{\*\fldinst SYMBOL {number}}}{{\fldrslt }}}}"
    source = f"{{\\rtf1 It is {field}.\\par}}".encode()
    assert formats.read_bytes(Path("signs.rtf"), source).blocks[0].text == f"It is {sign}."
