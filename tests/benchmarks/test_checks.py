"""False alarms of the checks (but the number check) on faithful human translations."""

from __future__ import annotations

import time
from collections import Counter
from pathlib import Path

import pytest

from reviewer.checks import REGISTRY, check_document
from reviewer.domain import Finding, Pair

_FLORES = Path(__file__).parents[2] / "../shared/bench/flores-dev"
_LANGUAGES = ("id", "de", "uk", "vi", "ar", "tr", "zh")
_MOST_MAJOR = 0.003

pytestmark = [
    pytest.mark.benchmark,
    pytest.mark.skipif(not _FLORES.exists(), reason="the FLORES sentences are not here"),
]


def _lines(language: str) -> list[str]:
    text = (_FLORES / f"{language}.txt").read_text("utf-8")
    return [line.strip() for line in text.splitlines()]


def _findings(pairs: list[Pair]) -> list[Finding]:
    checks = [c for c in REGISTRY if c.id not in ("numbers",) and "aligned" in c.relations]
    found = [finding for pair in pairs for check in checks for finding in check.find(pair)]
    return found + [finding for of_one in check_document(pairs).values() for finding in of_one]


@pytest.mark.parametrize("language", _LANGUAGES)
@pytest.mark.parametrize("out_of_english", [True, False], ids=["en→", "→en"])
def test_faithful_translations_are_quiet(language: str, out_of_english: bool) -> None:
    english, other = _lines("en"), _lines(language)
    pairs = [
        Pair(a, b, "en", language) if out_of_english else Pair(b, a, language, "en")
        for a, b in zip(english, other, strict=True)
    ]
    _findings(pairs[:5])
    start = time.perf_counter()
    found = _findings(pairs)
    seconds = time.perf_counter() - start
    counts = Counter((finding.check, finding.kind) for finding in found)
    print(
        f"\n{'en→' + language if out_of_english else language + '→en'}: "
        f"{len(pairs) / seconds:,.0f} pairs/s, "
        + (", ".join(f"{c}/{k} {n}" for (c, k), n in sorted(counts.items())) or "nothing")
    )
    major = Counter(f.check for f in found if f.severity in ("critical", "major"))
    assert all(count <= _MOST_MAJOR * len(pairs) for count in major.values())
