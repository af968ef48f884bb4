"""Parts of CLDR that Babel leaves out, kept here as CLDR has them.

    cd FOLDER && npm pack cldr-dates-full cldr-misc-full      (unpack both)
    python tools/data/cldr.py FOLDER/cldr-dates-full FOLDER/cldr-misc-full

writes `cldr/date_fields.json` (names of the present, last and next year, month and day, and
patterns of "in 3 years") and `cldr/letters.json` (main exemplar characters), each a line for
each locale. CLDR is under the Unicode License v3.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

KEPT = Path(__file__).parent / "cldr"
LATIN = "cs da de es et fi fr hr hu is it lt lv nl pl pt ro sk sv tr"
"""Languages that were written in code pages of Latin letters before Unicode."""

UNITS = ("year", "month", "day")


def read(name: str) -> tuple[str, dict[str, Any]]:
    """The version of CLDR and the content by locale of `date_fields` or `letters`."""
    data = json.loads((KEPT / f"{name}.json").read_text("utf-8"))
    return data["version"], data["locales"]


def _date_fields(folder: Path, tag: str) -> dict[str, Any]:
    """By unit: `said` ("this year"), and `patterns` ("in {0} years") by plural category."""
    data = json.loads((folder / "main" / tag / "dateFields.json").read_text("utf-8"))
    fields = data["main"][tag]["dates"]["fields"]
    return {unit: {"said": _said(fields, unit), **_patterns(fields[unit])} for unit in UNITS}


def _said(fields: dict[str, Any], unit: str) -> list[str]:
    return sorted(
        {
            words
            for width in ("", "-short")
            for key, words in fields[unit + width].items()
            if key.startswith("relative-type-")
        }
    )


def _patterns(field: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, set[str]] = {}
    for direction in ("future", "past"):
        for key, words in field.get(f"relativeTime-type-{direction}", {}).items():
            found.setdefault(key.rsplit("-", 1)[1], set()).add(words)
    return {"patterns": {category: sorted(words) for category, words in sorted(found.items())}}


def _letters(folder: Path, tag: str) -> str:
    data = json.loads((folder / "main" / tag / "characters.json").read_text("utf-8"))
    letters: str = data["main"][tag]["characters"]["exemplarCharacters"]
    return letters


def _write(name: str, folder: Path, locales: dict[str, Any]) -> None:
    version = json.loads((folder / "package.json").read_text("utf-8"))["version"]
    lines = [f"{json.dumps(tag)}:{_compact(content)}" for tag, content in locales.items()]
    text = f'{{"version":{json.dumps(version)},"locales":{{\n' + ",\n".join(lines) + "\n}}\n"
    KEPT.mkdir(exist_ok=True)
    (KEPT / f"{name}.json").write_text(text, "utf-8", newline="\n")


def _compact(content: object) -> str:
    return json.dumps(content, ensure_ascii=False, separators=(",", ":"))


def main(dates: Path, misc: Path) -> None:
    """Read the two unpacked packages and write what is kept of them."""
    tags = sorted(path.name for path in (dates / "main").iterdir())
    fields = {tag: _date_fields(dates, tag) for tag in tags}
    # What a region or a script writes as its language does is no news, nor is what CLDR lacks.
    told = {
        tag: own
        for tag, own in fields.items()
        if tag == "und"
        or own not in (fields["und"], fields.get(tag.partition("-")[0]) if "-" in tag else None)
    }
    _write("date_fields", dates, told)
    _write("letters", misc, {tag: _letters(misc, tag) for tag in LATIN.split()})


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
