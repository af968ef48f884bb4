"""How many of the labelled extraction examples are read rightly, language by language; speed."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from reviewer.text.quantities import extract_quantities
from reviewer.text.quantities.lexicon import lexicon
from tests.text.quantities.extraction_examples import LANGUAGES, examples, mistakes

FLORES = Path(__file__).parents[2] / ".." / "shared" / "bench" / "flores-dev"


@pytest.mark.benchmark
def test_share_of_examples_read_rightly() -> None:
    right: dict[str, int] = {}
    kinds: dict[str, list[bool]] = {}
    for language in LANGUAGES:
        wrong = {example.name: mistakes(example) for example in examples(language)}
        right[language] = sum(not found for found in wrong.values())
        for example in examples(language):
            for expected in example.quantities:
                named = any(m.startswith(repr(expected.written)) for m in wrong[example.name])
                kinds.setdefault(expected.kind, []).append(not named)
    print()
    for language, count in right.items():
        print(f"{language}  {count:2} of {len(examples(language))}")
    for kind, read in sorted(kinds.items()):
        print(f"{kind:9} {sum(read):3} of {len(read)} quantities")
    total = sum(len(examples(language)) for language in LANGUAGES)
    print(f"all  {sum(right.values())} of {total}: {100 * sum(right.values()) / total:.1f} %")
    assert sum(right.values()) >= 0.95 * total


def seconds(sentences: list[str], language: str) -> float:
    started = time.process_time()
    for sentence in sentences:
        extract_quantities(sentence, language)
    return time.process_time() - started


@pytest.mark.benchmark
@pytest.mark.skipif(not FLORES.exists(), reason="the data is not beside the project")
def test_speed() -> None:
    print(
        "\nmicroseconds of processor time a sentence: words new to the program, words seen before"
    )
    news, olds = [], []
    for language in ("en", "de", "id", "uk", "vi", "ar", "tr", "zh"):
        sentences = (FLORES / f"{language}.txt").read_text("utf-8").splitlines()
        new = []
        for _ in range(3):
            lexicon.cache_clear()
            extract_quantities("1", language)
            new.append(seconds(sentences, language))
        old = min(seconds(sentences, language) for _ in range(5))
        news.append(1e6 * min(new) / len(sentences))
        olds.append(1e6 * old / len(sentences))
        print(f"{language}  {news[-1]:4.0f}  {olds[-1]:4.0f}")
    old = sum(olds) / len(olds)
    print(f"all {sum(news) / len(news):4.0f}  {old:4.0f}: {1e6 / old:,.0f} sentences a second")


@pytest.mark.benchmark
def test_first_calls(tmp_path: Path) -> None:
    # An installed program has its modules compiled; the first run does that here.
    compiled = {"PYTHONDONTWRITEBYTECODE": "", "PYTHONPYCACHEPREFIX": str(tmp_path)}
    program = (
        "import time; import reviewer.domain, json, pathlib; t = time.process_time()\n"
        "from reviewer.text.quantities import extract_quantities as extract\n"
        "times = [t, time.process_time()]\n"
        "for language in ('en', 'de', 'ar', 'uk', 'zh'):\n"
        "    extract('1', language); times.append(time.process_time())\n"
        "print(*(1000 * (b - a) for a, b in zip(times, times[1:])))"
    )
    runs = [
        subprocess.run(
            [sys.executable, "-c", program], capture_output=True, text=True, check=True,
            cwd=Path(__file__).parents[2], env=os.environ | compiled,
        ).stdout.split()
        for _ in range(5)
    ]  # fmt: skip
    print("\nmilliseconds of processor time: import, first call in en, de, ar, uk, zh")
    print("  ".join(f"{min(map(float, times)):.1f}" for times in zip(*runs, strict=True)))
