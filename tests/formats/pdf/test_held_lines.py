"""Which lines of a page are one paragraph, and how its words, digits and directions are read, at
and beside every limit.

`held_lines.txt` has each small question with its answer. After a change on purpose:
HELD=write pytest tests/formats/pdf/test_held_lines.py
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterator
from pathlib import Path

from reviewer.formats.errors import FormatError
from reviewer.formats.pdf.divided_words import MARK, DividedWords
from reviewer.formats.pdf.raised_digits import Box, as_seen, joined
from reviewer.formats.pdf.visual_order import Glyph, in_reading_order, runs_right_to_left
from tests.formats.test_read_only import pdf, read

TABLE = Path(__file__).with_name("held_lines.txt")

HEADS = (
    "inter-", "re-", "E-", "Vor-", "well-", "a/b-", "x-ray-", "http://a-", "co-", "Ferry\u00ad",
    "Ferry\u2010", f"ferry{MARK}", "12-", "ferry\x02", "ferr-", "ferry",
)  # fmt: skip
TAILS = (
    "nationally", "opened.", "und Nachteile", "and more", "North", "://x", "known", "y", "12",
    "", "mail", "-sen", "man -weise", "boat", "ies,",
)  # fmt: skip
KNOWN = (
    "internationally well-known re-open reopened e-mail", "The well of the ferry.", "ferryboat",
    "ferry-boat ferries", "ferry-man ferry-house", "known wellknown",
)  # fmt: skip


def told_words() -> Iterator[str]:
    for count, ends in ((60, 1), (60, 2), (100, 2), (100, 3), (100, 4), (10, 0)):
        lines = [*("a line" for _ in range(count - ends)), *("a li-" for _ in range(ends))]
        yield f"divides {count} {ends} | {DividedWords.of(lines).divides}"
    for known in KNOWN:
        for plain in (0, 3):
            words = DividedWords.of([known, *["inter-"] * (3 - plain), *["a line"] * 40])
            for head in HEADS:
                found = (words.joined(f"A {head}", tail) for tail in TAILS)
                yield f"joined {known!r} {words.divides} {head!r} | {' | '.join(found)}"
            for line in (
                f"a ferry{MARK}boat",
                f"ferry{MARK}",
                f"a{MARK}b{MARK}c x",
                f"{MARK}x 1{MARK}2",
            ):
                yield f"mended {known!r} {line!r} | {words.mended(line)!r}"


def box(left: float, bottom: float, height: float, width: float = 5.0) -> Box:
    return left, bottom, left + width, bottom + height


def told_raised() -> Iterator[str]:
    for bottom in (-1.1, -1.0, -0.9, 0.0, 1.4, 1.5, 1.6, 4.0):
        for height in (6.0, 8.9, 9.0, 9.1):
            for size in (0.0, 10.0):
                for text in ("106", "10x", "10-", "ab6", "1 6"):
                    boxes = [box(0, 0, 10), box(5, 0, 10), box(10, bottom, height)]
                    sizes = (10, 10, height)
                    seen = as_seen(text, boxes, sizes.__getitem__, size)
                    smaller = as_seen(text, boxes, (10, 10, 9.5).__getitem__, size)
                    yield f"seen {text} {bottom} {height} {size} | {seen} {smaller}"
    for gap in (-1.1, -1.0, 0.0, 0.9, 1.0, 1.1, 9.9, 10.0, 10.1):
        for bottom in (-10.0, -1.1, 0.0, 1.4, 1.6, 9.9, 10.0):
            for height in (6.0, 9.0):
                boxes_of = box(0, 0, 10, 50), box(50 + gap, bottom, height)
                pairs = (("x", "2"), ("x²", "y"), ("x₂", "3"), ("x", "2 b"), ("x", "th"))
                found = (joined(one, other, boxes_of) for one, other in pairs)
                yield f"beside {gap} {bottom} {height} | {' '.join(map(repr, found))}"


LETTERS = (
    "א", "ב", "ع", "م", "a", "W", "1", "٢", "۳", ".", ",", ":", "-", "–", "%", "$", "(", ")",
    "[", "»", " ", " ", "\u064b", "/", "\"", "?",
)  # fmt: skip


def told_directions() -> Iterator[str]:
    dice = random.Random("directions")
    for number in range(160):
        some = dice.choice((LETTERS, LETTERS[:2] + LETTERS[4:], LETTERS[2:]))
        glyphs, left = [], 0.0
        for _ in range(dice.choice((3, 6, 9, 12))):
            text = dice.choice(some)
            wide = 0.0 if text == " " and dice.random() < 0.2 else dice.choice((5.0, 5.0, 5.0, 3.0))
            over = dice.choice((0.0,) * 6 + (1.9, 2.0, 2.1, 4.0, -1.0, -5.0))
            glyphs.append(Glyph(text, left + over, left + over + wide))
            left += over + wide
        line = "".join(one.text for one in glyphs)
        dice.shuffle(glyphs)
        kinds = runs_right_to_left(line), runs_right_to_left(line, page=True)
        yield f"order {number} {line!r} | {in_reading_order(glyphs)!r} {kinds}"


WORDS = (
    "the bridge was closed in March", "since two of its piers had cracks.",
    "Nobody knew of it,", "and it rained all night long", "Then they opened it again.",
    "A ferry", "ferry-", "boat.", "12", "goes between the two towns every hour", "The",
    "It cost 5 crowns",
)  # fmt: skip


class Draw:
    """Pages of which each line stands near a limit: how far, how large, how long."""

    def __init__(self, seed: int) -> None:
        self.dice = random.Random(f"lines {seed}")
        self.one = self.dice.choice

    def page(self, number: int, head: str) -> str:
        one, y = self.one, 740.0
        made: list[tuple[float, float, str, float]] = []
        size = one((1, 1.9, 2.1, 10, 10, 10))
        if head:
            made.append((50, 770, head.replace("3", str(number)), 10))
        for _ in range(one((1, 2, 4, 7))):
            own = size * one((1, 1, 1, 1, 1.14, 1.16, 1.5))
            left = one((50, 50, 50, 52, 300))
            made.append((left, y, one(WORDS), own))
            if self.dice.random() < 0.1:
                made.append((left + one((180, 260)), y + one((0, 2.9, 3.1)), "beside it", own))
            y -= 12 * one((1, 1, 1, 1.43, 1.46, 1.6, 2, -1))
        if self.dice.random() < 0.4:
            made.append(
                (280, 30, one((str(number), f"- {number} -", "Tarn", f"Page {number}")), 10)
            )
        shown = (
            f"BT {s / 10 if s < 3 else 1} 0 0 1 {x} {y:.1f} Tm /F1 {s if s > 3 else 10} Tf"
            f" ({text}) Tj ET"
            for x, y, text, s in made
        )
        return " ".join(shown)

    def pages(self) -> list[str]:
        head = self.one(
            ("", "", "Tarn 3", "Tarn Daily", "the bridge was closed in March, all of it and on")
        )
        many = self.one((1, 2, 3, 4))
        some = self.one((0, 1, 2, 3, 4))
        return [self.page(n, head if n <= some else "") for n in range(1, many + 1)]


def told_pages() -> Iterator[str]:
    for seed in range(140):
        try:
            document = read(pdf(*Draw(seed).pages()))
        except FormatError as error:
            yield f"page {seed} | {type(error).__name__}"
            continue
        for block in document.blocks:
            kind = f"{block.role[:4]}{block.level}{'!' * block.chrome}"
            yield f"page {seed} | {kind} {block.place} {block.text!r}"


def test_they_are_read_as_before() -> None:
    answers = (*told_words(), *told_raised(), *told_directions(), *told_pages())
    found = [line.encode("utf-8", "backslashreplace").decode() for line in answers]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").splitlines()
