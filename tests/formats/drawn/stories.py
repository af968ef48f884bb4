"""Small InDesign documents, drawn."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.errors import FormatError
from tests.formats.idml.test_idml import made, paragraph

WORDS = ("The ferry sank.", "It cost 5 crowns", "he rowed on,", "A &amp; B", "x&#228;y", "2", "10",
         "Nobody came: ", "  two  spaces ", "桥在三月关闭。", "Pier\u202812", "<?ACE 8?>km",
         "")  # fmt: skip
LOOKS = ("", "", "", "", ' Position="Superscript"', ' Position="OTSubscript"', ' FontStyle="Bold"',
         ' Self="u5" FontStyle="Bold"', ' Position="Normal"')  # fmt: skip
STYLES = ("Body", "Body", "Body", "Headline", "Title 2", "$ID/NormalParagraphStyle", "Quote")


class Draw:
    """Draws one document."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"stories {seed}")
        self.one = self.dice.choice

    def content(self) -> str:
        return self.one((*[f"<Content>{self.one(WORDS)}</Content>"] * 6, "<Content/>"))

    def source(self) -> str:
        name = self.one(("HyperlinkTextSource", "CrossReferenceSource"))
        more = self.one(("", "<Properties><Label/></Properties>"))
        return f'<{name} Self="u9">{more}{self.content()}</{name}>'

    def inside(self, depth: int) -> str:
        some = [self.content()] * 10 + ["<Br/>"] * 4 + [self.source()]
        if depth < 2:
            cells = "".join(
                f'<Cell Name="0:1">{self.cell(depth + 1)}</Cell>'
                for _ in range(self.one((1, 2, 3)))
            )
            note = f"<{self.one(('Footnote', 'Endnote'))}>{self.ranges(depth + 1)}</"
            some += [f"<Table><Row/>{cells}</Table>", f"{note}{note[1 : note.index('>')]}>"]
        some += [f"<Change ChangeType='DeletedText'>{self.content()}</Change>"]
        some += [f"<Change ChangeType='InsertedText'>{self.content()}</Change>"]
        unseen = paragraph(f"<CharacterStyleRange>{self.content()}</CharacterStyleRange>")
        some += [f"<HiddenText>{unseen}</HiddenText>", f"<Note>{unseen}</Note>"]
        return self.one(some)

    def cell(self, depth: int) -> str:
        empty = ("", paragraph("<CharacterStyleRange/>"), paragraph("<CharacterStyleRange>"
                 "<Content/></CharacterStyleRange>"), paragraph("<CharacterStyleRange>"
                 "</CharacterStyleRange>"))  # fmt: skip
        return self.one((*empty, *[self.ranges(depth)] * 4))

    def run(self, depth: int) -> str:
        look = self.one(LOOKS)
        if self.dice.random() < 0.05:
            return f"<CharacterStyleRange{look}/>"
        own = self.one(("", "", "", "<Properties><AppliedFont>A</AppliedFont></Properties>"))
        inner = "".join(self.inside(depth) for _ in range(self.one((1, 2, 3))))
        return f"<CharacterStyleRange{look}>{own}{inner}</CharacterStyleRange>"

    def ranges(self, depth: int = 0) -> str:
        made = ""
        for _ in range(self.one((1, 1, 2) if depth else (1, 2, 3))):
            runs = [self.run(depth) for _ in range(self.one((1, 1, 2)))]
            if self.dice.random() < 0.1:
                runs.append(f"\n  {self.source()}\n")
            if self.dice.random() < 0.6:
                runs.append("<CharacterStyleRange><Br/></CharacterStyleRange>")
            made += paragraph("".join(runs), self.one(STYLES))
        return made


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        draw = Draw(seed)
        data = made(*(draw.ranges() for _ in range(draw.one((1, 2)))))
        try:
            yield f"{seed}", formats.read_bytes(Path("made.idml"), data)
        except FormatError:
            continue
