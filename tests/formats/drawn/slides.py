"""Small presentations, drawn."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.errors import FormatError
from tests.formats.pptx.test_pptx import line, made, run, shape, slide

WORDS = ("The ferry sank.", "It cost 5 crowns", "he rowed on,", "A &amp; B", "x&#228;y", "2", "10",
         "Nobody came: ", "  two  spaces ", "桥在三月关闭。", "Pier 12", "km")  # fmt: skip
LINK = '<a:hlinkClick xmlns:r="x" r:id="r9"/>'
LOOKS = (
    "", "", "", "", '<a:rPr baseline="30000"/>', '<a:rPr baseline="-25000"/>',
    '<a:rPr baseline="0"/>', '<a:rPr baseline="30%"/>', '<a:rPr lang="de" b="1"/>',
    f"<a:rPr>{LINK}</a:rPr>", "<a:rPr><a:hlinkClick>x</a:hlinkClick></a:rPr>",
    '<a:rPr baseline="x"/>', "<a:rPr><a:hlinkMouseOver/></a:rPr>",
)  # fmt: skip
HOLDERS = (
    "", "", "", "<p:ph/>", '<p:ph type="title"/>', '<p:ph type="ctrTitle"/>', '<p:ph type="ftr"/>',
    '<p:ph type="subTitle"/>', '<p:ph type="dt"/>', '<p:ph type="body" idx="1"/>',
    '<p:ph type="obj"/>', '<p:ph type="pic"/>',
)  # fmt: skip


class Draw:
    """Draws one presentation."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"slides {seed}")
        self.one = self.dice.choice

    def piece(self) -> str:
        text = run(self.one(WORDS), self.one(LOOKS))
        field = f'<a:fld type="slidenum">{self.one(LOOKS)}<a:t>7</a:t></a:fld>'
        math = f"<a14:m xmlns:a14='y'><a:r><a:t>{self.one(WORDS)}</a:t></a:r></a14:m>"
        fallback = (
            "<mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/"
            f"markup-compatibility/2006'><mc:Choice>{text}</mc:Choice><mc:Fallback>{text}"
            "</mc:Fallback></mc:AlternateContent>"
        )
        return self.one((*[text] * 14, "<a:br/>", "<a:br/>", field, math, fallback))

    def paragraph(self) -> str:
        look = self.one(("", "", '<a:pPr lvl="1"/>', "<a:pPr><a:buNone/></a:pPr>"))
        end = self.one(("", "<a:endParaRPr/>"))
        return line(look, *(self.piece() for _ in range(self.one((0, 1, 2, 3)))), end)

    def shape(self) -> str:
        lines = "".join(self.paragraph() for _ in range(self.one((0, 1, 1, 2))))
        body = f"<a:bodyPr/><a:lstStyle/>{lines or self.one(('<a:p/>', '', line()))}"
        if self.dice.random() < 0.12:
            cells = "".join(
                f"<a:tc><a:txBody>{self.paragraph()}</a:txBody></a:tc>" for _ in range(2)
            )
            return f"<p:graphicFrame><a:tbl><a:tr>{cells}</a:tr></a:tbl></p:graphicFrame>"
        if self.dice.random() < 0.1:
            return f"<p:grpSp>{shape(body, self.one(HOLDERS))}</p:grpSp>"
        return shape(body, self.one(HOLDERS))

    def slide(self) -> str:
        made = slide(*(self.shape() for _ in range(self.one((1, 2, 3)))))
        shown = self.one(("", "", "", ' show="0"', ' show="1"', " show='false'"))
        return made.replace("<p:sld ", f"<p:sld{shown} ", 1)


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        draw = Draw(seed)
        data = made(draw.slide(), draw.slide(), draw.slide())
        try:
            yield f"{seed}", formats.read_bytes(Path("made.pptx"), data)
        except FormatError:
            continue
