"""Rows below the header of a table that name its columns once more: by language below the sides,
or the other way round."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from reviewer.formats.tables.headers import heads_numbers, named, says_more
from reviewer.text.languages import base

_CODE = re.compile(r"\s*[A-Za-z]{2,3}\s*\Z")
"""A code of a language that may be a word as well: "no", "is", "so", "ja"."""

Named = dict[int, str]
"""Columns of text, that of the source first, and the tag of the language of each or ""."""


def named_once_more(
    row: Sequence[str], known: Named, sides: bool, language_of: Callable[[int], str]
) -> Named | None:
    """The columns of text as another row of the header names them; None where `row` is none: a
    text and its translation name the same language or the same side.

    `known` is what the header says above, `sides` whether it says which one is the source;
    `language_of` tells the language that the texts of a column are in.
    """
    if not all(map(_names_a_column, row)) or any(number >= len(row) for number in known):
        return None
    said = {number: named(row[number]) for number in known}
    if any(
        kind != "language" and (kind not in ("source", "target") or says_more(row[number]))
        for number, (kind, _) in said.items()
    ):
        return None
    source = _source([*known], {number: kind for number, (kind, _) in said.items()})
    if source is None or (sides and source != next(iter(known))):
        return None
    for number, (kind, tag) in said.items():
        other = known[number]
        if tag and other and base(tag) != base(other):
            return None
        if kind == "language" and _CODE.match(row[number]) and language_of(number) != base(tag):
            return None
    targets = [number for number in known if number != source]
    own = said[source][1]
    if own and any(base(said[number][1]) == base(own) for number in targets):
        return None
    return {number: known[number] or said[number][1] for number in (source, *targets)}


def _names_a_column(cell: str) -> bool:
    return not cell.strip() or bool(named(cell)[0]) or heads_numbers(cell)


def _source(columns: Sequence[int], kinds: dict[int, str]) -> int | None:
    """The column of the source; None where several are, or all are translations."""
    sources = [number for number in columns if kinds[number] == "source"]
    languages = [number for number in columns if kinds[number] == "language"]
    if len(sources) == 1:
        return sources[0]
    if sources or not languages:
        return None
    if len(languages) == len(columns):
        return columns[0]
    return languages[0] if len(languages) == 1 else None
