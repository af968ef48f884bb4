"""Pairs of brackets and quotation marks, and marks without a partner."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.enclosures import enclosures


@pytest.mark.parametrize(
    ("language", "text", "pairs"),
    [
        ("en", 'He (the "boss") said “yes”.', ['(the "boss")', '"boss"', "“yes”"]),
        ("de", "„Das ist »gut«“, sagte er.", ["„Das ist »gut«“", "»gut«"]),
        ("de", '„So schreibt man es oft", sagte er.', ['„So schreibt man es oft"']),
        ("pl", "„Tak”, powiedział.", ["„Tak”"]),
        ("fr", "« Oui », dit-il.", ["« Oui »"]),
        ("sv", "”Ja”, sade hon.", ["”Ja”"]),
        ("fi", "»Kyllä», hän sanoi.", ["»Kyllä»"]),
        ("ja", "「はい『いいえ』」（笑）", ["「はい『いいえ』」", "『いいえ』", "（笑）"]),
        ("ar", 'قال و"سامي" في "البيت"', ['"سامي"', '"البيت"']),
        ("tr", '"Kule"nin yanında', ['"Kule"']),
        ("he", 'צה"ל אמר "כן"', ['"כן"']),
        ("en", 'A 5" pipe and a 6" pipe', []),
        ("en", "1) pears 2) apples a) red", []),
        ("en", "Great :) and sad ;-(", []),
    ],
)
def test_balanced(language: str, text: str, pairs: list[str]) -> None:
    found = enclosures(text, language)
    assert [span.of(text) for span in found.pairs] == pairs
    assert not found.single


@pytest.mark.parametrize(
    ("language", "text", "single"),
    [
        ("en", "He (the boss said yes.", ["("]),
        ("en", "He the boss) said yes.", [")"]),
        ("en", "He said “yes.", ["“"]),
        ("de", "Er sagte ja“.", ["“"]),
        ("fr", "Il dit : oui ».", ["»"]),
        ("en", "(one]", ["(", "]"]),
        ("en", "(one\ntwo)", ["(", ")"]),
    ],
)
def test_left_over(language: str, text: str, single: list[str]) -> None:
    assert [span.of(text) for span in enclosures(text, language).single] == single


@given(st.text(st.sampled_from('()[]"“”„«»「」 ab.1\n')), st.sampled_from(["en", "de", "he", "ja"]))
def test_every_mark_is_in_one_place(text: str, language: str) -> None:
    found = enclosures(text, language)
    used = [edge for pair in found.pairs for edge in (pair.start, pair.end - 1)]
    used += [span.start for span in found.single]
    assert len(used) == len(set(used))
