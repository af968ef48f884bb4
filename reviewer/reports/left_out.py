"""What goes from a corrected text, or stays in it, because its sentence was deleted."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from reviewer import formats
from reviewer.domain import Document, LeftOut, Message


def what_hung(
    document: Document, deleted: Mapping[str, Sequence[LeftOut]]
) -> dict[str, tuple[Message, ...]]:
    """For each row with deleted sentences what becomes of the marks of notes, links, comments
    and pictures that hang on them, each said once; rows without any are left out."""
    wanted = [(key, each) for key, of_row in deleted.items() for each in of_row]
    if not wanted:
        return {}
    found: dict[str, dict[Message, None]] = {}
    for (key, _), hanging in zip(
        wanted, formats.hanging(document, [each for _, each in wanted]), strict=True
    ):
        for each in hanging:
            found.setdefault(key, {})[each.what_becomes_of_it] = None
    return {key: tuple(messages) for key, messages in found.items()}
