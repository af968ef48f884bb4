"""How the forms of a table are looked for."""

from __future__ import annotations

import pytest

from reviewer.checks.listed_forms import pattern_of


@pytest.mark.parametrize(
    ("forms", "text", "found"),
    [
        (["not"], "It is NOT so.", ["NOT"]),
        (["not"], "a note, a knot", []),
        (["not yet"], "Not yet, not now.", ["Not yet"]),
        (["nic*ego"], "niczego, nicego, nic", ["niczego", "nicego"]),
        (["~n't\\b", "no"], "don't, no", ["n't", "no"]),
        ([], "nothing", []),
    ],
)
def test_a_form_is_a_word_a_beginning_or_an_expression(
    forms: list[str], text: str, found: list[str]
) -> None:
    assert [match[0] for match in pattern_of(forms).finditer(text)] == found
