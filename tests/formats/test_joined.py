"""What has no place of its own in a file is known before the file is written."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import NewBlock, Role, Span, TextEdit

SUBTITLES = "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:02,000 --> 00:00:03,000\nTwo.\n"


@pytest.mark.parametrize(
    ("name", "text", "new", "wanted"),
    [
        ("a.srt", SUBTITLES, [(0, "New."), (1, "Last.")], ["New."]),
        ("a.csv", "a,7,c\nd,e,f\n", [(0, "New."), (1, "Row.")], ["New."]),
        ("a.csv", "a,7,c\nd,e,f\n", [(0, "c")], ["c"]),
        ("a.html", "<p>One.</p><p>Two.</p>", [(0, "New."), (1, "Two.")], []),
        ("a.md", "One.\n\nTwo.\n", [(0, "- a # mark *so*"), (1, "\u00a0New\nline.")], []),
        ("a.txt", "One.\n\nTwo.\n", [(0, "New.")], []),
    ],
)
def test_what_becomes_a_part_of_the_text_beside(
    name: str, text: str, new: list[tuple[int, str]], wanted: list[str]
) -> None:
    role: Role = "table_cell" if name.endswith("csv") else "paragraph"
    document = formats.read_bytes(Path(name), text.encode())
    edits = [NewBlock(number, words, role) for number, words in new]
    assert [each.text for each in formats.joined(document, edits)] == wanted


def test_an_edit_that_says_the_same_is_no_new_block() -> None:
    document = formats.read_bytes(Path("a.srt"), SUBTITLES.encode())
    edits = [TextEdit(1, Span(0, 4), "One more."), NewBlock(0, "New.")]
    assert [each.text for each in formats.joined(document, edits)] == ["New."]
    assert formats.joined(document, edits[:1]) == []
