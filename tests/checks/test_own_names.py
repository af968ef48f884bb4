"""Which names are spelt in a translation as they are."""

from __future__ import annotations

import pytest

from reviewer.checks.own_names import is_spelt_as_it_is
from reviewer.domain import Pair
from reviewer.text.names import names


@pytest.mark.parametrize(
    ("source", "spelt"),
    [
        ("They met Rademacher there.", True),
        ("They met Rademacher's wife.", True),
        ("They met two Rademachers there.", True),
        ("They met there at Christmas.", False),
        ("They met Otto Rademacher there.", True),
    ],
)
def test_a_rare_word_is_spelt(source: str, spelt: bool) -> None:
    pair = Pair(source, "Spotkali się tam.", "en", "pl")
    (name,) = names(source, "en", frozenset())
    assert is_spelt_as_it_is(name, pair) is spelt
