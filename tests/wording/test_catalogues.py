"""The catalogues: every pattern of the program, in every language, with its own holes."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from babel.messages.catalog import Catalog, Message

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tools" / "words"))

import update  # noqa: E402
from collect import PACKAGE, Pattern, collected  # noqa: E402

LANGUAGES = sorted(update.PLURAL_FORMS)
MSGFMT = shutil.which("msgfmt")


def entries(language: str) -> Iterator[tuple[list[str], list[str], Message]]:
    """What each entry says in English and in the language."""
    for entry in update.read(language):
        if entry.id:
            ids = [entry.id] if isinstance(entry.id, str) else list(entry.id)
            said = [entry.string] if isinstance(entry.string, str) else list(entry.string)
            yield ids, said, entry


def holes(text: str) -> set[str]:
    return set(re.findall(r"\{(\w+)\}", text))


def test_the_collector_sees_the_program() -> None:
    found = collected()
    rooms = {pattern.place.split("/")[1] for pattern in found}
    assert len(found) > 500
    assert rooms >= {"ui", "checks", "formats", "store", "review", "machine_translation"}


def test_patterns_are_found_wherever_they_are_written(tmp_path: Path) -> None:
    (tmp_path / "checks").mkdir()
    file = tmp_path / "checks" / "some.py"
    file.write_text(
        'title = "Of a check"\n'
        'tr("one {hole}", hole=tr("inside"))\n'
        'words.message("of a message")\n'
        'plural("{n} row", "{n} rows", n)\n'
        'tr("yes" if on else "no")\n'
        'Command("name", "&Words", (), run, on, "Its tip")\n'
        'Command("name", "Other words", (), run, tip="Other tip")\n'
        'Format("docx", "Of a format", ())\n'
        "tr(not_written_out)\n"
    )
    import ast

    import collect

    original, collect.PACKAGE = collect.PACKAGE, tmp_path
    try:
        found = set(collect._patterns(ast.parse(file.read_text()), file))
    finally:
        collect.PACKAGE = original
    assert found == {
        ("Of a check", ""),
        ("one {hole}", ""),
        ("inside", ""),
        ("of a message", ""),
        ("{n} row", "{n} rows"),
        ("yes", ""),
        ("no", ""),
        ("&Words", ""),
        ("Its tip", ""),
        ("Other words", ""),
        ("Other tip", ""),
        ("Of a format", ""),
    }
    assert PACKAGE.name == "reviewer"


def test_quotation_marks_are_translated_as_words_are() -> None:
    found = {pattern.one for pattern in collected()}
    assert "“{words}”" in found
    assert "{words}" not in found


def test_the_catalogues_are_up_to_date() -> None:
    stale = [path.name for path, content in update.files().items() if path.read_bytes() != content]
    assert not stale, f"run make words: {stale}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_pattern_is_left_in_english(language: str) -> None:
    left = [ids[0] for ids, said, _ in entries(language) if not all(said)]
    assert not left, f"{len(left)} patterns have no translation, the first: {left[:5]}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_translation_has_the_holes_of_its_pattern(language: str) -> None:
    wrong = []
    for ids, said, _ in entries(language):
        wanted = holes(ids[-1])
        for form in said:
            # A form for one, two or none may say the number in words.
            spoken = wanted - {"n"} if len(ids) > 1 else wanted
            if form and not spoken <= holes(form) <= wanted:
                wrong.append(form)
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_counting_patterns_have_every_form_of_the_language(language: str) -> None:
    forms = int(update.PLURAL_FORMS[language].split("nplurals=")[1].split(";")[0])
    wrong = [ids for ids, said, _ in entries(language) if len(ids) > 1 and len(said) != forms]
    assert not wrong


def test_arabic_counts_no_noun_that_would_have_to_change() -> None:
    """After "x of y" a noun has one of four forms; a pattern without forms puts it before."""
    counted = re.compile(r"\{\w+\} من \{\w+\} (?!مما |ميغابايت)[ء-ي]")
    assert [
        said
        for _, said, entry in entries("ar")
        if not entry.pluralizable and counted.search(said[0])
    ] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_menus_have_one_underlined_letter_each_and_no_other_marks(language: str) -> None:
    wrong = []
    for ids, said, _ in entries(language):
        marks = len(re.findall("&(?!&| )", ids[0]))
        if said[0] and len(re.findall("&(?!&| )", said[0])) not in {marks, 0 if marks else marks}:
            wrong.append(said[0])
        if said[0] and ids[0].endswith("…") != said[0].endswith("…"):
            wrong.append(said[0])
    assert not wrong


@pytest.mark.parametrize("language", LANGUAGES)
def test_spaces_and_line_breaks_around_the_words_stay(language: str) -> None:
    wrong = [
        said[0]
        for ids, said, _ in entries(language)
        if said[0] and _around(ids[0]) != _around(said[0])
    ]
    assert not wrong


def _around(text: str) -> tuple[bool, bool, int]:
    return text[:1].isspace(), text[-1:].isspace(), text.count("\n\n")


def test_a_new_pattern_is_added_and_an_old_one_dropped() -> None:
    old = Catalog(locale="de")
    old.add("kept", "bleibt")
    old.add("gone", "weg")
    made = update.updated(old, "de", [Pattern("kept", "", "a.py"), Pattern("new", "", "a.py")])
    found = {entry.id: entry.string for entry in made if entry.id}
    assert found == {"kept": "bleibt", "new": None}


@pytest.mark.skipif(MSGFMT is None, reason="gettext is not installed")
@pytest.mark.parametrize("language", LANGUAGES)
def test_gettext_itself_takes_every_catalogue(language: str, tmp_path: Path) -> None:
    path = update.CATALOGUES / f"{language}.po"
    done = subprocess.run(
        [str(MSGFMT), "-c", "-o", str(tmp_path / "made.mo"), str(path)],
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr
