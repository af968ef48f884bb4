"""What a release is called, when it was made and what changed: read from where it stands once.

The version stands in reviewer/__init__.py, the changes in CHANGELOG.md under headings such as
`## 0.2.0 (2027-01-31)`; the one that is being worked on says `(unreleased)`.
"""

from __future__ import annotations

import os
import re
import subprocess
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).parents[2]
_HEADING = re.compile(r"## (?P<version>\d+\.\d+\.\d+) \((?P<date>unreleased|\d{4}-\d\d-\d\d)\)")


@dataclass(frozen=True)
class Release:
    """One section of the changes; `date` is "" while it is being worked on.

    `notes` are its points in short: those before its first part with a heading of its own.
    """

    version: str
    date: str
    notes: tuple[str, ...]


def version() -> str:
    """The program's version."""
    text = (ROOT / "reviewer" / "__init__.py").read_text("utf-8")
    found = re.search(r'^__version__ = "([^"]+)"$', text, re.MULTILINE)
    assert found, "reviewer/__init__.py holds no version"
    return found[1]


def releases(changelog: str | None = None) -> list[Release]:
    """The releases, the newest first. Raises ValueError for a heading that is none."""
    text = changelog or (ROOT / "CHANGELOG.md").read_text("utf-8")
    made = []
    for section in re.split(r"^(?=## )", text, flags=re.MULTILINE)[1:]:
        heading, _, body = section.partition("\n")
        match = _HEADING.fullmatch(heading.strip())
        if not match:
            raise ValueError(f"no heading of a release: {heading}")
        in_short = body.partition("\n### ")[0]
        notes = re.split(r"^- ", in_short, flags=re.MULTILINE)[1:]
        words = tuple(" ".join(note.split()).replace("`", "") for note in notes)
        date = "" if match["date"] == "unreleased" else match["date"]
        made.append(Release(match["version"], date, words))
    return made


def problems_of_tag(tag: str) -> list[str]:
    """Why a tag such as `v0.2.0` is not the one of this release, in words."""
    newest = releases()[0]
    found = []
    if tag != f"v{version()}":
        found.append(f"The tag {tag} is not the version {version()} of reviewer/__init__.py.")
    if newest.version != version():
        found.append(f"The newest section of CHANGELOG.md is {newest.version}, not {version()}.")
    if not newest.date:
        found.append(f"CHANGELOG.md calls {newest.version} unreleased.")
    return found


def epoch() -> int:
    """The second that everything we build is dated with: SOURCE_DATE_EPOCH, else the commit's."""
    given = os.environ.get("SOURCE_DATE_EPOCH")
    if given:
        return int(given)
    git = ["git", "-C", str(ROOT), "log", "-1", "--format=%ct"]
    done = subprocess.run(git, capture_output=True, text=True)
    return int(done.stdout) if done.returncode == 0 else 1_577_836_800


def day() -> str:
    """The day of `epoch`, such as 2027-01-31."""
    return datetime.fromtimestamp(epoch(), UTC).date().isoformat()


def reproducible() -> dict[str, str]:
    """The environment in which builders make the same bytes again."""
    return {**os.environ, "SOURCE_DATE_EPOCH": str(epoch()), "PYTHONHASHSEED": "0", "TZ": "UTC"}


if __name__ == "__main__":
    import sys

    wrong = problems_of_tag(sys.argv[1])
    print("\n".join(wrong))
    raise SystemExit(bool(wrong))
