"""The user's cache of back-translations: kept across reviews, never in the way."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import ExitStack, closing
from pathlib import Path

import pytest

from reviewer.store.translation_cache import TranslationFile

Open = Callable[..., TranslationFile]


@pytest.fixture
def opened() -> Iterator[Open]:
    """Opens caches, which are closed at the end of the test."""
    with ExitStack() as stack:
        yield lambda path, **options: stack.enter_context(closing(TranslationFile(path, **options)))


def test_what_was_put_is_there_after_reopening(tmp_path: Path, opened: Open) -> None:
    path = tmp_path / "folder" / "translations.sqlite"
    first = opened(path)
    first.put_many({"eins": "one", "zwei": "two"}, "translate-de_en", "1.0")
    first.close()
    again = opened(path)
    assert again.get_many(["zwei", "drei"], "translate-de_en", "1.0") == {"zwei": "two"}


def test_another_version_of_the_package_knows_nothing(tmp_path: Path, opened: Open) -> None:
    cache = opened(tmp_path / "c.sqlite")
    cache.put_many({"eins": "one"}, "translate-de_en", "1.0")
    assert not cache.get_many(["eins"], "translate-de_en", "1.1")
    assert not cache.get_many(["eins"], "translate-nl_en", "1.0")


def test_more_texts_than_one_query_takes(tmp_path: Path, opened: Open) -> None:
    cache = opened(tmp_path / "c.sqlite")
    outputs = {f"satz {number}": f"sentence {number}" for number in range(1700)}
    cache.put_many(outputs, "p", "1")
    assert cache.get_many(list(outputs), "p", "1") == outputs


def test_the_oldest_make_room(tmp_path: Path, opened: Open) -> None:
    cache = opened(tmp_path / "c.sqlite", most=3)
    for number in range(5):
        cache.put_many({str(number): "x"}, "p", "1")
    assert set(cache.get_many([str(number) for number in range(5)], "p", "1")) == {"2", "3", "4"}


def test_a_file_that_is_no_database_is_an_empty_cache(tmp_path: Path, opened: Open) -> None:
    path = tmp_path / "c.sqlite"
    path.write_bytes(b"no database at all, and quite a long text at that" * 100)
    cache = opened(path)
    cache.put_many({"eins": "one"}, "p", "1")
    assert not cache.get_many(["eins"], "p", "1")


def test_a_folder_that_cannot_be_made_is_an_empty_cache(tmp_path: Path, opened: Open) -> None:
    (tmp_path / "file").write_text("in the way")
    cache = opened(tmp_path / "file" / "c.sqlite")
    assert not cache.get_many(["eins"], "p", "1")
