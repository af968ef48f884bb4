"""What a review's file and the user's memory answer to every question, after drawn writings.

`held_answers.txt` has for each drawn file what was written and what each query says of it then (the
same when the file is opened again); what is told of one damaged value or lost row; and what the
memory knows after each step. After a change on purpose:
HELD=write pytest tests/store/test_held_answers.py
"""

from __future__ import annotations

import os
import random
import re
import sqlite3
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

from reviewer.domain import BackTranslation, Block, Document, Finding, Fix, Segment, Span
from reviewer.messages import message
from reviewer.store import digests, validation
from reviewer.store.errors import StoreError
from reviewer.store.memory import Memory
from reviewer.store.project import ProjectFile
from reviewer.store.records import (
    BeadVersion,
    DecisionVersion,
    Operation,
    Patch,
    SegmentVersion,
)
from reviewer.store.schema import VERSION_1

TABLE = Path(__file__).with_name("held_answers.txt")
FILES, STEPS, DAMAGES = 5, 16, 90
TEXTS = ("One 1.", "Привіт, 世界! 😀", "It's “so”.", 'Say "no".', "", "two  spaces")
PRINTS = ("f1", "f2", "f3")
KEYS = ("s1", "s2", "s3", "t4")


class Draw:
    """Draws what is written into one file."""

    def __init__(self, number: int) -> None:
        self.dice = random.Random(f"answers {number}")
        self.one = self.dice.choice

    def span(self) -> Span:
        start = self.dice.randrange(5)
        return Span(start, start + self.dice.randrange(4))

    def finding(self) -> Finding:
        return Finding(
            self.one(("numbers", "missing")), self.one(("value", "sentence")),
            self.one(("critical", "major", "minor", "info")),
            self.one((message("{wanted} is {found}", wanted="1", found="2"), "Left out")),
            tuple(self.span() for _ in range(self.dice.randrange(3))), (self.span(),),
            self.one(("", "swapped")), self.one((1.0, 0.25)), self.one(("", "97|79")),
            self.one((None, None, Fix(self.span(), "97"))),
        )  # fmt: skip

    def patch(self) -> Patch:
        segments = tuple(
            SegmentVersion(
                self.one((1, 2, 3)),
                Segment(
                    self.one(("s1", "s2", "t1", "t2")), self.one(TEXTS), self.dice.randrange(3),
                    self.span(), self.one(("body", "heading", "furniture")),
                    self.one(("paragraph", "list_item")),
                ),
                self.one((0.5, 1, 7.25)), self.dice.random() < 0.8,
            )
            for _ in range(self.dice.randrange(3))
        )  # fmt: skip
        beads = tuple(
            BeadVersion(
                self.one((2, 3)), self.one(KEYS), self.one((("s1",), ("s1", "s2"), ())),
                self.one((("t1",), ("t1", "t2"))),
                self.one(("aligned", "moved", "added")), self.one((1, 0.5)),
                self.dice.random() < 0.3,
                tuple(self.finding() for _ in range(self.dice.randrange(3))),
                self.dice.random() < 0.8,
            )
            for _ in range(self.dice.randrange(3))
        )  # fmt: skip
        decisions = tuple(
            DecisionVersion(
                self.one((1, 2)), self.one(PRINTS), self.one(("accept", "dismiss", "comment")),
                self.one(("open", "accepted", "dismissed")), self.one(("", "why", "so")),
            )
            for _ in range(self.dice.choice((0, 1, 2, 3)))
        )  # fmt: skip
        return Patch(
            tuple({(one.document, one.segment.id): one for one in segments}.values()),
            tuple({(one.document, one.key): one for one in beads}.values()),
            tuple({(one.translation, one.fingerprint): one for one in decisions}.values()),
        )

    def operation(self, last: int) -> Operation:
        def earlier(chance: float) -> int | None:
            return self.dice.randint(1, last) if last and self.dice.random() < chance else None

        row = self.one(KEYS)
        return Operation(
            self.one(("edit", "decision", "decision", "check")),
            self.one((message("Edit {row}", row=row), message("Decide"))),
            self.one((-1, 0, 1, 2)), self.one(("", row)), self.one(("", "what", "It's")),
            earlier(0.3), earlier(0.15), earlier(0.1),
        )  # fmt: skip

    def document(self) -> Document:
        blocks = [Block(self.one(TEXTS), level=self.dice.randrange(3), mark=self.one(("", "3.")))]
        if self.dice.random() < 0.5:
            codes = self.one(((), ("<1/>", "<b>")))
            blocks.append(Block("x", "title", "p1", 2, True, "menu", "u1", codes, "a note"))
        return Document(
            self.one(("a.txt", "b/c.txt")), "txt", tuple(blocks),
            self.one((b"", b"\xff\x00'")), "utf-8", self.one(("uk", "de")),
        )  # fmt: skip


