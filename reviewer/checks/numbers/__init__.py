"""The number check: quantities of a source and its translation compared by value."""

from __future__ import annotations

from collections.abc import Mapping

from reviewer.domain import Finding


def check_numbers(
    source: str,
    target: str,
    *,
    source_language: str,
    target_language: str,
    others: Mapping[str, str] | None = None,
    marks: tuple[str, str] = ("", ""),
) -> list[Finding]:
    """The findings of one aligned pair; spans count in `source` and `target`.

    `others` holds the same source's translations in other languages (tag to text), whose
    agreement is evidence. `marks` are the numbers that stand before the two sides without being
    text; the same number typed on the other side is one as well. Kinds: value, missing, extra
    (major or critical), rounded, format (minor), unit (major where the value changes with it).
    """
    from reviewer.checks.numbers.comparison import compare
    from reviewer.checks.numbers.sides import side

    first = side(source, source_language, beside=marks[1])
    second = side(target, target_language, beside=marks[0])
    return compare(first, second, others or {})


__all__ = ["check_numbers"]
