"""What is written to a project file is read from it again, and undo finds what stood before."""

from __future__ import annotations

import sqlite3
import threading
from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pytest

from reviewer.domain import BackTranslation, Block, Document, Finding, Fix, Segment, Span
from reviewer.store.errors import DiskFull, ReviewExists, ReviewInUse
from reviewer.store.project import ProjectFile
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    DocumentRecord,
    Operation,
    Patch,
    SegmentVersion,
)

FINDING = Finding(
    "numbers",
    "value",
    "critical",
    "97 → 79",
    (Span(0, 2),),
    (Span(1, 3), Span(4, 5)),
    "swapped",
    0.75,
    "97|79",
    Fix(Span(1, 3), "97"),
)
PLAIN = Finding("missing", "sentence", "major", "Left out")


FULL = Block(
    "Привіт, 世界! 😀", "title", "p1", 2, True, "menu", "u1", ("<1/>", "<b>"), "a note", "3."
)


def document(path: str) -> Document:
    return Document(
        path,
        "txt",
        (FULL, Block("Second.")),
        b"\xff\x00bytes",
        "utf-8",
        "uk",
    )


def segment(text: str, *, present: bool = True) -> SegmentVersion:
    one = Segment("t1", text, 1, Span(0, 7), "heading", "list_item")
    return SegmentVersion(2, one, 0.5, present)


def bead(*findings: Finding, fixed: bool = False, present: bool = True) -> BeadVersion:
    return BeadVersion(2, "s1", ("s1",), ("t1", "t2"), "moved", 0.5, fixed, findings, present)


def decision(state: str) -> DecisionVersion:
    return DecisionVersion(1, "print", "dismiss", state, "why")  # type: ignore[arg-type]


BASE = Patch((segment("Second."),), (bead(FINDING, PLAIN),))
EDIT = Operation("edit", "Edit", 1, "s1", "what")


@pytest.fixture
def filled(project: ProjectFile) -> ProjectFile:
    project.write_document(0, document("a.txt"), "uk", "")
    project.write_document(1, document("b.txt"), "uk", "none")
    project.commit(Operation("analysis", "Analysis", 0, ""), BASE)
    return project


def standing(project: ProjectFile) -> tuple[object, ...]:
    return project.segments(2), project.beads(2), project.decisions(1)


def test_documents_come_back_with_their_bytes(filled: ProjectFile) -> None:
    assert filled.document(1) == document("a.txt")
    assert filled.blocks(2) == document("b.txt").blocks
    filled.write_document(1, document("c.txt"), "uk", "argos x 1")
    assert filled.documents() == [
        DocumentRecord(1, 0, "a.txt", "uk", ""),
        DocumentRecord(3, 1, "c.txt", "uk", "argos x 1"),
    ]


def test_no_field_of_a_block_is_left_out_above() -> None:
    plain = Block("")
    same = [
        field.name
        for field in fields(Block)
        if getattr(FULL, field.name) == getattr(plain, field.name)
    ]
    assert not same


def test_of_each_thing_the_latest_version_holds(filled: ProjectFile) -> None:
    assert filled.segments(2) == {"t1": segment("Second.")}
    assert filled.beads(2) == {"s1": bead(FINDING, PLAIN)}
    filled.commit(EDIT, Patch((segment("Zweiter."),), (bead(PLAIN),), (decision("dismissed"),)))
    assert filled.segments(2) == {"t1": segment("Zweiter.")}
    assert filled.beads(2) == {"s1": bead(PLAIN)}
    assert filled.decisions(1) == {"print": decision("dismissed")}
    filled.commit(EDIT, Patch((segment("", present=False),), (bead(present=False),)))
    assert (filled.segments(2), filled.beads(2)) == ({}, {})


