"""What is wrong with a translated sentence: one file per check, one line each in the registry."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer.domain import Finding, Pair


def check_pair(pair: Pair) -> list[Finding]:
    """The findings of all checks on one bead."""
    return []


def check_document(pairs: Sequence[Pair]) -> Mapping[int, list[Finding]]:
    """The findings that only the whole translation shows, by index into `pairs`."""
    return {}
