"""What is written for a block that a document lacks: in each kind of place, of each role.

`held_new_blocks.txt` has for each document, place and role what is new in the file. After a change
on purpose: HELD=write pytest tests/formats/new_blocks/test_held_new_blocks.py
"""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import Iterator
from itertools import takewhile
from pathlib import Path

from reviewer import formats
from reviewer.domain import NewBlock, ReviewerError, Role
from tests.formats.new_blocks.written import WORDS

TABLE = Path(__file__).with_name("held_new_blocks.txt")
FILES = Path(__file__).parents[1] / "files"
ROLES: tuple[tuple[Role, int], ...] = (
    ("paragraph", 0), ("heading", 1), ("heading", 3), ("list_item", 0), ("list_item", 1),
    ("caption", 0), ("title", 0),
)  # fmt: skip
SOURCES = {
    "a.md": (
        "# Head\n\nOne.\n\n> Two.\n>\n> > Three.\n\n- Four.\n  - Five.\n\n1. Six.\n\n"
        "## Last\n\nEnd.\n"
    ),
    "b.md": "Head\n====\n\nOne.\nTwo.\n\n* Three.\n* Four.\n\n> Five.\n> Six.",
    "a.txt": "Head\n\nOne.\n\n- Two.\n- Three.\n\nFour.\n",
    "a.html": (
        "<title>T</title><h1>Head</h1><p class='a'>One.</p><blockquote><p class='q'>Two.</p>"
        "</blockquote><ul><li>Three.<ul><li>Four.</li></ul></li></ul><h3>Five</h3>"
        "<figure><img><figcaption>Six.</figcaption></figure><div><p class='a'>Seven.</div>"
    ),
}
ZIPPED = ("bridge.docx", "bridge.odt", "bridge.epub")


def documents() -> Iterator[tuple[str, bytes]]:
    for name, source in SOURCES.items():
        yield name, source.encode()
    for name in ZIPPED:
        yield name, (FILES / name).read_bytes()


def parts(name: str, data: bytes) -> dict[str, str]:
    if name not in ZIPPED:
        return {"": data.decode()}
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {one: archive.read(one).decode("utf-8", "replace") for one in archive.namelist()}


def new_in(before: str, after: str) -> str:
    """What stands in the one and not in the other, between `|` with its surroundings."""
    pairs = zip(before, after, strict=False)
    start = sum(1 for _ in takewhile(lambda both: both[0] == both[1], pairs))
    rest = min(len(before), len(after)) - start
    end = 0
    while end < rest and before[-1 - end] == after[-1 - end]:
        end += 1
    gone = before[start : len(before) - end]
    written = after[start : len(after) - end]
    around = after[max(0, start - 12) : start], after[len(after) - end :][:12]
    return f"{around[0]}|{written}|{around[1]}" + (f" for {gone}" if gone else "")


def told() -> list[str]:
    found = []
    for name, data in documents():
        document = formats.read_bytes(Path(name), data)
        old = parts(name, data)
        step = max(1, len(document.blocks) // 6)
        for number in range(0, len(document.blocks), step):
            for at, (role, level) in enumerate(ROLES):
                new = NewBlock(number, WORDS, role, level, behind=bool((at + number) % 2))
                try:
                    made = parts(name, formats.edited_bytes(document, [new]))
                except ReviewerError as error:
                    said = str(error)
                else:
                    changed = [one for one in made if made[one] != old.get(one)]
                    said = " + ".join(new_in(old.get(one, ""), made[one]) for one in changed)
                where = f"{name} {'behind' if new.behind else 'before'} {number}"
                found.append(f"{where} {role} {level}: {said!r}")
    return found


def test_what_is_written_for_each() -> None:
    lines = told()
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert lines == TABLE.read_text("utf-8").splitlines()
