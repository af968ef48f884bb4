"""Small OpenDocument texts, drawn from all that the reader knows."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from contextlib import suppress

from reviewer.domain import Document
from reviewer.formats.errors import FormatError
from tests.formats.odt.test_odt import flat

WORDS = (
    "The ferry sank.", "It cost 5 crowns", "He rowed on,", "and on.", "A &amp; B", "x&#228;y", "I",
    "Nobody came: ", "2", "Pier 12", "“So be it,” she said.", "  two  spaces ", "桥在三月关闭。",
    "\n",
)  # fmt: skip
PARAGRAPHS = (
    "N", "N", "N", "Title", "Subtitle", "Mine", "Caption", "Hid", "Text_20_body", "H_20_1",
    "Nowhere",
)  # fmt: skip
STYLES = (
    '<style:style style:name="{}" style:family="paragraph" style:parent-style-name="{}"/>'
    '<style:style style:name="{}" style:family="paragraph"><style:text-properties '
    'text:display="none"/></style:style>'
).format("Mine", "Caption", "Hid") + "".join(
    f'<style:style style:name="{name}" style:family="text">'
    f"<style:text-properties {more}/></style:style>"
    for name, more in (
        ("Up", 'style:text-position="super 58%"'), ("Down", 'style:text-position="-30% 60%"'),
        ("Rise", 'style:text-position="33% 60%"'), ("Gone", 'text:display="none"'),
        ("Flat", 'style:text-position="0% 100%"'), ("Bold", 'fo:font-weight="bold"'),
    )
) + (
    '<style:style style:name="Upper" style:family="text" style:parent-style-name="Up"/>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" '
    'style:num-format="1" style:num-suffix="."/><text:list-level-style-number text:level="2" '
    'style:num-format="a" style:num-prefix="(" style:num-suffix=")" text:display-levels="2" '
    'text:start-value="3"/><text:list-level-style-bullet text:level="3" text:bullet-char="–"/>'
    '</text:list-style><text:list-style style:name="K">'
    '<text:list-level-style-bullet text:level="1" '
    'text:bullet-char="•"/><text:list-level-style-number text:level="2" style:num-format="I"/>'
    '</text:list-style><text:outline-style style:name="Outline"><text:outline-level-style '
    'text:level="1" style:num-format="1"/><text:outline-level-style text:level="2" '
    'style:num-format="A" text:display-levels="2"/></text:outline-style>'
)  # fmt: skip


class Draw:
    """Draws one document."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"open document {seed}")
        self.one = self.dice.choice

    def words(self) -> str:
        return self.one(WORDS)

    def piece(self, depth: int = 0) -> str:
        some = [self.words()] * 12
        some += [f'<text:span text:style-name="{name}">{self.words()}</text:span>' for name in (
            "Up", "Down", "Rise", "Gone", "Flat", "Bold", "Upper", "None")]  # fmt: skip
        some += ["<text:s/>", '<text:s text:c="3"/>', "<text:tab/>", "<text:line-break/>"]
        some += [f"<text:a xlink:href='x'>{self.words()}</text:a>"] * 2
        some += [f"<office:annotation><text:p>No {self.words()}</text:p></office:annotation>"]
        some += [f"<text:ruby><text:ruby-base>{self.words()}</text:ruby-base><text:ruby-text>no"
                 "</text:ruby-text></text:ruby>"]  # fmt: skip
        some += ["<text:bookmark text:name='x'/>", "<text:soft-page-break/>"]
        some += [f"<text:hidden-text text:is-hidden='{yes}'>{self.words()}</text:hidden-text>"
                 for yes in ("true", "false")]  # fmt: skip
        if depth < 2:
            inner = self.paragraph(depth + 2)
            some += [f"<text:note><text:note-citation>1</text:note-citation><text:note-body>{inner}"
                     "</text:note-body></text:note>"] * 2  # fmt: skip
            some += [f"<draw:frame><draw:text-box>{inner}</draw:text-box><svg:title>no</svg:title>"
                     "</draw:frame>"]  # fmt: skip
            some += [f'<text:span text:style-name="Up">{self.piece(2)}{self.piece(2)}</text:span>']
        return self.one(some)

    def paragraph(self, depth: int = 0) -> str:
        style = f'text:style-name="{self.one(PARAGRAPHS)}"'
        inner = "".join(self.piece(depth) for _ in range(self.one((0, 1, 1, 2, 3, 4))))
        if self.dice.random() < 0.2:
            level = self.one(('text:outline-level="1"', 'text:outline-level="2"', ""))
            more = self.one(("", "", 'text:restart-numbering="true" text:start-value="7"'))
            return f"<text:h {style} {level} {more}>{inner}</text:h>"
        return f"<text:p {style}>{inner}</text:p>" if inner else f"<text:p {style}/>"

    def listed(self, depth: int) -> str:
        items = ""
        for _ in range(self.one((1, 2, 3))):
            name = self.one(("list-item", "list-item", "list-item", "list-header"))
            more = self.one(("", "", "", ' text:start-value="9"'))
            inner = self.listed(depth + 1) if depth < 2 and self.dice.random() < 0.4 else ""
            own = self.paragraph(2) if self.dice.random() < 0.9 else ""
            items += f"<text:{name}{more}>{own}{inner}</text:{name}>"
        style = self.one(("", ' text:style-name="K"')) if depth else ' text:style-name="L"'
        goes_on = self.one(("", "", ' text:continue-numbering="true"'))
        return f"<text:list{style}{goes_on}>{items}</text:list>"

    def table(self, depth: int) -> str:
        rows = ""
        for _ in range(2):
            seen = self.one(("", "", "", ' table:visibility="collapse"'))
            cells = "".join(
                f"<table:table-cell>{self.part(depth + 1)}</table:table-cell>"
                if self.dice.random() < 0.9
                else "<table:covered-table-cell/><table:table-cell/>"
                for _ in range(2)
            )
            rows += f"<table:table-row{seen}>{cells}</table:table-row>"
        return f"<table:table><table:table-column/>{rows}</table:table>"

    def part(self, depth: int = 0) -> str:
        chance = self.dice.random()
        if chance < 0.15:
            return self.listed(0)
        if chance < 0.25 and depth < 2:
            return self.table(depth)
        if chance < 0.32:
            shown = self.one(("", ' text:display="none"',
                              ' text:display="condition" text:is-hidden="true"'))  # fmt: skip
            return f"<text:section{shown}>{self.paragraph(1)}</text:section>"
        if chance < 0.36:
            index = f"<text:index-body>{self.paragraph(2)}</text:index-body>"
            return f"<text:table-of-content>{index}</text:table-of-content>"
        return self.paragraph(depth)


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        draw = Draw(seed)
        body = "".join(draw.part() for _ in range(draw.one((2, 3, 5))))
        with suppress(FormatError):  # all of it may be hidden
            yield f"{seed}", flat(body, STYLES)
