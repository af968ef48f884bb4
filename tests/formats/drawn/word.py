"""Small Word documents, drawn from all that the reader knows."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator

from reviewer.domain import Document
from tests.formats.docx.test_docx import W, made

SPAN = '<w:gridSpan w:val="2"/>'
M = "http://schemas.openxmlformats.org/officeDocument/2006/math"
MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
WORDS = (
    "The ferry sank.", "It cost 5 crowns", "He rowed on,", "and on.", "A &amp; B", "x&#228;y", "I",
    "Nobody came: ", "2", "Pier 12", "“So be it,” she said.", "  two  spaces ", "桥在三月关闭。",
)  # fmt: skip
LOOKS = (
    "", "", "", "", "<w:b/>", '<w:b w:val="0"/>', "<w:vanish/>", '<w:vanish w:val="false"/>',
    '<w:vertAlign w:val="superscript"/>', '<w:vertAlign w:val="subscript"/>',
    '<w:position w:val="4"/>', '<w:position w:val="-3"/>', '<w:position w:val="-6"/>',
    '<w:rFonts w:ascii="Symbol"/>', '<w:rStyle w:val="Strong"/>', '<w:rStyle w:val="Raised"/>',
    '<w:rStyle w:val="Unseen"/>', '<w:rStyle w:val="Signs"/>', "<w:i/>",
)  # fmt: skip
PARAGRAPHS = (
    "", "", "", "", "", '<w:pStyle w:val="H1"/>', '<w:pStyle w:val="H3"/>', '<w:pStyle w:val="T"/>',
    '<w:pStyle w:val="Cap"/>', '<w:pStyle w:val="Own"/>', '<w:pStyle w:val="LB"/>',
    '<w:pStyle w:val="TOC"/>', '<w:pStyle w:val="Hid"/>', '<w:outlineLvl w:val="1"/>',
    '<w:outlineLvl w:val="9"/>', '<w:pStyle w:val="H1"/><w:outlineLvl w:val="2"/>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="1"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="2"/><w:numId w:val="1"/></w:numPr>',
    '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="2"/></w:numPr>',
    '<w:numPr><w:numId w:val="0"/></w:numPr>', '<w:jc w:val="center"/>',
    '<w:rPr><w:del w:id="9" w:author="A"/></w:rPr>',
    '<w:rPr><w:ins w:id="8" w:author="A"/></w:rPr>',
    "<w:rPr><w:vanish/></w:rPr>",
    '<w:pPrChange><w:pPr><w:pStyle w:val="H1"/></w:pPr></w:pPrChange>',
    '<w:sectPr><w:type w:val="continuous"/></w:sectPr>', '<w:pStyle w:val="Nu"/>',
)  # fmt: skip
CODES = (
    ("PAGEREF x", "12"), (" REF mark \\h ", "the pier"), ("XE &quot;Pier&quot;", "unseen"),
    ("EQ \\f(1,2)", "no"), ("EQ \\s\\up4(a)", ""), ("EQ \\r(3,x)", ""),
    ("SYMBOL 183 \\f Symbol", "y"),
    ("SYMBOL 0xE4", ""), ("MACROBUTTON No Click here", ""), ("SEQ Figure \\h", "4"),
    ("SEQ Figure \\* ARABIC", "3"), ("PAGE", "7"), ("EQ \\i\\su(1,5,3x)", ""), ("= 2 + 3", "5"),
    ("EQ \\b\\bc\\[(x)", ""), ("EQ \\a(1,2)", ""), ("EQ \\x(\\l(1,2)) \\d\\fo2()", ""),
)  # fmt: skip
STYLES = f"""<w:styles {W}>
<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:name w:val="Normal"/></w:style>
<w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style>
<w:style w:styleId="H3"><w:name w:val="Heading 3"/><w:basedOn w:val="H1"/></w:style>
<w:style w:styleId="T"><w:name w:val="Title"/></w:style>
<w:style w:styleId="Cap"><w:name w:val="caption"/></w:style>
<w:style w:styleId="Own"><w:name w:val="Mine"/><w:pPr><w:outlineLvl w:val="3"/></w:pPr></w:style>
<w:style w:styleId="LB"><w:name w:val="List Bullet"/><w:basedOn w:val="N"/></w:style>
<w:style w:styleId="TOC"><w:name w:val="toc 2"/></w:style>
<w:style w:styleId="Hid"><w:name w:val="Hid"/><w:rPr><w:vanish/></w:rPr></w:style>
<w:style w:styleId="Nu"><w:name w:val="Nu"/><w:pPr><w:numPr><w:ilvl w:val="1"/><w:numId w:val="2"/>
</w:numPr></w:pPr></w:style>
<w:style w:type="character" w:styleId="Strong"><w:name w:val="Strong"/></w:style>
<w:style w:type="character" w:styleId="Raised"><w:name w:val="R"/><w:rPr>
<w:vertAlign w:val="superscript"/></w:rPr></w:style>
<w:style w:type="character" w:styleId="Unseen"><w:name w:val="U"/><w:rPr><w:vanish/></w:rPr>
</w:style>
<w:style w:type="character" w:styleId="Signs"><w:name w:val="S"/><w:basedOn w:val="Raised"/><w:rPr>
<w:rFonts w:ascii="Wingdings"/></w:rPr></w:style></w:styles>"""


def _level(number: int, way: str, text: str, more: str = "") -> str:
    told = f'<w:numFmt w:val="{way}"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{more}{told}</w:lvl>'


NUMBERING = f"""<w:numbering {W}><w:abstractNum w:abstractNumId="5">
{_level(0, "upperRoman", "%1.", '<w:start w:val="4"/>')}{_level(1, "lowerLetter", "%1-%2)")}
{_level(2, "decimalZero", "%1.%3", "<w:isLgl/>")}</w:abstractNum>
<w:abstractNum w:abstractNumId="6">{_level(0, "bullet", chr(0xB7))}{_level(1, "none", "x")}
</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="5"/><w:lvlOverride w:ilvl="1">
<w:startOverride w:val="3"/></w:lvlOverride></w:num>
<w:num w:numId="2"><w:abstractNumId w:val="6"/></w:num></w:numbering>"""


class Draw:
    """Draws one document."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"word {seed}")
        self.one = self.dice.choice

    def text(self) -> str:
        space = self.one(("", ' xml:space="preserve"'))
        return f"<w:t{space}>{self.one(WORDS)}</w:t>"

    def inside(self) -> str:
        sign = self.one(("00B7", "F0B7", "F0E0"))
        return self.one((
            *[self.text()] * 12, f"{self.text()}<w:tab/>{self.text()}", "<w:t/>", "<w:softHyphen/>",
            f"{self.text()}<w:br/>{self.text()}", "<w:cr/>", f"{self.text()}<w:noBreakHyphen/>",
            f'<w:sym w:font="Symbol" w:char="{sign}"/>', f"<w:ptab/>{self.text()}",
            '<w:br w:type="page"/>', '<w:footnoteReference w:id="2"/>',
            "<w:instrText>X</w:instrText>",
            f"<w:ruby><w:rt>{self.run()}</w:rt><w:rubyBase><w:r>{self.text()}</w:r></w:rubyBase>"
            "</w:ruby>"
            if self.dice.random() < 0.3 else self.text(),
        ))  # fmt: skip

    def run(self) -> str:
        look = self.one(LOOKS)
        return f"<w:r>{f'<w:rPr>{look}</w:rPr>' if look else ''}{self.inside()}</w:r>"

    def field(self) -> str:
        code, result = self.one(CODES)
        if self.dice.random() < 0.3:
            return f'<w:fldSimple w:instr="{code}">{self.run() if result else ""}</w:fldSimple>'

        def char(kind: str) -> str:
            return f'<w:r><w:fldChar w:fldCharType="{kind}"/></w:r>'

        shown = f"{char('separate')}<w:r><w:t>{result}</w:t></w:r>" if result else ""
        end = char("end") if self.dice.random() < 0.95 else ""
        return f"{char('begin')}<w:r><w:instrText>{code}</w:instrText></w:r>{shown}{end}"

    def formula(self) -> str:
        def r(text: str) -> str:
            return f"<m:r><m:t>{text}</m:t></m:r>"

        part = self.one((
            f"<m:f><m:num>{r('1')}</m:num><m:den>{r('a+b')}</m:den></m:f>",
            f"<m:sSup><m:e>{r('x')}</m:e><m:sup>{r('2')}</m:sup></m:sSup>",
            f"<m:rad><m:radPr><m:degHide m:val='1'/></m:radPr><m:deg/><m:e>{r('y')}</m:e></m:rad>",
            f"<m:d><m:e>{r('1')}</m:e><m:e>{r('2')}</m:e></m:d>", r("E=mc"),
            f"<m:nary><m:sub>{r('1')}</m:sub><m:sup>{r('n')}</m:sup><m:e>{r('k')}</m:e></m:nary>",
        ))  # fmt: skip
        return f"<m:oMath xmlns:m='{M}'>{part}{r('=')}{part}</m:oMath>"

    def tracked(self) -> str:
        gone = '<w:del w:id="3" w:author="A"><w:r><w:delText>gone</w:delText></w:r></w:del>'
        moved = f'<w:moveFrom w:id="4" w:author="A">{self.run()}</w:moveFrom>'
        name = self.one(("ins", "moveTo"))
        return self.one((gone, moved, f'<w:{name} w:id="5" w:author="A">{self.run()}</w:{name}>'))

    def box(self) -> str:
        shape = f"<w:txbxContent>{self.paragraph(2)}</w:txbxContent>"
        old = self.one((shape, f"<w:txbxContent>{self.paragraph(2)}</w:txbxContent>"))
        choice = f'<mc:Choice Requires="wps"><w:drawing>{shape}</w:drawing></mc:Choice>'
        return (
            f"<w:r><mc:AlternateContent xmlns:mc='{MC}'>{self.one((choice, choice, ''))}"
            f"<mc:Fallback><w:pict>{old}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
        )

    def piece(self, depth: int) -> str:
        some = [self.run()] * 14 + [self.field()] * 3 + [self.tracked()] * 3
        some += [self.formula(), f"<w:hyperlink w:anchor='x'>{self.run()}</w:hyperlink>"] * 2
        some += [f"<w:smartTag w:element='x'>{self.run()}</w:smartTag>", "<w:proofErr/>"]
        some += [f"<w:sdt><w:sdtContent>{self.run()}</w:sdtContent></w:sdt>"]
        some += ['<w:commentRangeStart w:id="0"/>', '<w:bookmarkStart w:id="1" w:name="x"/>']
        return self.one([*some, self.box()] if depth < 2 else some)

    def paragraph(self, depth: int = 0) -> str:
        if self.dice.random() < 0.03:
            return "<w:p/>"
        look = self.one(PARAGRAPHS)
        count = self.one((0, 1, 1, 2, 2, 3, 4))
        inner = "".join(self.piece(depth) for _ in range(count))
        return f"<w:p>{f'<w:pPr>{look}</w:pPr>' if look else ''}{inner}</w:p>"

    def table(self, depth: int) -> str:
        rows = ""
        for _ in range(self.one((1, 2, 2))):
            gone = self.one(("", "", "", "", "<w:trPr><w:del w:id='6' w:author='A'/></w:trPr>"))
            cells = "".join(
                f"<w:tc><w:tcPr>{self.one(('', '', SPAN))}</w:tcPr>"
                f"{self.part(depth + 1) if self.dice.random() < 0.2 else ''}"
                f"{self.paragraph(depth + 1)}</w:tc>"
                for _ in range(2)
            )
            rows += f"<w:tr>{gone}{cells}</w:tr>"
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"

    def part(self, depth: int = 0) -> str:
        chance = self.dice.random()
        if chance < 0.12 and depth < 2:
            return self.table(depth)
        if chance < 0.17:
            gallery = self.one(("Table of Contents", "Cover Pages"))
            kind = f'<w:docPartObj><w:docPartGallery w:val="{gallery}"/></w:docPartObj>'
            inner = f"<w:sdtContent>{self.paragraph(1)}</w:sdtContent>"
            return f"<w:sdt><w:sdtPr>{kind}</w:sdtPr>{inner}</w:sdt>"
        return self.paragraph(depth)

    def body(self) -> str:
        return "".join(self.part() for _ in range(self.one((2, 3, 4, 6))))


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    note = '<w:footnote w:id="{}"{}><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:footnote>'
    notes = note.format(0, ' w:type="separator"', "x") + note.format(2, "", "A note.")
    for seed in seeds:
        draw = Draw(seed)
        body = draw.body()
        document = made(
            f"{body}<w:sectPr/>",
            styles=STYLES, numbering=NUMBERING,
            footnotes=f"<w:footnotes {W}>{notes}</w:footnotes>",
            header=f"<w:hdr {W}>{draw.paragraph(2)}</w:hdr>",
        )  # fmt: skip
        yield f"{seed}", document
