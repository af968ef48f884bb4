"""How the words in a tag are written, and read."""

from __future__ import annotations

import pytest

from reviewer.formats.markdown.said_in_tags import Said, Way


@pytest.mark.parametrize(
    ("way", "written", "read", "starts"),
    [
        ("backslash", r"a \"b\" c", 'a "b" c', [0, 1, 2, 4, 5, 7, 8]),
        ("backslash", r"it\'s", "it's", [0, 1, 2, 4]),
        ("backslash", r"a\nb", r"a\nb", [0, 1, 2, 3]),
        ("backslash", r"C:\\x", r"C:\x", [0, 1, 2, 4]),
        ("backslash", "a\\", "a\\", [0, 1]),
        ("backslash", 'a"b\nc', 'a"b c', [0, 1, 2, 3, 4]),
        ("entities", "a &amp;\nb", "a & b", [0, 1, 2, 7, 8]),
        ("entities", r"a\"b", r"a\"b", [0, 1, 2, 3]),
        ("plain", r"a\"b", r"a\"b", [0, 1, 2, 3]),
    ],
)
def test_what_is_read_of_a_value(way: Way, written: str, read: str, starts: list[int]) -> None:
    tag = f'<Tab name="{written}">'
    start = tag.index('"') + 1
    found = Said(start, start + len(written), way, '"').mapping(f"It is {tag}", 6)
    assert found.text == read
    assert [one - start - 6 for one in found.starts] == starts
