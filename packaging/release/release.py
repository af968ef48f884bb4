"""All of a release that needs no account: `make release`.

    python packaging/release/release.py TAG

checks that the tag is the version and that the changes are dated, and writes SHA256SUMS over what
`make dist` and `make package` left in dist/. Then it says what a person has to do.
"""

from __future__ import annotations

import hashlib
import sys
from pathlib import Path

from project import ROOT, problems_of_tag, version

DIST = ROOT / "dist"
LEFT = """\
Left to do by a person with the accounts (docs/releasing.md):
  - sign the installers for Windows and macOS, have the macOS one notarised
  - push the tag {tag}; the workflow builds for the other systems
  - publish the release with what lies in dist/"""


def write_sums(folder: Path) -> Path:
    """List the SHA-256 of each file of this version, as `sha256sum --check` reads it."""
    sums = folder / "SHA256SUMS"
    names = sorted(path.name for path in folder.iterdir() if version() in path.name)
    lines = (f"{hashlib.sha256((folder / n).read_bytes()).hexdigest()}  {n}\n" for n in names)
    sums.write_text("".join(lines), "utf-8")
    return sums


def main(tag: str) -> int:
    """Check and list; returns the exit code."""
    problems = problems_of_tag(tag)
    for words in problems:
        print(words)
    if problems:
        return 1
    print(write_sums(DIST).read_text("utf-8"), end="")
    print(LEFT.format(tag=tag))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1] if len(sys.argv) > 1 else f"v{version()}"))
