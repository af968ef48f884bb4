"""Write docs/formats.md from the registry of formats: `python packaging/docs/formats_page.py`."""

from __future__ import annotations

from pathlib import Path

from reviewer.formats.file_format import Format
from reviewer.formats.registry import FORMATS
from reviewer.formats.ways_out import WAYS_OUT

PAGE = Path(__file__).parents[2] / "docs/formats.md"

_HEAD = """# File formats

Made by `packaging/docs/formats_page.py` from the registry (`reviewer/formats/registry.py`); a
test fails when the two differ. How reading and writing work is told in
[decisions/formats.md](decisions/formats.md), how to add a format in
[recipes/format.md](recipes/format.md).

Without edits every file is written byte for byte as it came. With edits, in zipped formats all
parts but the edited ones stay, and in an edited part all but the edited words.

| Format | Files | Written | Not read | Changed beside the edited words |
|---|---|---|---|---|
"""

_WAYS = """
**Written**: *back* into the file it came in; *anew*, too, from a text of any other format;
*no*: read only, export as docx or text. *Tracked*: with the corrections as tracked changes,
comments and open findings beside their words; a text of any other format becomes a Word document
with them. **Pairs**: a source and its translations in one file,
so that `reviewer check FILE` needs no other. Inline codes are no text; they are compared, and
stay where they are. Units that are locked, or not to be translated, are set aside. A table is
a pair when its first row names two languages, or “source” and “target”; without such a row its
first two columns of words are; a Word table only with such a row, where it is named alone. Columns
that this row calls comments, notes or states are shown beside their rows, as those of XLIFF are;
rows that a column for locks (“Locked”, “Do not translate”, “Translate?”) or a state locks are set
aside. A column whose name says more than its side (“Target length”, “Source file”) is a text only
if its cells read as one.

## What is not read, and the way out

| Files | What to do |
|---|---|
"""


def page() -> str:
    """The text of the page."""
    rows = [
        f"| {each.title} | {_names(each)} | {_written(each)} | {each.unread or '–'} "
        f"| {each.changed or '–'} |"
        for each in FORMATS
    ]
    ways: dict[str, list[str]] = {}
    for suffix, way in WAYS_OUT.items():
        ways.setdefault(way, []).append(suffix)
    out = [f"| {', '.join(suffixes)} | {way} |" for way, suffixes in ways.items()]
    return _HEAD + "\n".join(rows) + "\n" + _WAYS + "\n".join(out) + "\n"


def _names(known: Format) -> str:
    return ", ".join(known.suffixes)


def _written(known: Format) -> str:
    if known.read_only:
        return "no"
    back = "back and anew" if known.maker else "back"
    if known.tracker:
        back += "; tracked"
    if known.in_table:
        back += "; pairs in a table"
    return f"{back}; pairs" if known.bilingual else back


if __name__ == "__main__":
    PAGE.write_text(page(), encoding="utf-8", newline="\n")
