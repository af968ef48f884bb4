"""Which languages are written without spaces between words, and which texts run from the right."""

from __future__ import annotations

import pytest

from reviewer.text.scripts import has_spaces, runs_from_the_right


@pytest.mark.parametrize(
    "tag", ["zh", "zh-Hant", "zh_TW", "yue", "cmn", "ja-JP", "th", "lo", "km", "my", "bo", "dz"]
)
def test_languages_without_spaces(tag: str) -> None:
    assert not has_spaces(tag)


@pytest.mark.parametrize(
    "tag", ["en", "de-CH", "ko", "vi", "hi", "ar", "am", "ja-Latn", "zh-latn-CN", "", "x", "qqq"]
)
def test_languages_with_spaces(tag: str) -> None:
    assert has_spaces(tag)


@pytest.mark.parametrize(
    ("text", "among", "runs"),
    [
        ("الجسر مفتوح.", True, True),
        ("The bridge is open.", True, False),
        ("iPhone الجديد", True, True),
        ("12 – 14", True, True),
        ("The bridge is open.", False, False),
        ("גשר", False, True),
        ("The word גשר", False, False),
        ("", False, False),
    ],
)
def test_a_text_runs_as_those_around_it_unless_no_letter_does(
    text: str, among: bool, runs: bool
) -> None:
    assert runs_from_the_right(text, among) is runs
