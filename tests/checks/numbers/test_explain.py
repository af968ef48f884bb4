"""Every quantity of a pair with its readings, its counterpart and the rule that joined them."""

from __future__ import annotations

import ast
import inspect

import pytest

from reviewer.checks.numbers import agreement, counterparts, explain, matching
from reviewer.reports.explained_numbers import _RULES


def links(source: str, target: str) -> list[tuple[str, str, str]]:
    found = explain.explain(source, target, source_language="en", target_language="de")
    return [
        (link.source.written if link.source else "", link.target.written if link.target else "",
         link.rule)
        for link in found
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("source", "target", "expected"),
    [
        ("It has 48 rooms.", "Es hat 48 Zimmer.", ("48", "48", "same")),
        ("It is 62 miles.", "Es sind 100 Kilometer.", ("62 miles", "100 Kilometer", "converted")),
        ("It has 12,480 trees.", "Es hat 12.500 Bäume.", ("12,480", "12.500", "rounded")),
        ("It has 48 rooms.", "Es hat 84 Zimmer.", ("48", "84", "different")),
        ("It has 48 rooms.", "Es hat Zimmer.", ("48", "", "alone")),
        ("It opens.", "Es öffnet erst um 9 Uhr.", ("", "9 Uhr", "alone")),
        ("48.9 percent left.", "Fast die Hälfte ging.", ("48.9 percent", "Hälfte", "share")),
        ("Hundreds came.", "Alle kamen.", ("Hundreds", "", "asks for none")),
    ],
)
def test_a_quantity_is_told_with_its_counterpart(
    source: str, target: str, expected: tuple[str, str, str]
) -> None:
    assert links(source, target) == [expected]


def test_every_reading_is_told() -> None:
    (link,) = explain.explain("2,500", "2.500", source_language="en", target_language="de")
    assert link.source is not None
    assert [str(value) for value in link.source.values] == ["2500", "2.5"]


def test_every_rule_has_its_words() -> None:
    """The names are those that the code gives to a match."""
    named = {
        node.value
        for module in (counterparts, matching, explain)
        for call in ast.walk(ast.parse(inspect.getsource(module)))
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") in ("_take", "Match", "Link")
        for node in call.args[1:]
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    } | {how for how, _ in agreement.RULES}
    assert named <= _RULES.keys()
    assert {"rounded", "different", "alone", "asks for none"} <= _RULES.keys()
