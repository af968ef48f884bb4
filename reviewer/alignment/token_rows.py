"""What survives translation in the sentences of a side, as rows of features.

It is told of each sentence alone, so that the parts of a long text can be read in several
processes; that is half of what an alignment without an encoder takes.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from reviewer.alignment import tokens
from reviewer.alignment.cancelling import OFTEN, GoOn
from reviewer.alignment.concepts import concepts
from reviewer.alignment.own_words import stems
from reviewer.alignment.vectors import Rows, features, merged, stacked
from reviewer.text.languages import base


@dataclass(frozen=True, slots=True)
class TokenRows:
    """The names, the figures and the known words of each sentence."""

    names: Rows
    figures: Rows
    known: Rows

    def all(self) -> Rows:
        """Those of all three kinds."""
        return merged(self.names, self.figures, self.known)


def token_rows(
    texts: Sequence[str],
    language: str,
    *,
    cased: bool,
    go_on: GoOn,
    own: Mapping[str, int] | None = None,
    known: TokenRows | None = None,
) -> TokenRows:
    """The rows of a side or of a part of it; `cased` is what `tokens.has_case` says of the side.

    The texts have no marks of notes (`text.note_marks.bare`). `own` are stems of words that are
    known besides; `known` are the rows without these, where they are at hand.
    """
    plain = base(language)
    words = features(
        dict.fromkeys(sorted(concepts(text, plain) | _own(text, own)), 1.0)
        for text in _one_by_one(texts, go_on)
    )
    if known is not None:
        return TokenRows(known.names, known.figures, words)
    return TokenRows(
        features(tokens.names(text, cased=cased) for text in _one_by_one(texts, go_on)),
        features(tokens.figures(text, language) for text in _one_by_one(texts, go_on)),
        words,
    )


def whole(parts: Sequence[TokenRows]) -> TokenRows:
    """The rows of a side whose parts, in their order, have these."""
    return TokenRows(
        stacked([part.names for part in parts]),
        stacked([part.figures for part in parts]),
        stacked([part.known for part in parts]),
    )


def _own(text: str, words: Mapping[str, int] | None) -> set[str]:
    return {f"own {words[stem]}" for stem in stems(text) if stem in words} if words else set()


def _one_by_one(texts: Sequence[str], go_on: GoOn) -> Iterator[str]:
    for number, text in enumerate(texts):
        if number % OFTEN == 0:
            go_on()
        yield text
