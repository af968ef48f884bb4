"""What is read of drawn documents of a format, and what edits, new blocks, sentences left out and
tracked changes write into them.

The tables `held_*.txt` beside this file have it document by document, so that no condition of the
reading or writing changes by a slip. After a change on purpose:
HELD=write pytest tests/formats -k held_drawn
"""

from __future__ import annotations

import os
import random
import re
from collections.abc import Callable, Iterator, Sequence
from difflib import SequenceMatcher
from pathlib import Path

from reviewer import formats
from reviewer.domain import Block, Document, Edit, LeftOut, NewBlock, ReviewerError, Span, TextEdit
from reviewer.formats.shared.tracked import Remark, Tracking
from reviewer.formats.writing import can_track, hanging, tracked_bytes
from tests.formats.test_held_writing import parts

PARTS = 5
ROLES = ("paragraph", "heading", "list_item", "caption", "title", "table_cell")
AT = "2026-11-29T10:00:00+00:00"


def told_block(block: Block) -> str:
    facts = [block.role[:4] + (str(block.level) if block.level else ""), block.mark, block.note]
    facts += [block.reason, "chrome" * block.chrome, block.unit, *block.codes]
    facts += [re.sub(r"^.*[:/]", "", block.place)]
    return f"{' '.join(one for one in facts if one)} {block.text!r}"


_PIECES = re.compile(r"<[^>]*>|[^<\n]+|\n")


def changed(before: bytes, after: bytes) -> str:
    """What was changed, part by part: what stood at each place, and what stands there now."""
    old, told = parts(before), []
    for name, text in parts(after).items():
        was, new = _PIECES.findall(old.get(name, "")), _PIECES.findall(text)
        matcher = SequenceMatcher(None, was, new, autojunk=False)
        for kind, start, end, first, last in matcher.get_opcodes() if was != new else ():
            if kind != "equal":
                at = sum(map(len, was[:start]))
                told.append(
                    f"{name}@{at} {''.join(was[start:end])!r} → {''.join(new[first:last])!r}"
                )
    return "; ".join(re.sub(r"\d{4}-\d\d-\d\dT[\d:.]+Z?", "NOW", one) for one in told)


def edits(document: Document, dice: random.Random) -> Iterator[Sequence[Edit]]:
    """A change inside a block, one at its end, one that empties it, and two new blocks."""
    blocks = document.blocks
    filled = [n for n, block in enumerate(blocks) if block.text] or [0]
    index = dice.choice(filled)
    text = blocks[index].text
    start = dice.randrange(len(text) + 1)
    end = min(len(text), start + dice.randrange(8))
    yield [TextEdit(index, Span(start, end), dice.choice(("", "new", " ", "a\tb", "é < &", "2 ²")))]
    index = dice.choice(filled)
    size = len(blocks[index].text)
    yield [
        dice.choice(
            (TextEdit(index, Span(size, size), " End."), TextEdit(index, Span(0, size), ""))
        )
    ]
    index = dice.choice(filled)
    whole = Span(0, dice.choice((len(blocks[index].text), len(blocks[index].text) // 2)))
    yield [LeftOut(index, whole), TextEdit(index, whole, "")]
    for _ in range(2):
        role = dice.choice((*ROLES, blocks[index].role))
        level = dice.randrange(4)
        index, note = dice.randrange(len(blocks)), dice.choice(blocks).note
        like = Block("New.", role, level=level, note=note) if dice.random() < 0.5 else None
        yield [NewBlock(index, "New & so.", role, level, dice.random() < 0.5, like)]


def tracked(document: Document, dice: random.Random) -> bytes:
    """The document with some changes and remarks, tracked."""
    made: list[Edit] = []
    remarks = []
    for index, block in enumerate(document.blocks):
        size = len(block.text)
        start, choice = dice.randrange(size + 1), dice.random()
        if choice < 0.3:
            end = min(size, start + dice.randrange(9))
            made.append(TextEdit(index, Span(start, end), dice.choice(("", "new", "one two "))))
        elif choice < 0.4:
            made += [LeftOut(index, Span(0, size)), TextEdit(index, Span(0, size), "")]
        elif choice < 0.55:
            made.append(NewBlock(index, "New.", dice.choice(ROLES), 1, dice.random() < 0.5))
        if dice.random() < 0.25:
            remarks.append(Remark(index, Span(0, min(start, 3)), "Look", "Bo", AT))
    return tracked_bytes(document, made, Tracking("Ann", AT, {}, tuple(remarks)))


def short(told: str) -> str:
    for written in (
        r' xmlns:\w+="[^"]*"',
        r' xml:space="preserve"',
        r' w:author="Ann" w:date="NOW"',
    ):
        told = re.sub(written, "", told)
    return told.replace("\n", "⏎")


def lines(name: str, document: Document) -> Iterator[str]:
    yield from (f"{name} {n} | {told_block(one)}" for n, one in enumerate(document.blocks))
    if name.endswith(" source") or document.format == "pdf":
        return
    dice = random.Random(name)
    for made in edits(document, dice):
        what = " ".join(f"{type(one).__name__} {one.block}" for one in made)
        try:
            told = changed(document.original, formats.edited_bytes(document, made))
        except ReviewerError as error:
            told = f"refused: {error}"
        yield f"{name} {what} | {told}"
    halves = [LeftOut(n, Span(0, len(one.text) // 2)) for n, one in enumerate(document.blocks)]
    hangs = [
        (n, [f"{one.kind} {one.start}-{one.end}" for one in found])
        for n, found in enumerate(hanging(document, halves))
        if found
    ]
    if hangs:
        yield f"{name} hangs | {hangs}"
    if can_track(document):
        try:
            yield f"{name} tracked | {changed(document.original, tracked(document, dice))}"
        except ReviewerError as error:
            yield f"{name} tracked | refused: {error}"


Documents = Callable[[range], Iterator[tuple[str, Document]]]


def told(documents: Documents, count: int, part: range) -> Iterator[str]:
    for n in part:
        for name, document in documents(range(n, count, PARTS)):
            yield from (short(line) for line in lines(name, document))


def check(kind: str, documents: Documents, count: int, part: int) -> None:
    """The lines of one document in five are those of the table; the first part writes that of
    all, where it is to be written anew."""
    table = Path(__file__).with_name(f"held_{kind}.txt")
    if os.environ.get("HELD") == "write":
        written = sorted(told(documents, count, range(PARTS if part == 0 else 0)), key=seed_of)
        if written:
            table.write_text("".join(f"{line}\n" for line in written), "utf-8")
        return
    held = table.read_text("utf-8").splitlines()
    found = sorted(told(documents, count, range(part, part + 1)), key=seed_of)
    assert found == [line for line in held if seed_of(line) % PARTS == part]


def seed_of(line: str) -> int:
    return int(line.split(" ")[0])
