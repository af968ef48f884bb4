"""Checksums of rows: of large values, too, what `repr` writes."""

from __future__ import annotations

from typing import Any
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reviewer.store import digests

QUOTES = st.text("ab'\"\\\n\u200bé😀\ud800", max_size=12)
VALUES = st.one_of(QUOTES, st.binary(max_size=9), st.sampled_from([b"a'b", b"a\"'b", b'"']))


@given(st.lists(st.one_of(VALUES, st.integers(), st.none(), st.floats()), min_size=1, max_size=4))
def test_a_checksum_is_the_same_in_pieces(values: list[Any]) -> None:
    whole = crc32(repr(tuple(values)).encode("utf-8", "surrogatepass"))
    with pytest.MonkeyPatch.context() as patched:
        for piece in (1, 2, 3, 1 << 16):
            patched.setattr(digests, "_PIECE", piece)
            assert digests.of_row(tuple(values)) == whole
