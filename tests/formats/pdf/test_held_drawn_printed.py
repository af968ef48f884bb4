"""What is read of drawn PDFs: see
tests/formats/drawn/holding.py."""

from __future__ import annotations

import pytest

from tests.formats.drawn import printed
from tests.formats.drawn.holding import PARTS, check


@pytest.mark.parametrize("part", range(PARTS))
def test_they_are_read_as_before(part: int) -> None:
    check("printed", printed.documents, 60, part)
