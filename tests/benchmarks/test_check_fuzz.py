"""Checks, sentences and quantities on pairs made at random for a minute: nothing raw comes out."""

from __future__ import annotations

import os
import random
import time
import traceback
from collections import Counter

import pytest

from reviewer.checks.run import ALL_CHECKS, check_pair
from reviewer.domain import Pair
from reviewer.text.sentences import split_sentences

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]

SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))
LANGUAGES = [
    "en",
    "de",
    "uk",
    "ar",
    "zh",
    "ja",
    "hi",
    "tr",
    "vi",
    "id",
    "fr",
    "pl",
    "fa",
    "th",
    "xx",
    "",
]
PIECES = [
    *"a1 .,-_/(['\"“«<>&@:;#*`|\\$%=+~^!?\n\t\u00a0\u00ad\u0301\u200b\u2060\u202e\ud800",
    *"漢ा१0²½⅓Ⅻ①٣௧〇十百万億ก",
    *(
        "a ",
        "1 ",
        "1,",
        "1.",
        "a.",
        "//",
        "www.",
        "twenty ",
        "hundred ",
        "million ",
        "half ",
        "A.B.",
    ),
    *("§ ", "1st ", "XIV ", "12.03. ", "€5 ", "3/4", "10:30", "2019-02-30", "29.2.1900", "1e400"),
    *(
        "10^99999 ",
        "minus ",
        "zwei",
        "hundert",
        "1900s",
        "'90s",
        "-5°C",
        "5'11\"",
        "pm",
        "三分之一",
    ),
    *("第", "半", "‰", "±", "x10", "$1.5bn", "٫", "٬", "०", "7" * 61, "3" * 5_000),
]


def text(number: random.Random) -> str:
    chosen = (number.choice(PIECES) * number.choice([1, 1, 1, 2, 3]) for _ in range(14))
    return "".join(list(chosen)[: number.randint(0, 14)])


def test_no_pair_ends_in_a_raw_error() -> None:
    number = random.Random(1)
    seen: Counter[str] = Counter()
    until = time.monotonic() + SECONDS
    pairs = 0
    while time.monotonic() < until:
        source = text(number)
        target = source + text(number)[:3] if number.random() < 0.4 else text(number)
        one, other = number.choice(LANGUAGES), number.choice(LANGUAGES)
        pair = Pair(source, target, one, other)
        pairs += 1
        try:
            split_sentences(source, one)
            check_pair(pair)
            ALL_CHECKS.of_document([pair, pair])
        except Exception as error:
            seen[type(error).__name__] += 1
            if seen[type(error).__name__] < 4:
                traceback.print_exception(error, limit=-4)
    print(f"\n{pairs} pairs, {dict(seen)}")
    assert not seen
