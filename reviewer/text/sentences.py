"""Sentences as spans of a text."""

from __future__ import annotations

from reviewer.domain import Span


def split_sentences(text: str, language: str) -> list[Span]:
    """The sentences of `text` (in `language`) as spans in order, trimmed of white space.

    Between and around the spans there is white space only, so that spans and gaps together
    give the text back.
    """
    import sentencex

    spans: list[Span] = []
    at = 0
    for piece in sentencex.segment(language or "en", text):
        start = text.index(piece, at)
        at = start + len(piece)
        lead = len(piece) - len(piece.lstrip())
        if piece.strip():
            spans.append(Span(start + lead, start + lead + len(piece.strip())))
    return spans
