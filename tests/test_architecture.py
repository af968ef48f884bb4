"""The rooms and their import rules, held over the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "reviewer"

# A room may import itself and the rooms that stand before it.
ROOMS = [
    "folders",
    "processes",
    "domain",
    "text",
    "formats",
    "machine_translation",
    "alignment",
    "checks",
    "analysis",
    "store",
    "review",
    "reports",
    "cli",
    "ui",
]

# Libraries that belong to one room alone.
OWNED = {
    "PySide6": "ui",
    "shiboken6": "ui",
    "sqlite3": "store",
    "sqlite_utils": "store",
    "ctranslate2": "machine_translation",
    "argostranslate": "machine_translation",
    "sentencepiece": "machine_translation",
}

# The command line opens the window; nothing else reaches down.
ALLOWED = {("cli", "ui")}

# What is never imported: it goes online by itself, or pulls gigabytes.
FORBIDDEN = ("argostranslate.translate", "argostranslate.sbd", "torch", "stanza", "num2words")


def room_of(path: Path) -> str:
    parts = path.relative_to(PACKAGE).parts
    return parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[tuple[int, str]]:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}:{node.lineno}: a relative import"
            yield node.lineno, node.module or ""
            yield from ((node.lineno, f"{node.module}.{alias.name}") for alias in node.names)


def every_import() -> list[tuple[Path, int, str]]:
    return [
        (path, line, name) for path in sorted(PACKAGE.rglob("*.py")) for line, name in imports(path)
    ]


def test_the_rules_see_the_program() -> None:
    seen = every_import()
    assert len(seen) > 500
    assert {room_of(path) for path, _, _ in seen} >= set(ROOMS)


def test_data_flows_downwards() -> None:
    wrong = []
    for path, line, name in every_import():
        parts = name.split(".")
        room = room_of(path)
        if parts[0] != "reviewer" or len(parts) < 2 or parts[1] not in ROOMS:
            continue
        if room in ("__init__", "__main__") or (room, parts[1]) in ALLOWED:
            continue
        if ROOMS.index(parts[1]) > ROOMS.index(room):
            wrong.append(f"{path}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


def test_every_module_stands_in_a_known_room() -> None:
    rooms = {room_of(path) for path in PACKAGE.rglob("*.py")}
    assert rooms <= {*ROOMS, "__init__", "__main__"}


@pytest.mark.parametrize("library", OWNED)
def test_a_library_stays_in_its_room(library: str) -> None:
    users = {room_of(path) for path, _, name in every_import() if name.split(".")[0] == library}
    assert users <= {OWNED[library]}


def test_what_goes_online_by_itself_is_never_imported() -> None:
    wrong = [
        f"{path}:{line} imports {name}"
        for path, line, name in every_import()
        if name in FORBIDDEN or name.startswith(tuple(f"{stem}." for stem in FORBIDDEN))
    ]
    assert not wrong, "\n".join(wrong)
