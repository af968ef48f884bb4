"""A stored document is written into its bytes also where an earlier version read them otherwise."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block, Document, Span, TextEdit
from reviewer.formats.errors import StaleDocumentError, UnknownFormatError

TEXT = b"One.\n\nTwo.\n\nTwo.\n\nThree.\n"


def stored(**changes: object) -> Document:
    document = formats.read_bytes(Path("a.txt"), TEXT)
    blocks = tuple(replace(block, place=f"old {n}") for n, block in enumerate(document.blocks))
    return replace(document, blocks=blocks, **changes)  # type: ignore[arg-type]


def written(document: Document) -> bytes:
    return formats.edited_bytes(document, [TextEdit(2, Span(0, 3), "Two and a half")])


def test_other_places_are_found_by_what_stands_there() -> None:
    assert written(stored()) == TEXT.replace(b"Two.\n\nThree", b"Two and a half.\n\nThree")


def test_a_format_that_was_called_otherwise_is_that_of_the_file_s_name() -> None:
    assert written(stored(format="txt")) == written(stored())


def test_of_a_kind_that_no_version_knows_the_text_can_be_made_anew() -> None:
    with pytest.raises(UnknownFormatError, match="Export it as docx"):
        written(stored(format="old", path="a.old"))


@pytest.mark.parametrize(
    "blocks",
    [
        (Block("One."), Block("Two."), Block("Two"), Block("Three.")),
        (Block("One."), Block("Two."), Block("Three.")),
        (Block("One."), Block("Two."), Block("Two."), Block("Two."), Block("Three.")),
        (Block("One."), Block("Two."), Block("Two."), Block("Three."), Block("")),
    ],
    ids=["another text", "once too few", "once too many", "nothing"],
)
def test_what_is_not_found_for_certain_is_not_written(blocks: tuple[Block, ...]) -> None:
    with pytest.raises(StaleDocumentError, match="or export it as docx"):
        written(replace(stored(), blocks=blocks))
