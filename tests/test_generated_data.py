"""The committed data files are what `make data` makes (all of them are compared in make check)."""

from __future__ import annotations

import sys
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "reviewer"
sys.path.append(str(ROOT / "tools/data"))

import alphabets  # noqa: E402
import build  # noqa: E402
import lexica  # noqa: E402
import relative_times  # noqa: E402
import tables  # noqa: E402
from babel import localedata  # noqa: E402

MAKERS = {one.__name__: one.made for one in (alphabets, relative_times, tables)}


@cache
def made(maker: str) -> dict[str, str]:
    return MAKERS[maker]()


@pytest.mark.parametrize("maker", MAKERS)
def test_a_committed_table_is_the_generated_one(maker: str) -> None:
    for path, text in made(maker).items():
        assert (PACKAGE / path).read_text("utf-8") == text, path


@pytest.mark.parametrize("language", ["en", "uk", "fa", "ko", "zh", "sw"])
def test_a_committed_lexicon_is_the_generated_one(language: str) -> None:
    made = lexica.lexicon(language)
    localedata._cache.clear()  # Babel resolves aliases in place: the next test reads afresh.
    committed = PACKAGE / lexica.FOLDER / f"lexica/{language}.json"
    assert committed.read_text("utf-8") == made


def test_what_is_changed_or_stale_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / build.FOLDERS[0]
    folder.mkdir(parents=True)
    (folder / "en.json").write_text("as made", "utf-8")
    (folder / "de.json").write_text("by hand", "utf-8")
    (folder / "xx.json").write_text("of a language that is gone", "utf-8")
    monkeypatch.setattr(build, "PACKAGE", tmp_path)
    names = [f"{build.FOLDERS[0]}/{name}.json" for name in ("en", "de", "fr", "xx")]
    made = dict.fromkeys(names[:3], "as made")
    assert sorted(build.differences(made)) == sorted(names[1:])


def test_no_two_makers_make_the_same_file() -> None:
    paths = [path for maker in MAKERS for path in made(maker)]
    assert len(set(paths)) == len(paths)


def test_every_generated_file_says_what_it_was_made_with() -> None:
    for path in [*(PACKAGE / lexica.FOLDER).glob("lexica/*.json"), PACKAGE / relative_times.PATH,
                 PACKAGE / alphabets.PATH, PACKAGE / lexica.FOLDER / "regions.json"]:  # fmt: skip
        assert '"source":' in path.read_text("utf-8")[:60].replace(" ", ""), path
        assert "CLDR " in path.read_text("utf-8")[:90], path
