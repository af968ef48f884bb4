"""The number check: quantities of a source and its translation compared by value."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from reviewer.domain import Finding


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """What the reviewer does not want to hear of: every field that is not "" must fit.

    `pattern` is a regular expression searched in the written figure, `unit` a canonical
    unit, `kind` a finding's kind, `rule` the rule of the check that raised it.
    """

    pattern: str = ""
    unit: str = ""
    kind: str = ""
    rule: str = ""


def check_numbers(
    source: str,
    target: str,
    *,
    source_language: str,
    target_language: str,
    others: Mapping[str, str] | None = None,
    ignore: Sequence[IgnoreRule] = (),
) -> list[Finding]:
    """The findings of one aligned pair, spans in `source` and `target`."""
    return []


__all__ = ["IgnoreRule", "check_numbers"]
