"""Make all data files of the program that are generated, or compare them with a fresh build.

    python tools/data/build.py            writes them (make data)
    python tools/data/build.py --check    writes nothing; exit 1 and their names where any differ

Each maker beside this file has `made() -> {path below reviewer/: text}`.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT), str(Path(__file__).parent)]

import alphabets  # noqa: E402
import lexica  # noqa: E402
import relative_times  # noqa: E402
import tables  # noqa: E402

PACKAGE = ROOT / "reviewer"
MAKERS = (lexica, relative_times, alphabets, tables)
FOLDERS = ("text/quantities/lexica",)
"""Folders with nothing but generated files: another file in them is stale."""


def made() -> dict[str, str]:
    """Every generated file, by path below `reviewer/`."""
    return {path: text for maker in MAKERS for path, text in maker.made().items()}


def differences(files: dict[str, str]) -> list[str]:
    """The paths of committed files that are not what they would be now."""
    stale = [
        f"{folder}/{path.name}"
        for folder in FOLDERS
        for path in (PACKAGE / folder).iterdir()
        if f"{folder}/{path.name}" not in files
    ]
    return stale + [path for path, text in files.items() if _committed(path) != text]


def _committed(path: str) -> str | None:
    file = PACKAGE / path
    return file.read_text("utf-8") if file.exists() else None


def main(arguments: list[str]) -> int:
    files = made()
    other = differences(files)
    if "--check" in arguments:
        for path in other:
            print(f"reviewer/{path} is not what tools/data makes: run make data")
        return 1 if other else 0
    for path in other:
        file = PACKAGE / path
        if path in files:
            file.parent.mkdir(exist_ok=True)
            file.write_text(files[path], "utf-8", newline="\n")
        else:
            file.unlink()
        print(f"reviewer/{path}")
    print(f"{len(files)} files, {len(other)} of them new or changed")
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
