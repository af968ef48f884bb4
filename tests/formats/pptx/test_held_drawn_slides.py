"""What is read of drawn presentations, and what edits write into them: see
tests/formats/drawn/holding.py."""

from __future__ import annotations

import pytest

from tests.formats.drawn import slides
from tests.formats.drawn.holding import PARTS, check


@pytest.mark.parametrize("part", range(PARTS))
def test_they_are_read_and_written_as_before(part: int) -> None:
    check("slides", slides.documents, 60, part)
