"""Names and texts from elsewhere do nothing to what shows them."""

from __future__ import annotations

import pytest

from reviewer.wording import harmless, tr, use_language

ISOLATED = "\u2068خبر\u2069"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain, größer, خبر, 漢字", "plain, größer, خبر, 漢字"),
        ("two\nlines\tand\r\nthree", "two\nlines\tand\nthree"),
        ("\x1b[2Jgone", "\\x1b[2Jgone"),
        ("a\rb\x07\x08\x7f", "a\\rb\\x07\\x08\\x7f"),
        ("\x9b1m \x85", "\\x9b1m \\x85"),
        ("cod\u202egpj.exe", "cod\\u202egpj.exe"),
        ("a \u202dnumber\u202c b", "a \\u202dnumber\\u202c b"),
        (f"in {ISOLATED} order", f"in {ISOLATED} order"),
        ("in \u202bخبر\u202c order", "in \u202bخبر\u202c order"),
        ("in \u2066x\u2069 order", "in \u2066x\u2069 order"),
        ("in \u2066x\u202c order", "in \\u2066x\\u202c order"),
        ("never \u2067ended", "never \\u2067ended"),
        ("ended twice\u2069", "ended twice\\u2069"),
        ("\u2067crossed \u202bover\u2069\u202c", "\\u2067crossed \\u202bover\\u2069\\u202c"),
        ("می\u200cخواهم 👩\u200d🚀 \u200fx\u200e", "می\u200cخواهم 👩\u200d🚀 \u200fx\u200e"),
    ],
)
def test_what_would_be_obeyed_is_shown(text: str, shown: str) -> None:
    assert harmless(text) == shown
    assert harmless(shown) == shown


@pytest.mark.parametrize("language", ["en", "de", "ar"])
def test_values_of_messages_are_harmless_in_every_language(language: str) -> None:
    use_language(language)
    said = tr("Open {path}", path="a\x1b[31m\u202eb")
    assert "a\\x1b[31m\\u202eb" in said
    assert "\x1b" not in said
    assert "\u202e" not in said
