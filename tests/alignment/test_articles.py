"""The five real articles, aligned without any translation."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import pytest

from reviewer.alignment.align import align
from reviewer.domain import Bead
from reviewer.text.sentences import split_sentences

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"
if not SEEDS.exists():
    # `test_corpus` holds the same promises on articles of our own.
    pytest.skip("the five real articles are not here", allow_module_level=True)

# First and last line of the article proper; what stands outside is page furniture.
BODIES = {
    "en": ("002", 8, 60),
    "id": ("000", 1, 24),
    "de": ("004", 2, 26),
    "uk": ("001", 1, 17),
    "ar": ("003", 1, 21),
}


@lru_cache
def sentences(language: str) -> list[str]:
    number, first, last = BODIES[language]
    (path,) = SEEDS.glob(f"{number}_*.txt")
    lines = path.read_text(encoding="utf-8").split("\n")[first - 1 : last]
    return [
        span.of(line) for line in dict.fromkeys(lines) for span in split_sentences(line, language)
    ]


@lru_cache
def beads(language: str) -> list[Bead]:
    return align(
        sentences("en"), sentences(language), source_language="en", target_language=language
    )


def beside(language: str, words: str) -> str:
    """What stands beside the source sentence that holds the words."""
    (index,) = (n for n, text in enumerate(sentences("en")) if words in text)
    (bead,) = (bead for bead in beads(language) if index in bead.source)
    return " ".join(sentences(language)[n] for n in bead.target)


@pytest.mark.parametrize("language", ["id", "de"])
def test_a_faithful_translation_lacks_only_what_was_left_out(language: str) -> None:
    missing = [
        sentences("en")[n] for bead in beads(language) if not bead.target for n in bead.source
    ]
    assert len(missing) == 2  # the lead and a caption, in neither of the two
    assert missing[0].startswith("Prime Minister Pham Minh Chinh emphasized")
    assert missing[1].endswith("chaired the meeting.")
    assert not any(bead.relation in ("added", "moved") for bead in beads(language))


def test_a_sentence_that_became_two_is_one_bead() -> None:
    assert "niemanden zurückzulassen" in beside("de", "Mobile Money")
    assert "8,8 Millionen" in beside("de", "Mobile Money")


FIGURES = {
    "63/63 localities": {"uk": "63/63", "ar": "63/63"},
    "22.4%": {"uk": "22,4%", "ar": "22.4%"},
    "1,928,311": {"uk": "1,9 мільйона", "ar": "1,928,311"},
    "87.08%": {"uk": "87,08%"},
    "687,000": {"uk": "687 000", "ar": "687"},
    "3.8 million": {"uk": "3,8 мільйона", "ar": "3.8"},
    "42%": {"ar": "42%"},
    "30 MW": {"ar": "30"},
    "IPv6": {"ar": "IPv6"},
}


@pytest.mark.parametrize(
    ("words", "language", "wanted"),
    [
        (words, language, form)
        for words, forms in FIGURES.items()
        for language, form in forms.items()
    ],
)
def test_sentences_with_figures_stand_beside_their_counterparts(
    words: str, language: str, wanted: str
) -> None:
    assert wanted in beside(language, words)


@pytest.mark.parametrize(
    ("words", "language"),
    [
        ("97,000 billion", "uk"),
        ("97,000 billion", "ar"),
        ("50,350 enterprises", "uk"),
        ("50,350 enterprises", "ar"),
        ("8.8 million", "ar"),
        ("share good experiences", "uk"),
    ],
)
def test_large_parts_that_were_left_out_are_missing(words: str, language: str) -> None:
    assert beside(language, words) == ""
