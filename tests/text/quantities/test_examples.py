"""Examples of every language: a text, and the quantities that must be read from it.

Each line of examples/LANG.jsonl is {"text": ..., "quantities": [{"written": ..., "kind": ...,
"values": [...]}]}; a value is a decimal ("14.6") or a fraction ("2/3") and must be among the
readings. Quantities that are marked vague when read need not be listed.
"""

from __future__ import annotations

import json
from decimal import Decimal
from fractions import Fraction
from pathlib import Path

import pytest

from reviewer.text.quantities import extract_quantities

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.jsonl"))


def number(value: str) -> Decimal | Fraction:
    return Fraction(value) if "/" in value else Decimal(value)


def lines() -> list[tuple[str, str, list[dict[str, object]]]]:
    return [
        (path.stem, row["text"], row["quantities"])
        for path in EXAMPLES
        for row in map(json.loads, path.read_text("utf-8").splitlines())
    ]


@pytest.mark.parametrize(("language", "text", "expected"), lines())
def test_the_example_is_read(
    language: str, text: str, expected: list[dict[str, object]]
) -> None:
    found = extract_quantities(text, language)
    firm = [q for q in found if not q.vague]
    by_span = {q.span.of(text): q for q in found}
    for quantity in expected:
        read = by_span.get(str(quantity["written"]))
        assert read is not None, (quantity, list(by_span))
        if "kind" in quantity:
            assert read.kind == quantity["kind"]
        wanted = {number(str(v)) for v in quantity.get("values", [])}  # type: ignore[attr-defined]
        assert wanted <= set(read.values), (quantity, read.values)
    written = {str(q["written"]) for q in expected}
    assert [q.span.of(text) for q in firm if q.span.of(text) not in written] == []
