"""The same words give the same findings, whatever kind of file they come in."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import Analysis, analyse
from tests.libreoffice import LibreOffice, needs_libreoffice

FOLDER = Path(__file__).parent / "articles"
SEEDS = Path(__file__).parents[3] / "shared/seeds"
PAIRS = [("press", "uk"), ("news", "fr"), ("quake", "fr"), ("law", "nl"), ("letter", "ko")]
MADE = (".html", ".docx", ".md")
SAVED = (".odt", ".epub", ".pdf")


def made(path: Path, language: str, folder: Path) -> dict[str, Path]:
    """The text in each format that the program writes anew, and as it is."""
    document = formats.read(path)
    found = {path.suffix: path}
    for suffix in MADE:
        target = folder / f"{path.stem}{suffix}"
        target.write_bytes(formats.made(target, document.blocks, language))
        found[suffix] = target
    return found


def findings(source: Path, translation: Path) -> Counter[tuple[str, str, str, str]]:
    return counted(analyse(formats.read(source), [formats.read(translation)]))


def counted(analysis: Analysis) -> Counter[tuple[str, str, str, str]]:
    return Counter(
        (one.check, one.kind, one.severity, str(one.message))
        for comparison in analysis.translations
        for found in comparison.findings
        for one in found
    )


@pytest.mark.parametrize(("name", "language"), PAIRS)
def test_in_the_formats_that_the_program_writes(name: str, language: str, tmp_path: Path) -> None:
    source = made(FOLDER / f"{name}.en.txt", "en", tmp_path)
    translation = made(FOLDER / f"{name}.{language}.txt", language, tmp_path)
    as_text = findings(source[".txt"], translation[".txt"])
    for suffix in MADE:
        assert findings(source[suffix], translation[suffix]) == as_text, suffix


@needs_libreoffice
def test_in_the_formats_that_libreoffice_writes(libreoffice: LibreOffice, tmp_path: Path) -> None:
    name, language = PAIRS[0]
    files = [made(FOLDER / f"{name}.{code}.txt", code, tmp_path) for code in ("en", language)]
    saved = {suffix: [file[".docx"].with_suffix(suffix) for file in files] for suffix in SAVED}
    libreoffice.settle(
        [
            (file[".docx"], target, None)
            for suffix in SAVED
            for file, target in zip(files, saved[suffix], strict=True)
        ]
    )
    as_text = findings(*(file[".txt"] for file in files))
    for suffix, (source, translation) in saved.items():
        assert findings(source, translation) == as_text, suffix


@pytest.fixture
def five(tmp_path: Path) -> dict[str, dict[str, Path]]:
    """The five real articles by language, each in the formats that the program writes."""
    paths = dict(zip(["id", "uk", "en", "ar", "de"], sorted(SEEDS.glob("*.txt")), strict=True))
    return {code: made(path, code, tmp_path) for code, path in paths.items()}


def found_in(suffix: str, files: dict[str, dict[str, Path]]) -> Counter[tuple[str, str, str, str]]:
    read = {code: formats.read(file[suffix]) for code, file in files.items()}
    source = read.pop("en")
    return counted(analyse(source, list(read.values())))


@pytest.mark.skipif(not SEEDS.exists(), reason="the five real articles are not here")
def test_of_five_real_articles(five: dict[str, dict[str, Path]]) -> None:
    as_text = found_in(".txt", five)
    assert as_text
    for suffix in MADE:
        assert found_in(suffix, five) == as_text, suffix


@needs_libreoffice
@pytest.mark.skipif(not SEEDS.exists(), reason="the five real articles are not here")
def test_of_five_real_articles_that_libreoffice_writes(
    five: dict[str, dict[str, Path]], libreoffice: LibreOffice
) -> None:
    for file in five.values():
        file |= {suffix: file[".docx"].with_suffix(suffix) for suffix in SAVED}
    libreoffice.settle(
        [(file[".docx"], file[suffix], None) for suffix in SAVED for file in five.values()]
    )
    as_text = found_in(".txt", five)
    for suffix in SAVED:
        assert found_in(suffix, five) == as_text, suffix