def test_nothing_that_ever_held_is_lost(filled: ProjectFile) -> None:
    newer = Patch((segment("Zweiter."),), (bead(PLAIN),), (decision("dismissed"),))
    number = filled.commit(EDIT, newer)
    other = filled.write_document(1, document("c.txt"), "uk", "none")
    assert filled.documents_of(1) == [2, other]
    assert filled.all_segments(2) == [(1, segment("Second.")), (number, segment("Zweiter."))]
    beads = [(1, bead(FINDING, PLAIN)), (number, bead(PLAIN))]
    assert filled.all_beads([2, other]) == filled.all_beads([2], ["s1"]) == beads
    assert filled.all_beads([2], ["s2"]) == filled.all_beads([other]) == []
    assert filled.all_decisions(1) == [(number, decision("dismissed"))]


def test_what_a_document_rests_on_can_be_said_later(filled: ProjectFile) -> None:
    filled.write_evidence(2, "argos x 1")
    assert [one.evidence for one in filled.documents()] == ["", "argos x 1"]


def test_what_stood_before_a_step_and_after_it(filled: ProjectFile) -> None:
    before = standing(filled)
    first = filled.commit(EDIT, Patch((segment("A"),), (bead(fixed=True),), (decision("open"),)))
    more = Operation("edit", "Edit", 1, "s1", continues=first)
    second = filled.commit(more, Patch((segment("B"),), (), (decision("dismissed"),)))
    after = standing(filled)
    assert filled.step(first) == [first, second]
    undo = Operation("edit", "Edit", 1, "s1", undoes=first)
    filled.commit(undo, filled.standing_before([first, second]))
    segments, beads, decisions = standing(filled)
    assert (segments, beads) == before[:2]
    assert decisions == {"print": DecisionVersion(1, "print", "reopen", "open", "")}
    filled.commit(undo, filled.written_by([first, second]))
    assert standing(filled) == after


def test_operations_are_told_in_order(filled: ProjectFile) -> None:
    number = filled.commit(EDIT, Patch(beads=(bead(),)))
    filled.commit(Operation("decision", "Dismiss", 1, ""), Patch(decisions=(decision("open"),)))
    filled.commit(Operation("edit", "Edit", 1, "s9"))
    told = filled.operations_on(1, 2, "s1", ["print"])
    # The first is the operation that wrote the row, whatever translation it says it is about.
    assert [(one.kind, one.detail) for one in told] == [
        ("analysis", ""),
        ("edit", "what"),
        ("decision", ""),
    ]
    assert told[1].id == number
    assert len(filled.operations()) == 4


def test_the_latest_back_translation_of_a_sentence_stands(filled: ProjectFile) -> None:
    old = BackTranslation("one", "uk_en", "1.0")
    new = BackTranslation("One", "uk_en", "1.1", reliable=False)
    for back in (old, new):
        filled.write_back_translations("uk", {"раз": back})
    assert filled.back_translations("uk") == {"раз": new}
    assert filled.back_translations("de") == {}


def test_back_translations_may_come_from_another_thread(filled: ProjectFile) -> None:
    back = BackTranslation("one", "uk_en", "1.0")

    def write() -> None:
        for number in range(50):
            filled.write_back_translations("uk", {f"раз {number}": back})

    threads = [threading.Thread(target=write) for _ in range(3)]
    for thread in threads:
        thread.start()
    for number in range(50):
        filled.write_setting("here", number)
    for thread in threads:
        thread.join()
    assert len(filled.back_translations("uk")) == 50


def test_settings_are_json(filled: ProjectFile) -> None:
    assert filled.setting("x") is None
    filled.write_setting("x", {"a": [1, None, "ü"]}, durable=False)
    assert filled.setting("x") == {"a": [1, None, "ü"]}


def test_an_operation_that_fails_leaves_nothing_behind(filled: ProjectFile) -> None:
    before = standing(filled), filled.operations()

    def half_way() -> None:
        with filled.transaction():
            filled.commit(EDIT, Patch(decisions=(decision("open"),)))
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        half_way()
    assert (standing(filled), filled.operations()) == before


def test_a_full_disk_is_said_and_costs_nothing(filled: ProjectFile) -> None:
    filled.commit(EDIT, Patch(decisions=(decision("dismissed"),)))
    connection = filled._connection
    [pages] = connection.execute("PRAGMA page_count").fetchone()
    connection.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull, match="no room"):
        filled.write_setting("big", "x" * 1_000_000)
    assert filled.decisions(1) == {"print": decision("dismissed")}
    connection.execute("PRAGMA max_page_count = 1000000")
    filled.write_setting("big", "x" * 1_000_000)


