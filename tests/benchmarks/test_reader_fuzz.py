"""Every reader on mutated real files for a minute: only the project's own errors come out."""

from __future__ import annotations

import random
import time
import traceback
from collections import Counter
from pathlib import Path

import pytest

from reviewer.domain import ReviewerError
from reviewer.formats.registry import FORMATS, Format, edited_bytes, read_bytes
from reviewer.text.segments import segments

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(300)]

SECONDS = 60
LARGEST = 200_000
FILES = Path(__file__).parents[1]


def mutated(data: bytes, other: bytes, number: random.Random) -> bytes:
    """One to four of the usual harms: bits, cuts, copies, swaps, pieces of another file."""
    changed = bytearray(data)
    for _ in range(number.randint(1, 4)):
        at = number.randrange(len(changed) or 1)
        end = at + number.randint(1, 200)
        harm = number.randrange(6)
        if harm == 0 and changed:
            changed[at] ^= 1 << number.randrange(8)
        elif harm == 1:
            del changed[at:end]
        elif harm == 2:
            changed[at:at] = changed[at:end] * number.randint(1, 30)
        elif harm == 3:
            changed[at:end] = number.randbytes(end - at)
        elif harm == 4:
            start = number.randrange(len(other) or 1)
            changed[at:end] = other[start : start + 200]
        else:
            del changed[at + number.randint(0, len(changed)) :]
    return bytes(changed)


@pytest.mark.parametrize("form", FORMATS, ids=lambda form: form.name)
def test_a_reader(form: Format) -> None:
    found = [
        path
        for path in sorted(FILES.rglob("*"))
        if path.suffix in form.suffixes and path.is_file() and path.stat().st_size <= LARGEST
    ]
    seeds = [path.read_bytes() for path in found] or [b"A text.\n\nAnother one, of 1901."]
    number = random.Random(form.name)
    seen: Counter[str] = Counter()
    until = time.monotonic() + SECONDS
    slowest = 0.0
    while time.monotonic() < until:
        data = mutated(number.choice(seeds), number.choice(seeds), number)
        start = time.process_time()
        try:
            document = read_bytes(Path(f"x{form.suffixes[0]}"), data)
            for segment in segments(document, "s"):
                assert segment.span.of(document.blocks[segment.block].text) == segment.text
            edited_bytes(document, [])
            seen["read"] += 1
        except ReviewerError:
            seen["told"] += 1
        except Exception as error:
            seen[f"raw {type(error).__name__}"] += 1
            traceback.print_exception(error, limit=-3)
        slowest = max(slowest, time.process_time() - start)
    print(f"\n{form.name}: {len(found)} files, {dict(seen)}, slowest {slowest:.1f} s of processor")
    assert set(seen) <= {"read", "told"}
