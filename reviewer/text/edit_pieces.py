"""What was deleted from a text and what was put in, word by word."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from rapidfuzz.distance import Indel

from reviewer.text.words import words

PieceKind = Literal["kept", "deleted", "inserted"]


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
    """The words of a text, and each sign between them."""
    tokens: list[str] = []
    end = 0
    for span in words(text, language):
        tokens += [*text[end : span.start], span.of(text)]
        end = span.end
    return [*tokens, *text[end:]]
