"""How many of the labelled extraction examples are read rightly, language by language."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parents[1] / "text" / "quantities"))

from extraction_examples import LANGUAGES, examples, mistakes


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
