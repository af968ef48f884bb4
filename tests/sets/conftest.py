"""Two folders with articles that belong together."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer.analysis import analyse
from reviewer.sets import Maker

SOURCE = "The bridge cost 97 million euros.\n\nIt was opened on Monday, as everybody knows.\n"
GERMAN = "Die Brücke kostete 97 Millionen Euro.\n\nSie wurde am Montag eröffnet, wie alle wissen.\n"
WRONG = GERMAN.replace("97", "79")

MAKER = Maker(analyse)


@pytest.fixture
def files(tmp_path: Path) -> Callable[[dict[str, str]], Path]:
    """Writes files below a folder, by their names."""

    def make(texts: dict[str, str]) -> Path:
        for name, text in texts.items():
            path = tmp_path / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, "utf-8")
        return tmp_path

    return make


@pytest.fixture
def three(files: Callable[[dict[str, str]], Path]) -> Path:
    """English and German: one article without findings, two with one."""
    texts = {"a.txt": GERMAN, "2026/b.txt": WRONG, "c.txt": WRONG}
    return files(
        {f"en/{name}": SOURCE for name in texts} | {f"de/{name}": of for name, of in texts.items()}
    )
