"""Messages in the file: patterns with their values, and old sentences as they were."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction

import pytest

from reviewer.messages import Message, message, plural
from reviewer.store.messages import message_json, read_message


@pytest.mark.parametrize(
    "said",
    [
        message("Edit"),
        plural("{n} finding", "{n} findings", 3),
        message("{a} → {b}", a=message("{w} ({v})", w="97 трлн", v=Decimal("97E+12")), b="97"),
        message("{v}", v=Fraction(-2, 3)).noted(plural("{n} keeps it", "{n} keep it", 1)),
        message("{v}", v=Decimal("-0.125")),
    ],
)
def test_a_message_comes_back_as_it_was(said: Message) -> None:
    again = read_message(message_json(said))
    assert (again, again.data(), again.facts()) == (said, said.data(), said.facts())


@pytest.mark.parametrize(
    "text", ["", "63 → 36", "{a} is missing", '{"pattern":"{x}"}', '{"pattern":']
)
def test_a_text_that_is_no_message_comes_back_as_it_was(text: str) -> None:
    assert read_message(message_json(text)) == text
    assert read_message(message_json(Message(text))) == text


def test_what_stands_in_the_file_is_read_by_people_too() -> None:
    said = message("“{text}” → {other}", text="Über 97 трлн", other="97万")
    assert all(
        word in message_json(said) for word in ("“{text}” → {other}", "Über 97 трлн", "97万")
    )


def test_an_old_sentence_is_shown_as_it_is() -> None:
    said = read_message("The sentence is left out.")
    assert (said, said.pattern, said.facts()) == ("The sentence is left out.", "", ())


@pytest.mark.parametrize(
    "damaged",
    [
        '{"pattern":"{x}","holes":[]}',
        '{"pattern":"{x}","holes":{"x":null}}',
        '{"pattern":"{x}","holes":{"x":{"value":"1/0"}}}',
        '{"pattern":"{x}","holes":{"x":{"value":"1e999999999"}}}',
        '{"pattern":"{x}","holes":{"x":{"value":5}}}',
        '{"pattern":"{x}","notes":[5]}',
        '{"pattern":' + '{"pattern":' * 50_000,
    ],
)
def test_a_damaged_message_is_shown_as_the_text_that_it_is(damaged: str) -> None:
    assert read_message(damaged) == damaged
