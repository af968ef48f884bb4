"""What is remembered across reviews."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from reviewer.store.errors import NewerReview, StoreError
from reviewer.store.memory import Memory


@pytest.fixture
def memory(tmp_path: Path) -> Iterator[Memory]:
    memory = Memory(tmp_path / "data" / "memory.sqlite")
    yield memory
    memory.close()


def again(memory: Memory) -> Memory:
    memory.close()
    return Memory(memory.path)


def test_dismissals_are_known_by_fingerprint(memory: Memory) -> None:
    memory.remember_dismissals({"a": "why", "b": "", "c": ""})
    memory.forget_dismissals(["b"])
    memory = again(memory)
    assert memory.dismissed(["a", "b", "a", "x"]) == {"a": "why"}
    memory.close()


def test_thousands_of_findings_are_looked_up_at_once(memory: Memory) -> None:
    memory.remember_dismissals({str(number): "" for number in range(0, 5000, 2)})
    assert len(memory.dismissed(map(str, range(5000)))) == 2500
    assert memory.dismissed([]) == {}


def test_confirmed_pairs_belong_to_two_languages(memory: Memory) -> None:
    memory.confirm_pair("en", "de", "One.", "Eins.")
    memory.confirm_pair("en", "de", "One.", "Eins.")
    memory.confirm_pair("en", "fr", "One.", "Un.")
    assert memory.confirmed_pairs("en", "de") == {("One.", "Eins.")}
    memory.forget_pair("en", "de", "One.", "Eins.")
    assert memory.confirmed_pairs("en", "de") == frozenset()


def test_two_programs_may_use_it_at_once(memory: Memory) -> None:
    other = Memory(memory.path)
    memory.remember_dismissals({"a": ""})
    other.remember_dismissals({"b": ""})
    assert memory.dismissed("ab") == other.dismissed("ab") == {"a": "", "b": ""}
    other.close()


def test_it_lies_in_the_user_s_data_folder(own_home: Path) -> None:
    memory = Memory.of_this_user()
    assert own_home in memory.path.parents
    memory.close()


def test_one_that_cannot_be_used_says_so(tmp_path: Path) -> None:
    file = tmp_path / "memory.sqlite"
    file.write_text("no database " * 100)
    with pytest.raises(StoreError, match="Move it away"):
        Memory(file)
    with pytest.raises(StoreError):
        Memory(file / "below a file")
    newer = tmp_path / "newer.sqlite"
    connection = sqlite3.connect(newer)
    connection.execute("PRAGMA user_version = 99")
    connection.close()
    with pytest.raises(NewerReview):
        Memory(newer)


@pytest.mark.skipif(os.name == "nt", reason="Windows removes no file that is open")
@pytest.mark.parametrize("harm", ["file", "folder", "replaced"])
def test_one_that_was_taken_away_is_begun_anew(memory: Memory, harm: str) -> None:
    memory.remember_dismissals({"a": ""})
    if harm == "replaced":
        other = Memory(memory.path.with_name("other.sqlite"))
        other.remember_dismissals({"b": ""})
        other.close()
        other.path.replace(memory.path)
    elif harm == "folder":
        shutil.rmtree(memory.path.parent)
    else:
        memory.path.unlink()
    memory.remember_dismissals({"c": ""})
    known = {"b", "c"} if harm == "replaced" else {"c"}
    assert set(memory.dismissed(["a", "b", "c"])) == known
    assert set(again(memory).dismissed(["a", "b", "c"])) == known


def test_the_last_comment_on_a_dismissal_is_kept(memory: Memory) -> None:
    memory.remember_dismissals({"a": "why"})
    memory.remember_dismissals({"a": "since it is a name"})
    assert memory.dismissed(["a"]) == {"a": "since it is a name"}


def test_two_programs_go_on_with_one_file_when_theirs_is_removed(memory: Memory) -> None:
    """The second to see it leaves the log alone that the first has begun for the new file."""
    other = Memory(memory.path)
    memory.path.unlink()
    other.remember_dismissals({"a": "why"})
    memory.remember_dismissals({"b": ""})
    other.remember_dismissals({"c": ""})
    assert {one.fingerprint for one in memory.all_dismissals()} == {"a", "b", "c"}
    other.close()
