"""Small PDFs, drawn: paragraphs, headings and columns, with what every page repeats."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.errors import FormatError
from tests.formats.test_read_only import pdf

WORDS = (
    "the bridge", "was closed", "in March,", "since two", "of its piers", "had cracks.", "Nobody",
    "knew of it", "for years.", "It cost 12", "million", "well-known", "re-", "opened", "inter-",
    "nationally", "Vor- und", "Nachteile", "river", "rivers", "after", "A ferry", "goes", "again.",
)  # fmt: skip
HEADS = ("Tarn Daily", "Page 3", "- 4 -", "5 May 2024")


class Draw:
    """Draws one document."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"printed {seed}")
        self.one = self.dice.choice

    def line(self, x: float, y: float, text: str, size: float) -> str:
        shown = f"/F1 {size} Tf ({text}) Tj"
        if self.dice.random() < 0.15:
            rise, small = self.one((size / 2, size / 6, -size / 4)), self.one((0.6, 0.88, 0.92))
            sign = self.one(("6", "-3", "th", "12"))
            shown += f" /F1 {size * small:.2f} Tf {rise:.2f} Ts ({sign}) Tj 0 Ts"
            shown += f" /F1 {size} Tf ({self.one(('', ' m', '. And'))}) Tj"
        scaled = f"1 0 0 1 {x} {y:.1f} Tm"
        if self.dice.random() < 0.05:
            shown = shown.replace(f"/F1 {size} Tf", "/F1 1 Tf")
            scaled = f"{size} 0 0 {size} {x} {y:.1f} Tm"
        return f"BT {scaled} {shown} ET"

    def text(self, count: int) -> str:
        return " ".join(self.one(WORDS) for _ in range(count))

    def column(self, x: float, top: float, width: int) -> list[str]:
        made, y, size = [], top, self.one((10, 10, 12))
        for _ in range(self.one((1, 2, 3))):
            if self.dice.random() < 0.3:
                made.append(self.line(x, y, self.text(2).title(), size * self.one((1.1, 1.2, 1.6))))
                y -= size * self.one((1.3, 2.0))
            count = self.one((1, 2, 4))
            for number in range(count):
                short = number == count - 1 and self.dice.random() < 0.7
                made.append(self.line(x, y, self.text(2 if short else width), size))
                y -= size * self.one((1.2, 1.2, 1.2, 1.25))
            y -= size * self.one((0.0, 0.2, 0.5, 0.6, 1.5))
        return made

    def page(self, number: int, head: str, foot: str) -> str:
        size = self.one((8, 10))
        made = [self.line(50, 780, head, size)] if head else []
        if self.dice.random() < 0.25:
            made += self.column(50, 720, 3) + self.column(320, 720, 3)
        else:
            made += self.column(self.one((50, 70)), self.one((720, 740)), self.one((4, 6, 7)))
        if foot:
            made.append(self.line(280, 30, foot.replace("3", str(number)), size))
        return " ".join(made)

    def pages(self) -> list[str]:
        head, foot = self.one(("", *HEADS)), self.one(("", *HEADS))
        return [self.page(n, head, foot) for n in range(1, 1 + self.one((1, 1, 2, 3, 4)))]


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        try:
            document = formats.read_bytes(Path("made.pdf"), pdf(*Draw(seed).pages()))
            yield f"{seed}", document
        except FormatError:
            continue
