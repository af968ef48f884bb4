"""What the reviewer asked not to be told again."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class IgnoreRule:
    """Findings that have all the parts given here are not shown; "" matches anything.

    `pattern` is a regular expression searched for in the spans that the finding marks,
    `unit` the canonical unit of a quantity marked.
    """

    check: str = ""
    kind: str = ""
    rule: str = ""
    pattern: str = ""
    unit: str = ""
