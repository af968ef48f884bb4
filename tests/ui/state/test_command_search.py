"""Which commands the list of commands shows for what is typed."""

from __future__ import annotations

import pytest

from reviewer.ui.state.command import Command
from reviewer.ui.state.command_search import fitting


def titles(typed: str, *texts: str) -> list[str]:
    return [one.title for one in fitting([_command(text) for text in texts], typed)]


def _command(text: str, tip: str = "", keys: tuple[str, ...] = ()) -> Command:
    return Command(text, text, keys, lambda: None, tip=tip)


def test_nothing_typed_shows_all_in_their_order() -> None:
    assert titles(" ", "&Undo", "&Accept") == ["Undo", "Accept"]


def test_letters_in_their_order_find_a_command() -> None:
    assert titles("exfi", "Export the &findings…", "Find ne&xt") == ["Export the findings"]


@pytest.mark.parametrize("typed", ["ACCEPT", " acc ept", "a g o"])
def test_case_and_spaces_do_not_matter(typed: str) -> None:
    assert titles(typed, "Undo", "Accept and go on") == ["Accept and go on"]


def test_beginnings_of_words_come_before_letters_within() -> None:
    assert titles("nt", "Unlink the rest", "Next translation") == [
        "Next translation",
        "Unlink the rest",
    ]


def test_letters_side_by_side_come_first() -> None:
    assert titles("link", "Long information kept", "Link rows")[0] == "Link rows"


def test_an_explanation_must_have_the_letters_as_they_are() -> None:
    commands = [_command("Dismiss", "It is no error: never show it again", ("D",))]
    assert fitting(commands, "no error") == commands
    assert fitting(commands, "noagain") == []


def test_a_key_finds_its_command() -> None:
    commands = [_command("Undo", keys=("Ctrl+Z",)), _command("Find", keys=("Ctrl+F",))]
    assert [one.title for one in fitting(commands, "ctrl+z")] == ["Undo"]


def test_what_only_an_explanation_says_comes_last() -> None:
    said, named = _command("Dismiss", "Go on"), _command("Grand tour of everything")
    assert fitting([said, named], "go") == [named, said]


def test_one_letter_is_not_found_twice() -> None:
    assert titles("uu", "Undo", "Undo and redo up") == ["Undo and redo up"]


@pytest.mark.parametrize(
    ("typed", "alike"),
    [
        # Four beginnings of words weigh as much as one beginning inside a word.
        ("abcd", ("A b c d", "Xabcd")),
        # Where in the words it stands does not matter.
        ("ab", ("Zzzz axb", "Axb")), ("d", ("Undo", "Add")),
    ],
)  # fmt: skip
def test_what_fits_alike_stays_in_its_order(typed: str, alike: tuple[str, str]) -> None:
    assert titles(typed, *alike) == list(alike)
    assert titles(typed, *alike[::-1]) == list(alike[::-1])


@pytest.mark.parametrize(
    ("typed", "better", "worse"),
    [
        ("d", "Next draft", "Undo"), ("t", "Go to", "Got"), ("ab", "Xab", "Axb"),
        ("ab", "A b", "Xab"), ("ab", "Ab", "A b"), ("ab", "Axb", "Axxb"),
    ],
)  # fmt: skip
def test_what_fits_better_comes_first(typed: str, better: str, worse: str) -> None:
    assert titles(typed, worse, better) == [better, worse]