def written(draw: Draw, project: ProjectFile) -> str:
    """Write something; what it was."""
    last = project.last_operation()
    choice = draw.dice.random()
    if choice < 0.6:
        operation = draw.operation(last)
        project.author = draw.one(("", "Ann"))
        return f"{operation.kind} {project.commit(operation, draw.patch())}"
    if choice < 0.66:
        number = project.write_document(draw.one((1, 2)), draw.document(), "de", "none")
        return f"document {number}"
    if choice < 0.72:
        project.write_evidence(draw.one((2, 3)), draw.one(("argos 1", "none")))
        return "evidence"
    if choice < 0.8:
        found = BackTranslation(
            draw.one(TEXTS), draw.one(("de_en", "uk_en")), draw.one(("1.0", "1.9")),
            draw.dice.random() < 0.5,
        )  # fmt: skip
        project.write_back_translations(draw.one(("de", "uk")), {draw.one(TEXTS): found})
        return "back-translation"
    if choice < 0.86:
        value = draw.one((1, None, {"a": [1, "世"]}))
        project.write_setting(draw.one(("place", "view")), value, durable=draw.dice.random() < 0.5)
        return f"setting {value}"
    if choice < 0.94:
        rule = {"check": draw.one(("numbers", "names")), "text": draw.one(TEXTS[:3])}
        (project.write_ignore_rule if draw.dice.random() < 0.7 else project.remove_ignore_rule)(
            "uk", draw.one(("de", "fr")), rule
        )
        return f"rule {rule}"
    try:
        with project.transaction():
            project.commit(draw.operation(last), draw.patch())
            project.write_setting("lost", 1)
            raise LookupError
    except LookupError:
        return "what is not kept"


def short(value: object) -> str:
    told = value if isinstance(value, str) else repr(value)
    told = re.sub(r"\d{4}-\d\d-\d\dT[\d:.+]*", "NOW", told)
    told = re.sub(r"\b(\w+)=(?=[^ ])", "", told)
    return re.sub(r"(Segment|Bead|Decision)Version|Operation(?=\()|Span", r"\1", told)


def one_by_one(said: object) -> Iterator[object]:
    """The members of an answer, where it has some."""
    for each in said if isinstance(said, list) else [said]:
        yield from each.items() if isinstance(each, dict) else [each]


def answers(project: ProjectFile) -> dict[str, object]:
    last = project.last_operation()
    some = [*range(1, last + 1, 3)]
    asked: dict[str, Callable[[], object]] = {
        "operations": project.operations,
        "named": lambda: [one.id for one in project.operations_named([*some, 99])],
        "on": lambda: [
            [one.id for one in project.operations_on(number, 2, key, prints)]
            for number, key, prints in ((1, "s1", ()), (1, "t4", PRINTS), (2, "s2", ("f1",)))
        ],
        "documents": project.documents,
        "documents of": lambda: [project.documents_of(number) for number in range(4)],
        "document": lambda: [project.document(number) for number in (1, 2)],
        "blocks": lambda: [project.blocks(number) for number in (1, 2)] == [
            project.document(number).blocks for number in (1, 2)
        ],
        "record": lambda: project.record(2),
        "segments": lambda: [project.segments(number) for number in (1, 2, 3)],
        "all segments": lambda: [
            [(at, one.segment.id) for at, one in project.all_segments(2, names)]
            for names in (None, ("t1",), ())
        ],
        "beads": lambda: [project.beads(number) for number in (2, 3)],
        "all beads": lambda: [
            [(at, one.document, one.key, one.findings[:1]) for at, one in found]
            for found in (
                project.all_beads((2, 3)), project.all_beads((2,), ("s1",)),
                project.all_beads((2, 3), changed=True),
                project.all_beads((2,), ("s1", "s2"), changed=True),
            )
        ],
        "first": lambda: project.first_operations((2, 3, 4)),
        "decisions": lambda: [project.decisions(number) for number in (1, 2)],
        "all decisions": lambda: [
            [(at, one.fingerprint, one.state) for at, one in project.all_decisions(1, prints)]
            for prints in (None, ("f2", "f3"))
        ],
        "comment": lambda: [
            project.comment_origin(1, name, text) for name in PRINTS[:2] for text in ("why", "so")
        ],
        "steps": lambda: [project.step(number) for number in some],
        "written": lambda: [project.written_by(project.step(one)) for one in some[:3] if one],
        "before": lambda: [project.standing_before(project.step(one)) for one in some[1:4]],
        "last": project.last_operation,
        "back-translations": lambda: [project.back_translations(one) for one in ("de", "uk")],
        "settings": lambda: [project.setting(one) for one in ("place", "view", "lost")],
        "rules": lambda: [project.ignore_rules("uk", one) for one in ("de", "fr")],
    }  # fmt: skip
    said = {}
    for name, ask in asked.items():
        try:
            said[name] = ask()
        except StoreError as error:
            said[name] = type(error).__name__
    return said


