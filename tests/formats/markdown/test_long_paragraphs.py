"""A paragraph that is too long is refused before its marks are read; what is not shown is not
counted."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.formats.errors import LongParagraphError
from reviewer.formats.markdown import document, long_paragraphs

LIMIT = 1_000


@pytest.fixture(autouse=True)
def limit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(long_paragraphs, "LONGEST_BLOCK", LIMIT)


def read(text: str) -> str:
    return formats.read_bytes(Path("a.md"), text.encode()).blocks[-1].text


@pytest.mark.parametrize(
    "hidden",
    [
        "![a](data:image/png;base64,{})",
        "[a](https://example.org/{})",
        '<span title="{}">a</span>',
    ],
)
def test_what_is_not_shown_is_not_counted(hidden: str) -> None:
    assert "a" in read(f"Text {hidden.format('x' * 5 * LIMIT)} more.")
    assert read("&auml;" * LIMIT) == "ä" * LIMIT


@pytest.mark.parametrize("text", ["> {}", "* {}", "one\n{}", "# {}", "| a |\n|---|\n| {} |"])
def test_the_paragraph_counts_wherever_it_stands(text: str) -> None:
    assert read(text.format("w" * (LIMIT - 10)))
    with pytest.raises(LongParagraphError):
        read(text.format("w" * (LIMIT + 1)))


def test_letters_count_in_one_paragraph_alone() -> None:
    assert read(f"{'w' * LIMIT}\n\n{'v' * LIMIT}") == "v" * LIMIT
    assert read(f"```\n{'w' * 2 * LIMIT}\n```\n\nend") == "end"


@pytest.mark.parametrize(("marks", "refused"), [(4 * LIMIT, False), (4 * LIMIT + 1, True)])
def test_no_paragraph_is_marks_alone(marks: int, refused: bool) -> None:
    if refused:
        with pytest.raises(LongParagraphError):
            read("[" * marks)
    else:
        assert read("[" * marks)


def test_the_marks_of_a_long_paragraph_are_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    parser = document._parser()
    read_marks: list[str] = []
    monkeypatch.setattr(parser.inline, "parse", lambda text, *_: read_marks.append(text))
    monkeypatch.setattr(document, "_parser", lambda **_: parser)
    with pytest.raises(LongParagraphError):
        read("*w* " * LIMIT * 2)
    assert read_marks == []
