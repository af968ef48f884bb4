"""Messages: a pattern with named holes that reads as English, ready for other languages."""

from __future__ import annotations

import ast
import copy
import pickle
import re
from collections.abc import Iterator
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir

from reviewer.checks.numbers import wording
from reviewer.messages import Message, message, plural
from reviewer.written_values import in_figures

PACKAGE = Path(__file__).parents[1] / "reviewer"
EXTRACTED = {"message": None, "plural": (1, 2)}
"""What the collector of messages is told: the function, and which arguments are patterns."""
FILLED_BY = {"both": wording.Both}
"""What functions give that fill several holes at once, by the name of the function."""


def test_a_message_is_the_text_that_it_makes() -> None:
    said = message("{quantity} is missing from “{words}”", quantity=Decimal("12.50"), words="a {b}")
    assert said == "12.5 is missing from “a {b}”"
    assert f"{said}." == "12.5 is missing from “a {b}”."
    assert "missing" in said
    assert said.pattern == "{quantity} is missing from “{words}”"
    assert said.holes == {"quantity": Decimal("12.50"), "words": "a {b}"}


@pytest.mark.parametrize(("n", "text"), [(0, "0 rows"), (1, "1 row"), (2, "2 rows")])
def test_a_message_counts(n: int, text: str) -> None:
    assert plural("{n} row", "{n} rows", n) == text


def test_notes_stand_in_brackets_and_messages_in_holes() -> None:
    said = message("{a} → {b}", a=message("{words} ({value})", words="six", value=6), b="7")
    assert said.noted(message("look")).noted(message("again")) == "six (6) → 7 (look) (again)"


def test_a_hole_without_a_value_stays() -> None:
    assert Message("", "{a} and {b}", holes={"a": "one"}) == "one and {b}"


def test_a_pattern_reaches_into_nothing() -> None:
    assert Message("", "{a.__class__} {a:>99}", holes={"a": "x"}) == "{a.__class__} {a:>99}"


def test_a_message_cannot_be_changed() -> None:
    said = message("{a}", a="one")
    with pytest.raises(AttributeError):
        said.pattern = "{b}"
    with pytest.raises(TypeError):
        said.holes["a"] = "two"


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda one: pickle.loads(pickle.dumps(one))])
def test_a_copy_is_the_same_message(copied: object) -> None:
    said = plural("{n} {kind}", "{n} {kind}s", 3, kind=message("row")).noted(message("why"))
    again = copied(said)
    assert (again, again.data()) == (said, said.data())


def test_what_identifies_a_message_are_its_values_and_no_words() -> None:
    english = message("{a} became {b}", a=message("{value} things", value=5), b="x")
    reworded = message("{b} was {a}", b="x", a=message("{value} of them", value=5))
    other = message("{a} became {b}", a=message("{value} things", value=6), b="x")
    assert english.facts() == reworded.facts() != other.facts()


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1250, "1,250"),
        (Decimal("14.60"), "14.6"),
        (Decimal(999_999_999), "999,999,999"),
        (Decimal(1_000_000_000), "1 × 10⁹"),
        (Decimal(-97_500_000_000_000), "-97.5 × 10¹²"),
        (Decimal(-1_000_000_000), "-1 × 10⁹"),
        (Decimal(-999_999_999), "-999,999,999"),
        (Decimal(10**11), "100 × 10⁹"),
        (Decimal(-(10**11)), "-100 × 10⁹"),
        (Decimal(10**12), "1 × 10¹²"),
        (Decimal("1000000000.5"), "1,000,000,000.5"),
        (Decimal("1234567890100"), "1.2345678901 × 10¹²"),
        (Decimal("1234567890120"), "1,234,567,890,120"),
        (Decimal("-123456789012000"), "-123,456,789,012,000"),
        (Decimal(100), "100"),
        (Decimal("100.0"), "100"),
        (Fraction(2, 3), "2/3"),
    ],
)
def test_a_value_in_figures(value: int | Decimal | Fraction, text: str) -> None:
    assert in_figures(value) == text


@cache
def _calls() -> tuple[tuple[str, ast.Call], ...]:
    """The calls of what a file has from the messages, by the place where they stand."""
    return tuple(_found_calls())


def _found_calls() -> Iterator[tuple[str, ast.Call]]:
    for path in sorted(PACKAGE.rglob("*.py")):
        nodes = list(ast.walk(ast.parse(path.read_text("utf-8"))))
        imported = {
            alias.name
            for node in nodes
            if isinstance(node, ast.ImportFrom) and node.module == "reviewer.messages"
            for alias in node.names
        }
        for node in nodes:
            name = (
                node.func.id
                if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
                else ""
            )
            if name in imported:
                yield f"{path.relative_to(PACKAGE)}:{node.lineno}", node


def test_every_pattern_is_written_out_where_it_is_used() -> None:
    patterns = {"message": 1, "plural": 2}
    seen = 0
    for place, call in _calls():
        count = patterns.get(call.func.id, 0)
        if not count:
            continue
        seen += 1
        written = [arg.value for arg in call.args[:count] if isinstance(arg, ast.Constant)]
        assert len(written) == count, f"{place}: a pattern that is no literal"
        given = {"n"} if count == 2 else set()
        for keyword in call.keywords:
            given |= {keyword.arg} if keyword.arg else _spread(place, keyword.value)
        named = {name for pattern in written for name in re.findall(r"\{(\w+)\}", pattern)}
        assert named - {"n"} == given - {"n"}, f"{place}: other holes than values"
        assert named <= given
    assert seen > 40


def _spread(place: str, value: ast.expr) -> set[str]:
    """The holes that `**name(…)` fills, where the function is one that is known here."""
    assert isinstance(value, ast.Call), f"{place}: holes from elsewhere"
    name = value.func.attr if isinstance(value.func, ast.Attribute) else value.func.id
    return set(FILLED_BY[name].__annotations__)


def test_a_message_is_made_by_the_two_functions_alone() -> None:
    """Others make one again that was made so: read from a file, with the names of its units."""
    makers = {place.split(":")[0] for place, call in _calls() if call.func.id == "Message"}
    assert makers == {"store/messages.py", "wording/words.py"}


@pytest.fixture(scope="session")
def catalogue() -> set[str]:
    """Every pattern of the program, as the collector for translators finds them."""
    found = extract_from_dir(PACKAGE, [("**.py", "python")], keywords=EXTRACTED)
    return {
        text
        for _, _, texts, _, _ in found
        for text in ([texts] if isinstance(texts, str) else texts)
    }


def test_the_collector_finds_patterns_and_plurals(catalogue: set[str]) -> None:
    assert {"The address {address} is missing.", "{n} times larger", "Move up"} <= catalogue


def test_what_identifies_a_message_does_not_depend_on_the_order_of_its_values() -> None:
    one = message("{a} then {b}", a=1, b=message("{n} rows", n=2))
    other = message("{a} then {b}", b=message("{n} rows", n=2), a=1)
    assert one.facts() == other.facts() == (("a", 1), ("b", (("n", 2),)))
