"""A file with some of its bytes changed is read, or refused in words; the long form is among the
benchmarks."""

from __future__ import annotations

import random
import sys
from pathlib import Path

import pytest

from reviewer.formats.file_format import Format
from reviewer.formats.registry import FORMATS

sys.path.insert(0, str(Path(__file__).parents[1] / "benchmarks"))
import fuzz_seeds
import fuzzing


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_reader_says_what_it_cannot_read(form: Format) -> None:
    found = fuzz_seeds.seeds(form.name, form.suffixes)
    number = random.Random(f"small {form.name}")
    assert {fuzzing.outcome(form, found, number) for _ in range(3)} <= {"read", "told"}
