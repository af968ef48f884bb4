"""Small tables (workbooks and delimited text), drawn."""

from __future__ import annotations

import csv
import io
import random
from collections.abc import Iterable, Iterator
from pathlib import Path

from reviewer import formats
from reviewer.domain import Document
from reviewer.formats.errors import FormatError
from tests.formats.tables.test_tables import workbook
from tests.formats.test_held_writing import both

SIDES = (
    ("Source", "Target"), ("en", "de"), ("English (United States)", "German"), ("Quelle", "Ziel"),
    ("en-GB", "de-DE", "fr"), ("ID text", "EN", "DE"), ("Source text (en)", "Target text (de)"), (),
)  # fmt: skip
OTHERS = (
    "ID",
    "Comment",
    "Status",
    "Locked",
    "Key",
    "Notes",
    "",
    "Length",
    "Translatable",
    "Author",
)
VALUES = {
    "ID": ("1", "2", "a.b"), "Comment": ("seen", "", "A long comment on it."),
    "Key": ("menu.open",),
    "Status": ("done", "new", ""), "Locked": ("yes", "no", "", "x"), "Notes": ("", "by Ann"),
    "": ("",), "Length": ("12", "7"), "Translatable": ("yes", "no"), "Author": ("Ann", "Bo"),
}  # fmt: skip
ENGLISH = (
    "The bridge is open.", "It rained all night.", "Say “no”, please; now.", "He rowed on\nand on.",
    "5", "", "Nobody was hurt. It cost 5 crowns.", "=1+1", "  spaces  ", "A\tB", "One\n\nTwo.",
)  # fmt: skip
GERMAN = (
    "Die Brücke ist offen.", "Es regnete die ganze Nacht.", "Sag „nein“, bitte; jetzt.", "", "",
    "5",
    "Er ruderte\nweiter.", "Niemand wurde verletzt. Es kostete 5 Kronen.", "+1", "Eins.\nZwei.",
)  # fmt: skip

NAMED = ("source", "translation", "another")


class Draw:
    """Draws one table."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"table {seed}")
        self.one = self.dice.choice

    def rows(self) -> list[list[str]]:
        sides = list(self.one(SIDES))
        others = [self.one(OTHERS) for _ in range(self.one((0, 1, 2)))]
        if sides[:1] == ["ID text"]:
            sides = sides[1:]
        names = sides or ["", ""]
        at = self.dice.randrange(len(others) + 1)
        head = [*others[:at], *names, *others[at:]]
        rows = []
        for _ in range(self.one((1, 3, 5))):
            texts = [self.one(ENGLISH if n == 0 else GERMAN) for n in range(len(names))]
            own = [self.one(VALUES[name]) for name in others]
            rows.append([*own[:at], *texts, *own[at:]])
        if self.dice.random() < 0.2:
            rows.insert(1, [""] * len(head))
        if self.dice.random() < 0.2:
            rows = [row[: self.dice.randrange(1, len(row) + 1)] for row in rows]
        return [head, *rows] if sides else rows


def delimited(rows: list[list[str]], dice: random.Random) -> bytes:
    made = io.StringIO()
    mark = dice.choice((",", ";", "\t"))
    writer = csv.writer(made, delimiter=mark, lineterminator=dice.choice(("\n", "\r\n")),
                        quoting=dice.choice((csv.QUOTE_MINIMAL, csv.QUOTE_ALL)))  # fmt: skip
    writer.writerows(rows)
    return made.getvalue().encode(dice.choice(("utf-8", "utf-8", "utf-8-sig", "utf-16")))


def documents(seeds: Iterable[int]) -> Iterator[tuple[str, Document]]:
    for seed in seeds:
        draw = Draw(seed)
        rows = draw.rows()
        if seed % 3 == 0:
            name, data = "made.xlsx", workbook(rows)
        else:
            name, data = "made.csv", delimited(rows, draw.dice)
        try:
            found = both(Path(name), data)
        except FormatError:
            found = []
        yield from ((f"{seed} {name} {side}", one) for side, one in zip(NAMED, found, strict=False))
        if seed % 4 == 0:
            yield f"{seed} {name} alone", formats.read_bytes(Path(name), data)
