"""How well sentence ends are found in running text, against sentencex as it comes."""

from __future__ import annotations

import time
from pathlib import Path

import pytest

from reviewer.text import sentences
from reviewer.text.sentences import split_sentences

_FLORES = Path(__file__).parents[2] / "../shared/bench/flores-dev"
_LANGUAGES = ("en", "de", "id", "uk", "vi", "ar", "tr", "zh")
_LINES = 20

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not _FLORES.exists(), reason="the FLORES sentences are not here"),
]


def _articles(language: str) -> list[tuple[str, set[int]]]:
    """Texts of 20 lines each, with the places where a line ends."""
    lines = [line.strip() for line in (_FLORES / f"{language}.txt").read_text("utf-8").splitlines()]
    gap = "" if language == "zh" else " "
    articles = []
    for first in range(0, len(lines) - _LINES, _LINES):
        text, ends = "", set()
        for line in lines[first : first + _LINES]:
            text += line
            ends.add(len(text))
            text += gap
        articles.append((text, ends))
    return articles


@pytest.mark.parametrize("language", _LANGUAGES)
def test_line_ends_are_found(language: str) -> None:
    from sentencex.sentencex import segment

    articles = _articles(language)
    split_sentences("A. B.", language)
    rounds = []
    for _ in range(5):
        sentences._split_and_keep.cache_clear()
        start = time.process_time()
        ours = [{span.end for span in split_sentences(text, language)} for text, _ in articles]
        rounds.append(time.process_time() - start)
    seconds = min(rounds)
    missed = sum(len(ends - found) for found, (_, ends) in zip(ours, articles, strict=True))
    theirs = 0
    for text, ends in articles:
        at, found = 0, set()
        for piece in segment(language, text):
            found.add(at + len(piece.rstrip()))
            at += len(piece)
        theirs += len(ends - found)
    lines = sum(len(ends) for _, ends in articles)
    size = sum(len(text.encode()) for text, _ in articles)
    print(
        f"\n{language}: {lines} line ends, missed {missed}, by sentencex alone {theirs}; "
        f"{lines / seconds:,.0f} lines and {size / seconds / 1e6:.1f} MB a processor second"
    )
    assert missed <= 0.03 * lines
