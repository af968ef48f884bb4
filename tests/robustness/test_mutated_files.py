"""A file with some of its bytes changed is read, or refused in words; the long form is among the
benchmarks."""

from __future__ import annotations

import random

import pytest

from reviewer.formats.file_format import Format
from reviewer.formats.registry import FORMATS
from tests.benchmarks import fuzz_seeds, fuzzing


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_reader_says_what_it_cannot_read(form: Format) -> None:
    found = fuzz_seeds.seeds(form.name, form.suffixes)
    number = random.Random(f"small {form.name}")
    assert {fuzzing.outcome(form, found, number) for _ in range(3)} <= {"read", "told"}
