"""Tags, attributes and declarations mean the same in capitals."""

from __future__ import annotations

import re

import pytest

from reviewer.formats.errors import FormatError
from tests.formats.drawn.pages import Draw
from tests.formats.html.pages import page


def in_capitals(source: str) -> str:
    """The names of tags and attributes, styles and declarations; classes, ids and the kinds of
    numbers mean something else in capitals."""
    source = re.sub(r"</?[a-z][\w-]*", lambda found: found[0].upper(), source)
    source = re.sub(r"(?<=\s)[a-z-]+(?==|>|\s)(?=[^<]*>)", lambda found: found[0].upper(), source)
    return re.sub(r"(?<=STYLE=')[^']*|\{[^{}]*\}", lambda found: found[0].upper(), source)


def read(source: str) -> list[tuple[object, ...]] | str:
    try:
        blocks = page(source).blocks
    except FormatError as error:
        return type(error).__name__
    return [(b.text, b.role, b.level, b.mark, b.chrome, b.reason) for b in blocks]


@pytest.mark.parametrize("part", range(4))
def test_a_drawn_page_is_read_as_in_small_letters(part: int) -> None:
    for seed in range(part, 100, 4):
        source = Draw(1_000 + seed).page()
        assert read(in_capitals(source)) == read(source), source


@pytest.mark.parametrize(
    "style", ["list-style: none", "list-style-type: none", "mso-list: Ignore", "font: 0/0 a"]
)
@pytest.mark.parametrize("tag", ["ol", "ol start=3", "ul", "ol reversed", "ol type=i"])
def test_a_list_is_numbered_as_in_small_letters(style: str, tag: str) -> None:
    source = f"<p>Two:</p><{tag} style='{style}'><li>One.</li><li>Two.</li></ol>"
    assert read(in_capitals(source)) == read(source)
