"""What each report makes of a review with everything in it, place by place.

`held_reports.txt` has every tag, number and value of each; of words that stand in a row only the
first, since the catalogues and the checks are held elsewhere. No condition of a report changes by a
slip so. After a change on purpose: HELD=write pytest tests/reports/test_held_reports.py
"""

from __future__ import annotations

import io
import os
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

from reviewer import __version__
from reviewer.reports.kinds import KINDS, Options
from reviewer.review import Review

TABLE = Path(__file__).with_name("held_reports.txt")
OPTIONS = Options("Ann Lee", "2026-11-29T10:00:00+00:00")
ALWAYS_NEW = re.compile(
    r"\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(\+00:00|Z)?|\d{8}T\d{6}Z|[0-9a-f]{12,}"
)
WORDS = re.compile(r"([^\W\d_]+)(?:[ \u00a0,;:.]+[“”‘’()…]*[^\W\d_]+)+")
FOLDER = re.compile(r"[\w/.-]*/kept\d+/")
DRESS = re.compile(r"<(style|script)\b.*?</\1>", re.DOTALL)


def parts(made: bytes) -> Iterator[str]:
    """The texts of a file: of one in a zip those of its parts that hold what was written."""
    if not made.startswith(b"PK"):
        yield made.decode("utf-8")
        return
    with zipfile.ZipFile(io.BytesIO(made)) as archive:
        for name in archive.namelist():
            if re.fullmatch(
                r"(word/(document|comments)|xl/(worksheets/\w+|sharedStrings))\.xml", name
            ):
                yield archive.read(name).decode("utf-8")


def told(text: str) -> str:
    """What is held of a text."""
    text = DRESS.sub("", text).replace(__version__, "VERSION")
    text = FOLDER.sub("", text)
    text = WORDS.sub(r"\1 …", ALWAYS_NEW.sub("NEW", text))
    return re.sub(r"\n+", "\n", re.sub(r">\s*<", ">\n<", text)).strip()


def lines(review: Review, name: str, translations: list[int]) -> Iterator[str]:
    (kind,) = (one for one in KINDS if one.name == name)
    yield f"===== {name}, {translations}"
    for text in parts(kind.make(review, translations, OPTIONS)):
        yield from told(text).splitlines()


def test_they_are_as_they_were(reviewed: Review) -> None:
    names = [one.name for one in KINDS if one.name != "tracked"]
    found = [line for name in names for line in lines(reviewed, name, [1])]
    found += [line for one in KINDS if one.whole for line in lines(reviewed, one.name, [1, 2])]
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == TABLE.read_text("utf-8").split("\n")[:-1]
