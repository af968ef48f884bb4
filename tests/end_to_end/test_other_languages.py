"""The whole way through on texts of many kinds and languages, faithful and with planted errors."""

from __future__ import annotations

from reviewer.analysis import analyse
from reviewer.domain import Block, Document


def document(*paragraphs: str) -> Document:
    blocks = tuple(Block(paragraph) for paragraph in paragraphs)
    return Document("text.txt", "text", blocks, b"")


def test_the_detected_language_decides_where_sentences_end() -> None:
    source = document(
        "The next match is on Wednesday at 7:45 p.m. Tully will miss it because he is injured."
    )
    translation = document(
        "Das nächste Spiel findet am 12. Februar um 19.45 Uhr statt. Tully fehlt verletzt."
    )
    result = analyse(source, [translation])
    assert len(result.source.segments) == 2
    assert len(result.translations[0].side.segments) == 2
