"""The documentation names what is there, and all of it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PAGES = sorted(
    path
    for path in [*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")]
    if path.name != "LICENSE.md"
)
PACKAGE = ROOT / "reviewer"
DECISIONS = ROOT / "docs" / "decisions"
HEADING = re.compile(
    r"\*Decision (\d+) · (\d{4}-\d\d-\d\d) · (accepted|replaced by \d+)( · amended [\d-]{10})?\*"
)


def rooms() -> list[str]:
    """The folders of the program that hold modules or data, as the architecture names them."""
    folders = {
        path.parent for path in PACKAGE.rglob("*") if path.suffix in (".py", ".json", ".toml")
    }
    names = {path.relative_to(PACKAGE).as_posix() + "/" for path in folders if path != PACKAGE}
    return sorted(name for name in names if name != "text/quantities/lexica/")


def named(page: Path) -> set[str]:
    """What a page names in the form of code."""
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    return set(re.findall(r"`([^`\n]+)`", text))


def id_of(page: Path) -> str:
    return page.relative_to(ROOT).as_posix()


def test_there_is_something_to_look_at() -> None:
    assert len(PAGES) > 30
    assert len(rooms()) > 20


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_links_lead_somewhere(page: Path) -> None:
    text = re.sub(r"```.*?```", "", page.read_text("utf-8"), flags=re.DOTALL)
    for target in re.findall(r"\]\(([^)\s]+)\)", text):
        if not re.match(r"\w+:", target) and not target.startswith("#"):
            assert (page.parent / target.split("#")[0]).exists(), target


@pytest.mark.parametrize("page", PAGES, ids=id_of)
def test_commands_of_make_exist(page: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))
    for line in page.read_text("utf-8").splitlines():
        for name in re.findall(r"(?:^ {4}|`)make ([a-z-]+)", line):
            assert name in targets, line


@pytest.mark.parametrize("room", rooms())
def test_the_architecture_names_every_room(room: str) -> None:
    assert room in named(ROOT / "docs" / "architecture.md")


NAMING = ["CONTRIBUTING.md", "docs/architecture.md", "docs/releasing.md"]
NAMING += [f"docs/recipes/{name}.md" for name in ("check", "format", "language", "operation")]


@pytest.mark.parametrize("page", NAMING)
def test_files_and_folders_that_are_named_exist(page: str) -> None:
    made = ("build/", "dist/", "log/", "/")
    for name in named(ROOT / page):
        path = name.split(":")[0].rstrip("/")
        if not re.fullmatch(r"[\w./-]+", name) or re.search("[A-Z]{4,}", name):
            continue
        if "/" in name or name.endswith((".py", ".toml")):
            if name.startswith(made) or path == "reviewer/_resources":
                continue
            found = [(base / path).exists() for base in (ROOT, PACKAGE)]
            assert any(found), f"{page} names {name}"


def test_the_index_names_every_page() -> None:
    index = ROOT / "docs" / "README.md"
    linked = {
        (index.parent / target).resolve()
        for target in re.findall(r"\]\(([^)]+)\)", index.read_text("utf-8"))
    }
    below = [ROOT / "docs" / name for name in ("decisions", "measurements")]
    for page in (ROOT / "docs").rglob("*.md"):
        assert page == index or page in linked or page.parent in below, id_of(page)


def test_decisions_have_a_number_a_date_and_a_status() -> None:
    numbers = {}
    for page in DECISIONS.glob("*.md"):
        if page.name == "README.md":
            continue
        title, _, heading, *_ = page.read_text("utf-8").splitlines()
        match = HEADING.fullmatch(heading)
        assert match, f"{id_of(page)}: its third line is no heading such as *Decision 9 · …*"
        numbers[int(match[1])] = (match[2], match[3], title.removeprefix("# "), page.name)
    assert sorted(numbers) == list(range(1, len(numbers) + 1))
    index = re.findall(
        r"^\| (\d+) \| ([\d-]+) \| ([^|]+) \| \[(.+)\]\((.+)\) \|$",
        (DECISIONS / "README.md").read_text("utf-8"),
        re.MULTILINE,
    )
    assert [(int(number), *rest) for number, *rest in index] == [
        (number, *rest) for number, rest in sorted(numbers.items())
    ]


def test_the_glossary_is_sorted_and_says_each_word_once() -> None:
    text = (ROOT / "docs" / "glossary.md").read_text("utf-8")
    words = re.findall(r"^\| \*\*(.+?)\*\* \| .+ \|$", text, re.MULTILINE)
    assert len(words) >= 20
    assert words == sorted(set(words))


def test_every_test_file_names_its_programs() -> None:
    """A program that a test is skipped without stands in CONTRIBUTING.md and is installed."""
    looked_for = set()
    for path in (ROOT / "tests").rglob("*.py"):
        looked_for |= set(re.findall(r"shutil\.which\(\"([\w-]+)\"\)", path.read_text("utf-8")))
    assert "strace" in looked_for
    assert looked_for <= named(ROOT / "CONTRIBUTING.md")


def sources() -> list[Path]:
    return sorted(
        path
        for folder in ("reviewer", "packaging", "tests")
        for path in (ROOT / folder).rglob("*.py")
        if path != Path(__file__)
    )


def test_pages_that_the_sources_name_exist() -> None:
    seen = 0
    for path in sources():
        for page in re.findall(r"\bdocs/[\w/-]+\.md", path.read_text("utf-8")):
            seen += 1
            assert (ROOT / page).is_file(), f"{id_of(path)} names {page}"
    assert seen > 10


def test_modules_that_docstrings_name_exist() -> None:
    """`reviewer.room.module.Name` in a docstring: the module is there and has the name."""
    seen = 0
    for path in PACKAGE.rglob("*.py"):
        for dotted in re.findall(r"`(reviewer(?:\.\w+)+)`", path.read_text("utf-8")):
            seen += 1
            parts = dotted.split(".")[1:]
            place = PACKAGE
            while parts and (place / parts[0]).is_dir():
                place /= parts.pop(0)
            if parts and (place / f"{parts[0]}.py").is_file():
                place /= f"{parts.pop(0)}.py"
            text = (place / "__init__.py" if place.is_dir() else place).read_text("utf-8")
            assert not parts or re.search(rf"\b{parts[0]}\b", text), f"{id_of(path)}: {dotted}"
    assert seen > 4
