"""What a reviewer without a package is told."""

from __future__ import annotations

from reviewer.machine_translation.advice import without_package


def test_advice_names_languages_gain_and_way():
    words = without_package("vi", "en")
    for part in ("Vietnamese", "English", "left out", "Packages"):
        assert part in words
