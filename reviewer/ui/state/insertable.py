"""What of a source can be put into its translation as it is: figures and names."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Insertable:
    """`written` is how the translation's language writes it, `kind` what it is."""

    start: int
    written: str
    kind: Literal["figure", "name"]


def insertable(source: str, source_language: str, target_language: str) -> list[Insertable]:
    """The figures of a source in the convention of the translation's language, and its names as
    they stand, in the order of the source; each once."""
    from reviewer.checks.numbers.carried_over import carried_over
    from reviewer.text.names import marks_names, names

    found = [
        Insertable(span.start, written, "figure")
        for span, written in carried_over(source, source_language, target_language)
    ]
    if marks_names(source_language):
        found += [
            Insertable(name.span.start, name.span.of(source), "name")
            for name in names(source, source_language, frozenset())
        ]
    once: dict[str, Insertable] = {}
    for one in sorted(found, key=lambda one: one.start):
        once.setdefault(one.written, one)
    return list(once.values())


def next_to_insert(among: list[Insertable], text: str) -> Insertable | None:
    """The first that the text does not have yet."""
    return next((one for one in among if one.written not in text), None)
