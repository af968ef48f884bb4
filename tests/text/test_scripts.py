"""Which languages are written without spaces between words."""

from __future__ import annotations

import pytest

from reviewer.text.scripts import has_spaces


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
