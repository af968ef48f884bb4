"""The index of a translation's rows as text, kept in a closed review so that it can be shown before
all of it has been read.

What is kept is never believed for longer than that: once the review is read, the index is made
from its rows, and shown in the place of the other one where the two differ.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, get_args

from reviewer.domain import SEVERITIES, SegmentKind
from reviewer.messages import Message
from reviewer.review.model.row_index import PLAIN, FindingBrief, RowBrief, RowIndex
from reviewer.review.model.views import FindingState

SUMMARY = "index"
"""The name of what is kept of all translations together."""

_FORMAT = 2
_KINDS: tuple[SegmentKind, ...] = get_args(SegmentKind)
_STATES: tuple[FindingState, ...] = get_args(FindingState)
_FIRST = ord("0")


@dataclass(frozen=True)
class KeptIndex:
    """What is kept of a translation.

    `stamp` says which state of the review it is of. `source` and `target` have what stood in the
    documents in place of sentences that say something else now, by sentence; `settled` is how many
    findings are settled, `untranslated` whether a sentence lacks a back-translation.
    """

    stamp: Sequence[Any]
    index: RowIndex
    source: Mapping[str, str]
    target: Mapping[str, str]
    warnings: Sequence[Message]
    settled: int
    untranslated: bool


def index_key(translation: int) -> str:
    """The name that the index of a translation is kept under."""
    return f"{SUMMARY}.{translation}"


def written(kept: KeptIndex) -> list[Any]:
    """The index as JSON values."""
    index = kept.index
    return [
        _FORMAT,
        kept.stamp,
        " ".join(index.keys),
        "".join(_PLAIN if row is PLAIN else chr(_FIRST + _flags(row)) for row in index.known),
        [
            [place, *([*_finding(one)] for one in index.known[place].findings)]
            for place in index.with_findings
        ],
        {place: row.moved_to for place, row in enumerate(index.known) if row.moved_to is not None},
        dict(kept.source),
        dict(kept.target),
        [one.data() for one in kept.warnings],
        kept.settled,
        kept.untranslated,
    ]


def read(values: Any) -> KeptIndex:
    """From `written`. Raises ValueError, TypeError, KeyError or IndexError for anything else."""
    if values[0] != _FORMAT:
        raise ValueError("an index of another version")
    _, stamp, keys, flags, findings, moved, source, target, warnings, settled, lacks = values
    names = keys.split(" ") if keys else []
    known = [_ROWS[ord(flag) - _FIRST] for flag in flags]
    if len(names) != len(known) or len(set(names)) != len(names):
        raise ValueError("an index of other rows")
    for place, row in _with_findings(findings, known):
        known[place] = row
    for place, to in moved.items():
        known[int(place)] = _moved(known[int(place)], to)
    return KeptIndex(
        stamp,
        RowIndex(names, known),
        _texts(source),
        _texts(target),
        [_message(one) for one in warnings],
        int(settled),
        bool(lacks),
    )


def _flags(row: RowBrief) -> int:
    flags = _KINDS.index(row.kind)
    for number, on in enumerate((row.compared, row.edited, row.reviewed, row.commented), 2):
        flags |= on << number
    return flags


_PLAIN = chr(_FIRST + _flags(PLAIN))
"""Most rows are alike, and are this one."""


def _row(flags: int) -> RowBrief:
    compared, edited, reviewed, commented = (bool(flags >> number & 1) for number in range(2, 6))
    kind = _KINDS[flags & 3] if flags & 3 < len(_KINDS) else "body"
    made = RowBrief(kind, compared, (), edited, reviewed, commented)
    return PLAIN if made == PLAIN else made


_ROWS = [_row(flags) for flags in range(64)]


def _finding(one: FindingBrief) -> tuple[Any, ...]:
    return (
        one.fingerprint,
        one.check,
        SEVERITIES.index(one.severity),
        _STATES.index(one.state),
        int(one.commented),
        one.kind,
    )


def _with_findings(findings: Any, known: Sequence[RowBrief]) -> Iterator[tuple[int, RowBrief]]:
    for place, *some in findings:
        row = known[place]
        found = tuple(
            FindingBrief(
                _text(name),
                _text(check),
                SEVERITIES[severity],
                _STATES[state],
                bool(commented),
                _text(kind),
            )
            for name, check, severity, state, commented, kind in some
        )
        yield (
            place,
            RowBrief(row.kind, row.compared, found, row.edited, row.reviewed, row.commented),
        )


def _moved(row: RowBrief, to: Any) -> RowBrief:
    return RowBrief(
        row.kind, row.compared, row.findings, row.edited, row.reviewed, row.commented, _text(to)
    )


def _texts(values: Any) -> dict[str, str]:
    return {_text(name): _text(text) for name, text in values.items()}


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("no text")
    return value


def _message(data: Any) -> Message:
    from reviewer.store.messages import read_message

    return read_message(json.dumps(data))
