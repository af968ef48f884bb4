"""Speech in single marks is looked for in time that grows with the text."""

from __future__ import annotations

import pytest

from reviewer.text.quotations import quotations


@pytest.mark.parametrize("text", ["'It don't can't 'so, ", "‘It don’t can’t ‘so, "])
def test_apostrophes_of_a_speech_that_does_not_end_are_read_in_one_way(text: str) -> None:
    """Each could be read in two ways, so that forty of them never came to an end."""
    assert not quotations(text * 40, "en")