def test_a_closed_review_is_one_plain_file(path: Path, filled: ProjectFile) -> None:
    filled.commit(EDIT, Patch(decisions=(decision("dismissed"),)))
    filled.close()
    filled.close()
    assert [one.name for one in path.parent.iterdir()] == [path.name]
    with sqlite3.connect(path) as connection:
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    connection.close()
    path.rename(path.with_name("b.review"))
    again = ProjectFile.open(path.with_name("b.review"))
    assert again.decisions(1) == {"print": decision("dismissed")}
    again.close()


def test_another_program_sees_a_decision_as_soon_as_it_is_made(
    path: Path, filled: ProjectFile
) -> None:
    filled.commit(EDIT, Patch(decisions=(decision("dismissed"),)))
    reader = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    assert reader.execute("SELECT state FROM decisions").fetchall() == [("dismissed",)]
    reader.close()


def test_the_file_waits_for_the_disk(project: ProjectFile) -> None:
    connection = project._connection
    project.write_setting("place", 1, durable=False)
    assert connection.execute("PRAGMA journal_mode").fetchone() == ("wal",)
    assert connection.execute("PRAGMA synchronous").fetchone() == (2,)


def test_a_copy_is_whole_while_the_review_is_open(path: Path, filled: ProjectFile) -> None:
    copy = path.with_name("copy.review")
    filled.copy_to(copy)
    with pytest.raises(ReviewExists):
        filled.copy_to(copy)
    copied = ProjectFile.open(copy)
    assert standing(copied) == standing(filled)
    copied.close()


def test_a_new_review_does_not_overwrite_a_file(path: Path) -> None:
    path.write_text("precious")
    with pytest.raises(ReviewExists):
        ProjectFile.create(path, lambda project: None)
    assert path.read_text() == "precious"
    ProjectFile.create(path, lambda project: None, replace=True).close()
    ProjectFile.open(path).close()


def test_a_review_that_is_open_is_not_overwritten(path: Path, filled: ProjectFile) -> None:
    with pytest.raises(ReviewInUse):
        ProjectFile.create(path, lambda project: None, replace=True)
    assert filled.documents()


@pytest.mark.parametrize("before", [None, "an old file"])
def test_a_new_review_that_cannot_be_filled_is_not_there(path: Path, before: str | None) -> None:
    def fail(project: ProjectFile) -> None:
        project.write_setting("x", 1)
        raise ZeroDivisionError

    if before:
        path.write_text(before)
    with pytest.raises(ZeroDivisionError):
        ProjectFile.create(path, fail, replace=True)
    assert [one.read_text() for one in path.parent.iterdir()] == ([before] if before else [])


def test_opening_and_reading_does_not_wait_for_sqlite_utils(
    path: Path, filled: ProjectFile, fresh_python: Callable[[str, Path], str]
) -> None:
    filled.close()
    said = fresh_python(
        "import sys; from pathlib import Path; from reviewer.store.project import ProjectFile\n"
        "project = ProjectFile.open(Path(sys.argv[1])); project.beads(2); project.close()\n"
        "print('sqlite_utils' in sys.modules)",
        path,
    )
    assert said == "False\n"


def test_the_history_of_a_row_is_found_without_reading_all_of_it(project: ProjectFile) -> None:
    asked: list[str] = []
    project._connection.set_trace_callback(asked.append)
    project.operations_on(1, 2, "s1", ["a", "b"])
    project._connection.set_trace_callback(None)
    [query] = [one for one in asked if "FROM operations" in one]
    plan = project._connection.execute(f"EXPLAIN QUERY PLAN {query}").fetchall()
    steps = [row[-1] for row in plan]
    assert any("USING COVERING INDEX operations_by_row" in step for step in steps)
    assert not [step for step in steps if step.startswith("SCAN")]
