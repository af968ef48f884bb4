"""The rooms and their import rules, held over the syntax tree."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "reviewer"

# A room may import itself and the rooms that stand before it.
ROOMS = [
    "folders",
    "file_locks",
    "being_made",
    "mapped_arrays",
    "processes",
    "stopping",
    "written_values",
    "messages",
    "domain",
    "text",
    "wording",
    "formats",
    "machine_translation",
    "alignment",
    "terminology",
    "spelling",
    "checks",
    "profiles",
    "analysis",
    "store",
    "review",
    "reports",
    "sets",
    "ui",
    "cli",
]

# Inside these rooms a part may import itself and the parts that stand before it.
FLOORS = {
    "ui": [
        "state",
        "look",
        "background",
        "table",
        "panel",
        "dialogs",
        "commands",
        "start",
        "review",
        "sets",
        "window_help",
        "window_commands",
        "lazy_review_page",
        "main_window",
        "leaving",
        "told_to_end",
        "file_opener",
        "app",
    ],
    "review": [
        "model",
        "history",
        "operations",
        "export_edits",
        "reading",
        "summary",
        "glance",
        "deciding",
        "editing",
        "aligning",
        "review",
        "temporary",
    ],
    "formats": [
        "errors",
        "unfinished",
        "atomic",
        "shared",
        "new_blocks",
        "xml_parts",
        "file_format",
        "file_bytes",
        "plain",
        "html",
        "markdown",
        "plain_forms",
        "bilingual",
        "tables",
        "docx",
        "odt",
        "idml",
        "pptx",
        "pdf",
        "rtf",
        "subtitles",
        "epub",
        "ways_out",
        "recognition",
        "registry",
        "reading",
        "conversion",
        "writing",
        "joined",
    ],
}

# Commands know what is open and what to ask; no page and no window.
NEVER = {
    "ui.state": ["PySide6.QtWidgets"],
    "ui.commands": ["reviewer.ui.table", "reviewer.ui.panel"],
}

# Libraries that belong to one room alone.
OWNED = {
    "PySide6": "ui",
    "shiboken6": "ui",
    "sqlite3": "store",
    "sqlite_utils": "store",
    "ctranslate2": "machine_translation",
    "argostranslate": "machine_translation",
    "sentencepiece": "machine_translation",
    "hunspell": "spelling",
}

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


@cache
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
        if room in ("__init__", "__main__"):
            continue
        if ROOMS.index(parts[1]) > ROOMS.index(room):
            wrong.append(f"{path}:{line} imports {name}")
    assert not wrong, "\n".join(wrong)


LONGEST = 400
"""Lines of a file. What is longer has more than one job: part it by what its parts are about."""

LONGER: dict[str, str] = {}
"""Files of the program that are longer, each with the reason."""


def test_a_file_has_one_job_and_fits_it() -> None:
    lines = {
        path.relative_to(PACKAGE).as_posix(): len(path.read_text("utf-8").splitlines())
        for path in PACKAGE.rglob("*.py")
    }
    assert {name for name, many in lines.items() if many > LONGEST} == set(LONGER)


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


def modules() -> dict[str, Path]:
    """Every module of the program by its dotted name; a package by its own."""
    named = {}
    for path in PACKAGE.rglob("*.py"):
        parts = path.relative_to(PACKAGE.parent).with_suffix("").parts
        named[".".join(parts).removesuffix(".__init__")] = path
    return named


def imported_modules(known: dict[str, Path]) -> dict[str, set[str]]:
    """Which modules each module imports, also inside functions and for types only."""
    names = {path: name for name, path in known.items()}
    graph: dict[str, set[str]] = {name: set() for name in known}
    for path, _, imported in every_import():
        found = _module(imported, known)
        if found and found != names[path]:
            graph[names[path]].add(found)
    return graph


def _module(imported: str, known: dict[str, Path]) -> str | None:
    """The module behind an imported name, which may be a name inside of it.

    `from package import module` names the package too, but says nothing about what is in it.
    """
    if imported in known:
        return None if known[imported].name == "__init__.py" else imported
    package = imported.rpartition(".")[0]
    return package if package in known else None


def circles(graph: dict[str, set[str]]) -> list[list[str]]:
    """The groups of modules that import each other, directly or by way of others."""
    reached: dict[str, set[str]] = {}
    for start in graph:
        seen: set[str] = set()
        waiting = [start]
        while waiting:
            for name in graph[waiting.pop()] - seen:
                seen.add(name)
                waiting.append(name)
        reached[start] = seen
    found = {
        tuple(sorted(other for other in reached[name] if name in reached[other]))
        for name in graph
        if name in reached[name]
    }
    return [list(circle) for circle in sorted(found)]


def test_a_circle_is_found() -> None:
    assert circles({"a": {"b"}, "b": {"c"}, "c": {"b"}, "d": {"a"}}) == [["b", "c"]]
    assert circles({"a": {"b", "c"}, "b": {"c"}, "c": set()}) == []


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph = imported_modules(modules())
    assert sum(map(len, graph.values())) > 900
    assert not circles(graph)


@pytest.mark.parametrize("room", FLOORS)
def test_inside_a_room_data_flows_downwards_too(room: str) -> None:
    floors = FLOORS[room]
    seen, wrong = 0, []
    for path, line, name in every_import():
        inside = path.relative_to(PACKAGE).with_suffix("").parts
        parts = name.split(".")
        if inside[0] != room or inside[1] == "__init__":
            continue
        assert inside[1] in floors, f"{path} stands on no floor"
        if parts[:2] == ["reviewer", room] and len(parts) > 2:
            seen += 1
            if parts[2] in floors and floors.index(parts[2]) > floors.index(inside[1]):
                wrong.append(f"{path}:{line} imports {name}")
    assert seen > 60
    assert not wrong, "\n".join(wrong)


SHOWN_AT_FIRST = [
    "ui/review/page.py",
    "ui/state/alignment_evidence.py",
    "ui/state/comment_origins.py",
    "ui/state/progress_words.py",
    "ui/state/end_of_translation.py",
    "ui/state/next_translation.py",
]


@pytest.mark.parametrize("path", SHOWN_AT_FIRST)
def test_what_is_shown_at_first_does_not_wait_for_the_whole_review(path: str) -> None:
    """`OpenReview.review` waits until all of it has been read; `OpenReview.look` never does."""
    lines = (PACKAGE / path).read_text("utf-8").splitlines()
    waits = [line for line in lines if "review.review." in line and "is_read()" not in line]
    assert waits == []


@pytest.mark.parametrize("part", NEVER)
def test_a_part_knows_nothing_of_some_others(part: str) -> None:
    wrong = [
        f"{path}:{line} imports {name}"
        for path, line, name in every_import()
        if path.is_relative_to(PACKAGE / part.replace(".", "/"))
        and name.startswith(tuple(NEVER[part]))
    ]
    assert not wrong, "\n".join(wrong)
