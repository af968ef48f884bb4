"""Long runs of one character are read in time that grows with them: nothing but the limit of
pytest ends what does not."""

from __future__ import annotations

import pytest

from reviewer.formats.markdown.edit import _NO_TEXT
from reviewer.formats.new_blocks.lines import _RULE
from reviewer.text.sentences import split_sentences

LONG = 150_000


@pytest.mark.parametrize(
    "run", ["\u00a0", "\u3000", " ", "1 ", "'", "’", "(", "“", "-", "1.", "e\u0301"]
)
@pytest.mark.parametrize("end", [";", " . It snowed."])
def test_sentences_are_found_behind_a_long_run(run: str, end: str) -> None:
    text = f"It rained. So{run * (LONG // len(run))}{end}"
    assert split_sentences(text, "en")[0].of(text) == "It rained."


def test_a_space_of_any_kind_before_a_full_stop_is_taken() -> None:
    text = "So A\u00a0\n\u202f\u00a0. It snowed."
    assert split_sentences(text, "en")[-1].of(text).endswith("It snowed.")


def test_marks_of_notes_that_are_never_shut_are_passed_over() -> None:
    assert [match[0] for match in _NO_TEXT.finditer("[^" * LONG + "1] ![a](b)")] == [
        "[^1]",
        "![a](b)",
    ]


@pytest.mark.parametrize(
    ("line", "is_rule"),
    [
        ("|---|:-:|", True),
        ("---|---", True),
        (" - ", True),
        ("| |", False),
        ("", False),
        ("- a", False),
        ("-" * LONG + " a", False),
        (" | " * LONG + "a", False),
    ],
)
def test_the_rule_of_a_table_is_lines_and_colons(line: str, is_rule: bool) -> None:
    assert bool(_RULE.match(line)) == is_rule
