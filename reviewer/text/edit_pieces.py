"""What was deleted from a text and what was put in, word by word."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from reviewer.text.figure_words import FIGURE
from reviewer.text.words import words

PieceKind = Literal["kept", "deleted", "inserted"]
_FIGURE = re.compile(FIGURE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A piece of one of the texts. Those kept and deleted are the former text, in order; those
    kept and inserted the later one."""

    text: str
    kind: PieceKind


def edit_pieces(before: str, after: str, language: str) -> list[Piece]:
    """How `before` became `after`, both in `language`: whole words are deleted and inserted, and
    signs and spaces for themselves. What was deleted stands before what came in its place."""
    left, right = _tokens(before, language), _tokens(after, language)
    pieces: list[Piece] = []
    gone, come = "", ""
    for operation in Indel.opcodes(left, right):
        old = "".join(left[operation.src_start : operation.src_end])
        new = "".join(right[operation.dest_start : operation.dest_end])
        if operation.tag == "equal" and (old.strip() or not (gone or come)):
            _add(pieces, gone, come)
            gone, come = "", ""
            pieces.append(Piece(old, "kept"))
        else:
            # A space alone between two changes parts them no more than two words are parted.
            gone, come = gone + old, come + new
    _add(pieces, gone, come)
    return pieces


def _add(pieces: list[Piece], gone: str, come: str) -> None:
    shared = 0
    while shared < min(len(gone), len(come)) and gone[-1 - shared] == come[-1 - shared] == " ":
        shared += 1
    kept = gone[len(gone) - shared :]
    for text, kind in (
        (gone[: len(gone) - shared], "deleted"),
        (come[: len(come) - shared], "inserted"),
        (kept, "kept"),
    ):
        if text:
            pieces.append(Piece(text, kind))  # type: ignore[arg-type]


def _tokens(text: str, language: str) -> list[str]:
    """The words of a text, a figure being one, and each sign between them."""
    tokens: list[str] = []
    end = 0
    for start, stop in _whole(text, language):
        tokens += [*text[end:start], text[start:stop]]
        end = stop
    return [*tokens, *text[end:]]


def _whole(text: str, language: str) -> list[tuple[int, int]]:
    """Where words and figures stand; those that overlap are one."""
    figures = (match.span() for match in _FIGURE.finditer(text))
    found: list[tuple[int, int]] = []
    for start, stop in sorted([*((one.start, one.end) for one in words(text, language)), *figures]):
        if found and start < found[-1][1]:
            found[-1] = found[-1][0], max(stop, found[-1][1])
        else:
            found.append((start, stop))
    return found
