"""Whether a new version of a translation is in the language of the one before it."""

from __future__ import annotations

import pytest

from reviewer.analysis import SegmentedDocument
from reviewer.analysis.said_languages import another_language
from reviewer.domain import Document, Segment, Span
from reviewer.text import languages

GERMAN = "Die Brücke hat 97 Millionen Euro gekostet. Sie wurde am Montag eröffnet."
INDONESIAN = "Biaya jembatan itu 97 juta euro. Jembatan itu dibuka pada hari Senin."
SHORT = "Jembatan"


def version(text: str, said: str = "") -> SegmentedDocument:
    document = Document("new.html", "html", (), b"", language=said)
    segment = Segment("t1", text, 0, Span(0, len(text)))
    return SegmentedDocument(document, "de", (segment,))


@pytest.mark.parametrize(
    ("text", "said", "before", "wanted", "asked"),
    [
        (GERMAN, "", GERMAN, "de", ""),
        (GERMAN, "", GERMAN, "de-CH", ""),
        (GERMAN, "en", GERMAN, "de", ""),
        (INDONESIAN, "", GERMAN, "de", "id"),
        (INDONESIAN, "de", GERMAN, "de", "id"),
        (SHORT, "id", GERMAN, "de", "id"),
        (SHORT, "", GERMAN, "de", ""),
        (SHORT, "de", GERMAN, "de", ""),
        ("", "", GERMAN, "de", ""),
        (INDONESIAN, "", INDONESIAN, "jv", ""),
        (INDONESIAN, "", GERMAN, "ms", ""),
        (SHORT, "id", GERMAN, "ms", ""),
    ],
)
def test_a_version_in_another_language_is_seen(
    text: str, said: str, before: str, wanted: str, asked: str
) -> None:
    assert another_language(version(text, said), before, wanted) == asked


@pytest.mark.parametrize(("sure", "asked"), [(0.49, ""), (0.5, "id"), (0.51, "id")])
def test_half_sure_is_enough_to_ask(
    sure: float, asked: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        languages, "detect", lambda text: ("de", 1.0) if text == GERMAN else ("id", sure)
    )
    assert another_language(version(INDONESIAN), GERMAN, "de") == asked
