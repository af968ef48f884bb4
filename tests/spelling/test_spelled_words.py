"""Which words of a text are looked up."""

from __future__ import annotations

import pytest

from reviewer.spelling.spelled_words import spelled_words


@pytest.mark.parametrize(
    ("text", "language", "wanted"),
    [
        ("Der Hafen kostete 12 Mio.", "de", "Der Hafen kostete Mio"),
        ("Siehe https://hafen.example/kran und a.b@hafen.example.", "de", "Siehe und"),
        ("Mehr auf www.hafen.example und hafen.de/kran.", "de", "Mehr auf und"),
        ("Die NATO und der A400M um 9b", "de", "Die und der um"),
        ("@hafen #kran Ufer", "de", "Ufer"),
        ("Der Кран und الميناء", "de", "Der und"),
        ("Порт Reuters і кран", "uk", "Порт кран"),
        ("ميناء Reuters جديد", "ar", "ميناء جديد"),
        ("L’eau du port", "fr", "L’eau du port"),
        ("the mayor’s left-hand man", "en", "the mayor’s left-hand man"),
        ("Der Typ MP3player und der snake_case Name", "de", "Der Typ und der Name"),
        ("x Im y", "de", "Im"),
        ("Die UNESCO und UNHABIT", "de", "Die und UNHABIT"),
        ("Ufer#kran", "de", "Ufer"),
        ("Der K\u0440an und der Kran", "de", "Der und der Kran"),
        ("", "de", ""),
    ],
)
def test_words_that_a_dictionary_can_know(text: str, language: str, wanted: str) -> None:
    found = " ".join(span.of(text) for span in spelled_words(text, language))
    assert found == wanted


@pytest.mark.parametrize(
    "text",
    [
        "See ...foo.com now",
        "x-y.foo-bar.org/a",
        "(www.foo.de)",
        "a#b@c.de",
        "pre:http://x y",
        "-a.com",
    ],
)
def test_an_address_is_found_wherever_it_begins(text: str) -> None:
    spelled = [span.of(text) for span in spelled_words(text, "en")]
    assert not {"foo", "com", "bar", "org", "http", "de"} & set(spelled)
