"""Words that are marked (`==so==`): the signs are no text, and other signs are."""

from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Span, TextEdit


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("A ==marked== word", "A marked word"),
        ("==All of it==", "All of it"),
        ("==a **b** c==", "a b c"),
        ("**==a==** [==b==](c)", "a b"),
        ("==one\ntwo==", "one two"),
        ("==你好==世界", "你好世界"),
        ("не==вер==но", "неверно"),
        ("==a== and ==b==", "a and b"),
        ("`==a==`", "==a=="),
        ("\\==a==", "==a=="),
        ("if a==b and c==d", "if a==b and c==d"),
        ("a === b, a == b == c", "a === b, a == b == c"),
        ("a===b===c", "a===b===c"),
        ("====", "===="),
        ("==never shut", "==never shut"),
        ("== Head ==", "== Head =="),
    ],
)
def test_marked_words(source: str, text: str) -> None:
    assert [b.text for b in formats.read_bytes(Path("a.md"), source.encode()).blocks] == [text]


@pytest.mark.parametrize(
    ("source", "span", "text", "result"),
    [
        ("A ==marked== word", Span(2, 8), "good", "A ==good== word"),
        ("A ==marked== word", Span(2, 9), "", "A word"),
        ("A ==marked== word", Span(0, 1), "One", "One ==marked== word"),
        ("A word", Span(2, 6), "==x==", "A \\==x\\=="),
    ],
)
def test_an_edit_keeps_them_or_takes_them_along(
    source: str, span: Span, text: str, result: str
) -> None:
    document = formats.read_bytes(Path("a.md"), source.encode())
    assert formats.edited_bytes(document, [TextEdit(0, span, text)]).decode() == result