def filled(path: Path, number: int) -> tuple[ProjectFile, list[str]]:
    draw = Draw(number)

    def begin(project: ProjectFile) -> None:
        for translation in (0, 1, 2):
            project.write_document(translation, draw.document(), "uk", "")

    project = ProjectFile.create(path, begin)
    return project, [written(draw, project) for _ in range(STEPS)]


def told_answers(path: Path, number: int) -> Iterator[str]:
    project, did = filled(path, number)
    found = answers(project)
    project.close()
    with_notes = ProjectFile.open(path)
    assert answers(with_notes) == found
    with_notes.close()
    yield f"{number} | {'; '.join(did)}"
    for name, said in found.items():
        yield from (f"{number} {name} | {short(one)}" for one in one_by_one(said))


def told_damages(path: Path) -> Iterator[str]:
    """What is told of a review with one value of another kind or size, or with a row less."""
    project, _ = filled(path, 0)
    for number in range(1, 12):
        project.commit(Draw(number).operation(number), Draw(number + 40).patch())
    project.write_setting("place", 1)
    project.write_ignore_rule("uk", "de", {"check": "numbers"})
    project.write_back_translations("de", {"Eins.": BackTranslation("One.", "de_en", "1.0")})
    project.close()
    sound = sqlite3.connect(path)
    tables = re.findall(r"CREATE TABLE (\w+)", VERSION_1)
    columns = {
        table: [row[1] for row in sound.execute(f"PRAGMA table_info({table})")] for table in tables
    }
    dice = random.Random("damages")
    for _ in range(DAMAGES):
        table = dice.choice(tables)
        column = dice.choice(columns[table])
        value = dice.choice((None, -1, 2, 0.5, "", "x y", b"x"))
        [(count,)] = sound.execute(f"SELECT count(*) FROM {table}")
        at = dice.randrange(count)
        changed = sqlite3.connect(":memory:")
        sound.backup(changed)
        changed.execute("PRAGMA foreign_keys = OFF")
        own = ", ".join(row[1] for row in changed.execute(f"PRAGMA table_info({table})") if row[5])
        row = changed.execute(f"SELECT {own} FROM {table} LIMIT 1 OFFSET {at}").fetchone()
        where = " AND ".join(f"{name.strip()} IS ?" for name in own.split(","))
        what = f"{table}.{column} = {value!r}"
        if dice.random() < 0.15:
            what = f"{table} row {at} gone"
            changed.execute(f"DELETE FROM {table} WHERE {where}", row)
        else:
            try:
                changed.execute(f"UPDATE {table} SET {column} = ? WHERE {where}", (value, *row))
            except sqlite3.IntegrityError:
                continue
        try:
            said = [str(one) for one in (*digests.problems(changed), *validation.problems(changed))]
        except (ValueError, TypeError) as error:
            said = [type(error).__name__]
        changed.close()
        yield short(f"damage {what} | {'; '.join(said)}")
    sound.close()


def told_memory(path: Path) -> Iterator[str]:
    dice = random.Random("memory")
    memory, other = Memory(path), Memory(path)
    for step in range(40):
        name, text = dice.choice(PRINTS), dice.choice(TEXTS)
        pair = (dice.choice(("en", "uk")), "de", dice.choice(TEXTS[:2]), text)
        what, do = dice.choice(
            (
                ("dismiss", partial(memory.remember_dismissals, {name: text})),
                ("describe", partial(memory.describe_dismissals, {name: text})),
                ("forget", partial(memory.forget_dismissals, [name])),
                ("confirm", partial(memory.confirm_pair, *pair)),
                ("take apart", partial(memory.forget_pair, *pair)),
            )
        )
        do()
        if step == 25:
            path.unlink()
        known = sorted((one.fingerprint, one.words, one.comment) for one in other.all_dismissals())
        pairs = [sorted(other.confirmed_pairs(one, "de")) for one in ("en", "uk")]
        there = other.dismissed([*PRINTS, "f1", *(f"{n}" for n in range(600))])
        yield f"memory {what} {name} | {known} {there} {pairs}"
    memory.close()
    other.close()


def test_every_question_is_answered_as_before(tmp_path: Path) -> None:
    lines = [line for n in range(FILES) for line in told_answers(tmp_path / f"{n}.review", n)]
    lines += told_damages(tmp_path / "damaged.review")
    lines += told_memory(tmp_path / "memory.sqlite")
    if os.environ.get("HELD") == "write":
        TABLE.write_text("".join(f"{line}\n" for line in lines), "utf-8")
    assert lines == TABLE.read_text("utf-8").splitlines()
