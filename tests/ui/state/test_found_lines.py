"""Where words stand, searched for in turns."""

from __future__ import annotations

from collections.abc import Sequence
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.review import RowBrief, RowIndex
from reviewer.ui.state.found_lines import FoundLines
from reviewer.ui.state.search import found
from reviewer.ui.state.shown_rows import ShownRows

NO_TIME = -1.0
TEXTS = st.lists(st.text("abİß ", max_size=4), min_size=1, max_size=120)


def searching(texts: Sequence[str]) -> FoundLines:
    shown = ShownRows()
    keys = [str(number) for number in range(len(texts))]
    source = SimpleNamespace(readable=lambda key: [texts[int(key)]])
    shown.show(RowIndex(keys, [RowBrief()] * len(keys)), source)
    return FoundLines(shown)


def expected(texts: Sequence[str], words: str, line: int, step: int) -> int:
    lines = [number for number, text in enumerate(texts) if found(text, words)]
    if step < 0:
        return next((n for n in reversed(lines) if n < line), lines[-1] if lines else -1)
    return next((n for n in lines if n >= line + step), lines[0] if lines else -1)


@given(
    TEXTS,
    st.text("abiİß ", min_size=1, max_size=2),
    st.integers(0, 119),
    st.sampled_from([-1, 0, 1]),
)
def test_the_place_is_the_right_one_as_soon_as_it_is_known(
    texts: list[str], words: str, line: int, step: int
) -> None:
    searched, line = searching(texts), min(line, len(texts) - 1)
    searched.begin(words, line)
    answers = set()
    done = False
    while not done:
        done = searched.search_for(NO_TIME)
        answers.add(searched.line_from(line, step))
    assert answers - {-1} <= {expected(texts, words, line, step)}
    assert searched.line_from(line, step) == expected(texts, words, line, step)


@given(TEXTS, st.text("abß", min_size=1, max_size=3), st.integers(0, 119))
def test_letter_by_letter_finds_what_the_whole_word_finds(
    texts: list[str], words: str, line: int
) -> None:
    searched = searching(texts)
    for end in range(1, len(words) + 1):
        searched.begin(words[:end], line)
        while not searched.search_for(NO_TIME):
            pass
    lines = [number for number, text in enumerate(texts) if found(text, words)]
    if lines:
        assert searched.counted(lines[-1]) == (len(lines), len(lines))
    else:
        assert searched.line_from(line, 1) == -1


def test_the_first_turn_does_not_search_a_long_text_to_its_end() -> None:
    searched = searching(["a"] * 100)
    searched.begin("a", 50)
    assert not searched.search_for(NO_TIME)
    assert searched.line_from(50, 1) == 51
    assert searched.line_from(50, -1) == -1  # what stands before is not known yet


@pytest.mark.parametrize(("before", "after", "many"), [("x", "a", 3), ("a", "x", 2)])
def test_a_line_that_says_something_else_is_looked_at_again(
    before: str, after: str, many: int
) -> None:
    texts = ["a", before, "b", "a"]
    searched = searching(texts)
    searched.begin("a", 0)
    assert searched.search_for(1)
    texts[1] = after
    searched.look_again([1])
    assert searched.counted(3) == (many, many)


def test_what_was_read_ahead_is_not_read_again_for_a_letter() -> None:
    read: list[str] = []
    shown = ShownRows()
    texts = {str(number): f"Word {number}" for number in range(100)}
    source = SimpleNamespace(readable=lambda key: read.append(key) or [texts[key], "target"])
    shown.show(RowIndex(list(texts), [RowBrief()] * 100), source)
    searched = FoundLines(shown)
    while not searched.get_ready_for(NO_TIME if read else 1):
        pass
    assert sorted(read) == sorted(texts)
    for words, many in (("w", 100), ("word", 100), ("word 9", 11), ("WORD 99", 1)):
        searched.begin(words, 0)
        assert searched.search_for(1)
        assert searched.counted(99) == (many, many)
    assert len(read) == 100
    texts["7"] = "nothing"
    searched.look_again([7])
    searched.begin("word", 0)
    assert searched.search_for(1)
    assert searched.counted(99) == (99, 99)
    assert len(read) == 101


def test_two_texts_of_a_line_are_not_read_as_one() -> None:
    shown = ShownRows()
    source = SimpleNamespace(readable=lambda _key: ["end", "begin"])
    shown.show(RowIndex(["a"], [RowBrief()]), source)
    searched = FoundLines(shown)
    for words in ("dbe", "d\0be", "d be"):
        searched.begin(words, 0)
        assert searched.search_for(1)
        assert searched.line_from(0, 0) == -1
