"""What was deleted and inserted, word by word."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.text.edit_pieces import edit_pieces

_SIGNS = {"kept": "{}", "deleted": "[-{}-]", "inserted": "{{+{}+}}"}


def shown(before: str, after: str, language: str = "en") -> str:
    return "".join(
        _SIGNS[piece.kind].format(piece.text) for piece in edit_pieces(before, after, language)
    )


@pytest.mark.parametrize(
    ("before", "after", "wanted"),
    [
        ("It cost 21 million.", "It cost 12 million.", "It cost [-21-]{+12+} million."),
        ("The old port.", "The port.", "The [-old -]port."),
        ("The port", "The port.", "The port{+.+}"),
        ("a b c", "x y c", "[-a b-]{+x y+} c"),
        ("", "New.", "{+New.+}"),
        ("Old.", "", "[-Old.-]"),
        ("The same.", "The same.", "The same."),
        ("harbour", "harbours", "[-harbour-]{+harbours+}"),
        ("It cost 5,20 euros.", "It cost 2,50 euros.", "It cost [-5,20-]{+2,50+} euros."),
        (
            "At 10:30, then 3/4.",
            "At 10:45, then 1/4.",
            "At [-10:30-]{+10:45+}, then [-3/4-]{+1/4+}.",
        ),
        ("1.234,50kg", "1.243,50kg", "[-1.234,50kg-]{+1.243,50kg+}"),
        ("In 2019, 5 came.", "In 2019, 6 came.", "In 2019, [-5-]{+6+} came."),
    ],
)
def test_words_are_changed_as_wholes(before: str, after: str, wanted: str) -> None:
    assert shown(before, after) == wanted


def test_arabic_words() -> None:
    assert shown("كلف 21 مليونا", "كلف 12 مليونا", "ar") == "كلف [-21-]{+12+} مليونا"


@given(st.text("ab1 .,،ß漢😀", max_size=30), st.text("ab1 .,،ß漢😀", max_size=30))
def test_both_texts_can_be_read_from_the_pieces(before: str, after: str) -> None:
    pieces = edit_pieces(before, after, "en")
    assert "".join(one.text for one in pieces if one.kind != "inserted") == before
    assert "".join(one.text for one in pieces if one.kind != "deleted") == after
