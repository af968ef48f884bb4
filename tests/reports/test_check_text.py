"""The result of a check for a terminal."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.reports.check_text import check_text, totals

_COLOUR = re.compile(r"\x1b\[[\d;]+m")


@pytest.mark.parametrize("name", ["a\x1b[2Jb.txt", "a\nb.txt", "a\x07\x9b31m.txt", "a\rb.txt"])
@pytest.mark.parametrize("colour", [False, True])
def test_names_and_texts_steer_no_terminal(name: str, colour: bool) -> None:
    source = formats.read_bytes(Path("source.md"), b"The tower \x9b31m opens. It costs 45 euros.")
    target = formats.read_bytes(Path(name), "Der Turm \x9b31m öffnet. Er kostet 54 Euro.".encode())
    analysis = analyse(source, [target])
    for written in (check_text(analysis, colour=colour), totals([analysis], colour=colour)):
        assert not re.search(r"[\0-\x08\x0b-\x1f\x7f-\x9f]", _COLOUR.sub("", written))
        assert len(written.partition("(German)")[0].splitlines()) == 1
