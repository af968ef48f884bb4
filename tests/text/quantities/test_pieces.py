"""Pieces of text that can say nothing are passed over, and that changes nothing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.quantities.characters import plain
from reviewer.text.quantities.items import Node
from reviewer.text.quantities.lexicon import Lexicon, lexicon
from reviewer.text.quantities.nodes import nodes
from reviewer.text.quantities.pieces import Token, pieces_of
from tests.text.quantities.extraction_examples import LANGUAGES, examples

SPACED = [language for language in LANGUAGES if lexicon(language).spaced]


def every_token(text: str, lex: Lexicon) -> list[Token]:
    return [(m.lastgroup or "", m.start(), m.end()) for m in lex.token.finditer(text)]


def found_in_every_token(text: str, lex: Lexicon) -> list[Node]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("reviewer.text.quantities.nodes.telling", every_token)
        return nodes(text, lex)


@pytest.mark.parametrize("language", SPACED)
def test_the_examples_have_the_same_nodes_as_without(language: str) -> None:
    lex = lexicon(language)
    for example in examples(language):
        text = plain(example.text)
        assert nodes(text, lex) == found_in_every_token(text, lex), text


@given(st.data())
def test_words_of_a_lexicon_have_the_same_nodes_as_without(data: st.DataObject) -> None:
    lex = lexicon(data.draw(st.sampled_from(SPACED)))
    phrases = [f"{first} {second}" for first, found in lex.phrases.items() for second in found]
    words = st.sampled_from([*lex.words, *phrases])
    others = st.sampled_from(
        ["12", "345", "3,5", "ⁿ", "foo", "(", "%", "-", "'", "\u200c", "", "I"]
    )
    between = st.sampled_from([" ", " ", " ", "  ", "-", ", ", "\n", "'", ""])
    text = "".join(data.draw(st.lists(st.one_of(words, others, between), max_size=14)))
    assert nodes(text, lex) == found_in_every_token(text, lex)


def test_what_was_judged_is_kept_within_bounds(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.text.quantities.pieces.MAX_MEMO", 100)
    lex = lexicon("en")
    for number in range(500):
        nodes(f"word{number} and 7", lex)
    assert len(pieces_of(lex)) <= 101
