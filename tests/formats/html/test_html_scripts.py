"""A page whose text only its scripts have is told of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.domain import ReviewerError
from reviewer.review import Review

ENGLISH = "The old ferry at the end of the marsh sank in the night, and nobody was hurt. "
RUSSIAN = "Старый паром в конце болота затонул ночью, и никто из людей на нём не пострадал. "
CHINESE = "沼泽尽头的旧渡轮在夜里沉没了，船上的人当时都不在，所以没有人受伤。"


def page(text: str, shown: str = "", title: str = "The ferry") -> bytes:
    data = json.dumps({"body": text})
    return f"<html><body><h1>{title}</h1>{shown}<script>var data={data}</script>".encode()


def told(data: bytes) -> bool:
    return formats.not_read(formats.read_bytes(Path("page.html"), data)) is not None


@pytest.mark.parametrize("sentence", [ENGLISH, RUSSIAN, CHINESE])
def test_a_page_of_scripts_is_told_of_in_any_writing(sentence: str) -> None:
    assert told(page(sentence * 100))


def test_a_notice_in_a_script_is_none() -> None:
    assert not told(page(ENGLISH * 5))


@pytest.mark.parametrize(("times", "is_told"), [(1, True), (40, False)])
def test_what_the_page_shows_as_well_is_no_loss(times: int, is_told: bool) -> None:
    assert told(page(ENGLISH * 40, f"<p>{ENGLISH}</p>" * times)) is is_told


def test_program_code_is_no_text() -> None:
    code = "function go(a, b) { if (a && b) { return a.length + b.length; } }\n" * 400
    assert not told(f"<h1>Ferry</h1><p>{ENGLISH}</p><script>{code}</script>".encode())


def test_a_page_that_shows_nothing_at_all_says_where_its_text_stands() -> None:
    with pytest.raises(ReviewerError, match="stands in the scripts"):
        formats.read_bytes(
            Path("page.html"), page(ENGLISH * 100).replace(b"<h1>The ferry</h1>", b"")
        )


def test_it_is_said_when_the_page_is_analysed_and_when_the_review_is_opened(tmp_path: Path) -> None:
    source = formats.read_bytes(Path("page.html"), page(ENGLISH * 100, f"<p>{ENGLISH}</p>"))
    german = (
        "Die Fähre\n\nDie alte Fähre am Ende des Moors sank nachts, und niemand wurde verletzt."
    )
    analysis = analyse(source, [formats.read_bytes(Path("text.txt"), german.encode())])
    assert [str(each) for each in analysis.source.warnings if "scripts" in str(each)]
    with Review.create(tmp_path / "a.review", analysis) as review:
        assert [str(each) for each in review.warnings(1) if "scripts" in str(each)]
