"""Every reader on mutated real files for a minute: only the project's own errors come out."""

from __future__ import annotations

import os
import random
import time
from collections import Counter

import pytest

from reviewer.formats.file_format import Format
from reviewer.formats.registry import FORMATS
from tests.benchmarks import fuzz_seeds, fuzzing

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]

SECONDS = int(os.environ.get("FUZZ_SECONDS", "60"))


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_reader(form: Format) -> None:
    found = fuzz_seeds.seeds(form.name, form.suffixes)
    assert found
    number = random.Random(form.name)
    seen: Counter[str] = Counter()
    until = time.monotonic() + SECONDS
    slowest = 0.0
    while time.monotonic() < until:
        start = time.process_time()
        seen[fuzzing.outcome(form, found, number)] += 1
        slowest = max(slowest, time.process_time() - start)
    print(f"\n{form.name}: {len(found)} files, {dict(seen)}, slowest {slowest:.1f} s of processor")
    assert set(seen) <= {"read", "told"}
