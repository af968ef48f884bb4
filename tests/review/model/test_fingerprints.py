"""How a finding is known again."""

from __future__ import annotations

import unicodedata

import pytest

from reviewer.domain import Finding
from reviewer.messages import Message
from reviewer.review.model.fingerprints import fingerprints


def finding(subject: str) -> Finding:
    return Finding("number", "changed", "critical", Message("Another figure."), subject=subject)


def test_a_fingerprint_is_what_reviews_have_kept_it_under() -> None:
    findings = [finding("5"), finding("5"), finding("7")]
    assert fingerprints("It  has 5.", "Es hat 7.", findings) == [
        "d0c3076848eeef70ff19cd2f25f61ffa",
        "59ccccdd99a7451d1b5bbe82f52142bf",
        "7a5e55baad5d4065a6b59a2d8772136e",
    ]


def test_the_texts_of_a_row_are_read_once_for_all_its_findings(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read = 0
    normalize = unicodedata.normalize

    def counted(form: str, text: str) -> str:
        nonlocal read
        read += len(text)
        return normalize(form, text)

    monkeypatch.setattr(unicodedata, "normalize", counted)
    fingerprints("a" * 10_000, "b" * 10_000, [finding(str(n)) for n in range(100)])
    assert read < 25_000
