"""Small texts in Markdown and MDX, drawn from all that the reader knows."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer import formats
from reviewer.domain import Document

INLINE = (
    "The ferry sank.", "It cost 5 crowns", "and *on* he rowed,", "a **bold** word", "__Bold__",
    "`code` here", "[a link](http://x.y)", "[ref][r]", "![A pier](p.png)", "![p.png](p.png)",
    "a note[^1]", "<b>html</b>", "&amp; &copy;", "\\* no star", "5 \\| 6", "x^2^ H~2~O",
    "$5 and $6",
    "~~gone~~", "<https://x.y>", "hard  \nbreak", "soft\nbreak", "==marked==", "桥在三月关闭。",
    "1. one",
    "snake_case_word", "**Nobody** *came*.", "[link *deep*](x 'title')", "<!-- no -->", "a<br>b",
)  # fmt: skip
FRONT = (
    "", "", "", "", '---\ntitle: "The bridge: a story"\ntags: [a, b]\n---\n\n',
    "---\ntitle: The bridge\ndescription: >\n  Long one\n  goes on.\ndraft: true\n---\n",
    "+++\ntitle = 'A \"b\"'\ndate = 2024-05-05\n+++\n", '{"title": "The bridge",\n "n": 2}\n\n',
    "---\ntitle: 'It''s one'\nsummary: |-\n  Line one.\n  Line two.\n---\n",
)  # fmt: skip


class Draw:
    """Draws one text."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"markdown {seed}")
        self.one = self.dice.choice

    def text(self, most: int = 3) -> str:
        return " ".join(self.one(INLINE) for _ in range(self.dice.randrange(1, most + 1)))

    def line(self) -> str:
        return self.text().replace("  \n", " ").replace("\n", " ")

    def block(self, depth: int = 0) -> str:
        some = [self.text(4)] * 8
        some += [
            f"{self.one(('#', '##', '###'))} {self.line()}{self.one(('', ' ##', ' {#top}'))}"
        ] * 2
        some += [f"{self.line()}\n{self.one(('===', '---'))}", "***", f"{self.line()}\n{{: .lead}}"]
        some += [
            f"- {self.line()}\n- [ ] {self.line()}\n  - {self.line()}",
            f"3. {self.line()}\n4. {self.line()}\n\n   {self.line()}",
            f"* {self.line()}\n\n* {self.line()}",
            f"1) {self.line()}\n2) {self.line()}",
        ]
        some += [
            f"| A | {self.line().replace('|', '')} |\n|---|:-:|\n| one | two \\| three |\n"
            f"| {self.line().replace('|', '')} |"
        ]
        some += [
            f"> {self.line()}\n> {self.line()}",
            f"> [!NOTE]\n> {self.line()}",
            f"> **Q:**\n>\n> > {self.line()}",
        ]
        some += ["```js\nlet x = 1\n\ny()\n```", "    indented code\n    more", "~~~\ncode\n~~~"]
        some += [f"<div class='x'>\n\n{self.line()}\n\n</div>", f"<p>{self.line()}</p>"]
        some += ["$$\nx = y\n$$", f"{self.line()}\n$$\nz\n$$", f"[^1]: {self.line()}"]
        some += [
            f"Term\n: {self.line()}",
            f"::: warning {self.line()}\n{self.line()}\n:::",
            f'!!! note "{self.line().replace(chr(34), "")}"\n    {self.line()}',
            "[r]: http://x.y 'T'",
        ]
        return self.one(some)

    def mdx(self) -> str:
        some = [self.text(3)] * 5 + [self.block()] * 4
        some += ["import A from './a';", "export const b = {\n  c: 1,\n}", "<Panel open />"]
        some += [f"<Note>\n  {self.line()}\n</Note>", f"<Tab name='a>b'>{self.line()}</Tab>"]
        some += ["{/* no */}", "{rows.map(r => <li>{r}</li>)}", "A {price} and {' '}<B>two</B>."]
        some += [
            f"<A>\n  <B>\n\n    {self.line()}\n\n    - one\n  </B>\n</A>",
            f"<>\n{self.line()}\n</>",
        ]
        return self.one(some)


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        draw = Draw(seed)
        name = "made.mdx" if seed % 5 == 0 else "made.md"
        block = draw.mdx if seed % 5 == 0 else draw.block
        text = draw.one(FRONT) + "\n\n".join(block() for _ in range(draw.one((2, 3, 5, 6))))
        text += draw.one(("", "\n", "\n\n"))
        if seed % 11 == 3:
            text = text.replace("\n", "\r\n")
        yield f"{seed}", formats.read_bytes(Path(name), text.encode())
