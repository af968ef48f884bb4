"""The list of word pieces of the sentence encoder is used only as it was published."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from reviewer.machine_translation import encoders
from reviewer.machine_translation.encoders import BundledEncoder


@pytest.mark.parametrize("there", ["as published", "another", "missing", "no encoder"])
def test_where_its_pieces_lie(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: str) -> None:
    file = tmp_path / encoders._PIECES
    file.parent.mkdir(parents=True, exist_ok=True)
    if there != "missing":
        file.write_bytes(b"pieces" if there == "as published" else b"other")
    place = None if there == "no encoder" else tmp_path
    digest = hashlib.sha256(b"pieces").hexdigest()
    monkeypatch.setattr(BundledEncoder, "_place", lambda _: place)
    monkeypatch.setitem(encoders._DIGESTS, encoders._PIECES, digest)
    assert BundledEncoder().pieces_file() == (file if there == "as published" else None)
