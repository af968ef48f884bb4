"""What each operation makes of each row of a small review, and what is told of it later.

`held_operations.txt` has a line for each: the rows that changed, the reviewer's place, and what an
export would write then; so no decision of an operation changes by a slip, and each is undone whole.
After a change on purpose: HELD=write pytest tests/review/test_held_operations.py
"""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from reviewer.domain import BackTranslation, Bead, Edit, NewBlock, Span, TextEdit
from reviewer.review import IgnoreRule, NotPossible, Review, ReviewChange, Row
from reviewer.review.operations import realign_around_correction
from tests.review.conftest import GERMAN, GERMAN_BEADS

PAIRS = [(1, 1), (2, 2), (3, None), (4, 3), (5, 4), (6, 6), (7, 7), (8, 9), (9, 8)]
PAIRS += [(10, 10), (11, 11), (12, None), (None, 5), (None, 12)]  # type: ignore[list-item]
"""The sixth translation stands beside the third sentence's; two are the wrong way round."""


def written(row: Row) -> str:
    """A row in a few letters: what stands in it, and what is known of it."""
    ids = f"{'+'.join(row.source_ids)}>{'+'.join(row.target_ids)}"
    marks = [(row.relation or row.kind)[:3], f"{row.confidence:.1f}"]
    marks += [name for name in ("fixed", "edited", "reviewed") if getattr(row, name)]
    marks += [f"to {row.moved_to}"] if row.moved_to is not None else []
    marks += [f"{one.finding.check}:{one.state}" for one in row.findings]
    said = f" “{row.target}”" if row.edited or row.source != row.source.strip() else ""
    return f"{row.key}={ids} {' '.join(marks)}{said}"


def shown(edit: Edit) -> str:
    """What an export would write, and where."""
    if isinstance(edit, NewBlock):
        return f"new {'behind' if edit.behind else 'before'} {edit.block} “{edit.text}”"
    said = f"“{edit.text}” {edit.inserted}" if isinstance(edit, TextEdit) else "left out"
    return f"{edit.block}:{edit.span.start}-{edit.span.end} {said}"


def tried(review: Review, what: str, act: Callable[[], Any]) -> str:
    """What an operation does, which is undone again."""
    before = review.rows(1)
    try:
        change = act()
    except NotPossible as error:
        return f"{what} | not possible: {error}"
    rows = review.rows(1)
    new = [written(row) for row in rows if row not in before]
    gone = {row.key for row in before} - {row.key for row in rows}
    order = [row.key for row in rows]
    edits = [shown(edit) for edit in review.corrected_edits(1)]
    told = f"at {','.join(change.rows[:1])}, matched {','.join(change.matched)}" if change else ""
    line = f"{what} | {told} | {'; '.join(new)} | gone {' '.join(sorted(gone))}"
    line += f" | {' '.join(order)} | {' '.join(edits)}"
    review.undo()
    assert review.rows(1) == before, what
    return line


def operations(review: Review, key: str, following: list[str]) -> Iterator[tuple[str, Any]]:
    row = review.row(1, key)
    yield f"link {key}", lambda: review.link(1, [key, *following[1:2]])
    yield f"unlink {key}", lambda: review.unlink(1, key)
    for side in (None, "source", "target"):
        yield f"merge {key} {side}", lambda s=side: review.merge_with_next(1, key, s)
    for side in ("source", "target"):
        for up in (True, False):
            yield (
                f"move {key} {side} {'up' if up else 'down'}",
                lambda s=side, u=up: review.move(1, key, s, up=u),
            )
        text = getattr(row, side)
        spaces = {0, 3, text.find(" "), len(text) // 2, text.rfind(" ") + 1}
        for cursor in sorted(one for one in spaces if 0 <= one < len(text)):
            yield (
                f"split {key} {side} {cursor}",
                lambda s=side, c=cursor: review.split(1, key, s, c),
            )
    yield f"set aside {key}", lambda: review.set_aside(1, [key])
    yield f"take as text {key}", lambda: review.take_as_text(1, [key])
    yield f"empty {key}", lambda: review.edit(1, key, "")
    yield f"type {key}", lambda: review.edit(1, key, f"{row.target} Ganz neu, 5 und 9.".strip())


def lines(review: Review) -> Iterator[str]:
    keys = [row.key for row in review.rows(1)]
    for number, key in enumerate(keys):
        for what, act in operations(review, key, keys[number:]):
            yield tried(review, what, act)


def compare(name: str, found: list[str]) -> None:
    table = Path(__file__).with_name(name)
    if os.environ.get("HELD") == "write":
        table.write_text("".join(f"{line}\n" for line in found), "utf-8")
    assert found == table.read_text("utf-8").splitlines()


def test_each_operation_makes_of_each_row_what_it_made_before(
    review: Review, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The rows beside it are not aligned again here: that takes its time, and is held below."""
    monkeypatch.setattr(realign_around_correction, "aligned_again", lambda *_, **__: [])
    compare("held_operations.txt", list(lines(review)))


def test_rows_beside_a_correction_are_aligned_as_before(made: Callable[..., Review]) -> None:
    review = made(PAIRS)
    keys = [row.key for row in review.rows(1)]
    acts = [
        (what, act)
        for key in ("s3", "s8")
        for what, act in operations(review, key, keys[keys.index(key) :])
        if what.split()[0] in ("unlink", "merge", "move")
    ]
    compare("held_realigned.txt", [tried(review, what, act) for what, act in acts])


VERSIONS = (
    (GERMAN, GERMAN_BEADS),
    (
        [["#Titel"], ["Eins 1.", "Zwei 2.", "Drei 3.", "Vier 4. Fünf 5."]],
        [Bead((n,), (n - 1,), "aligned", 0.9) for n in range(1, 6)]
        + [Bead((6,), (), "missing", 0.7)],
    ),
)
BACK = BackTranslation("One 1.", "translate-de_en", "1.0")
TEXTS = ("Drei 3.", "", "Zwei 2 und 5.", "Neu.", "Vier 4.")
BY_CHECK = ("missing", "numbers", None)


def done(review: Review, dice: random.Random, newer: Callable[..., Any]) -> tuple[str, Any]:
    """Something that a reviewer does, by name."""
    number = dice.choice((1, 1, 1, 2))
    rows = [row for row in review.rows(number) if row.relation]
    row = dice.choice(rows)
    key, findings = row.key, row.findings
    finding = dice.choice(findings) if findings else None
    ways: list[tuple[str, Callable[[], Any]]] = [
        ("undo", review.undo),
        ("undo", review.undo),
        ("redo", review.redo),
        ("redo", review.redo),
        ("load", lambda: review.reload_translation(1, newer(*dice.choice(VERSIONS)))),
        ("hide", lambda: review.add_ignore_rule(number, IgnoreRule("missing"))),
        ("show", lambda: review.remove_ignore_rule(number, IgnoreRule("missing"))),
        ("back", lambda: review.add_back_translations(number, {row.target: BACK})),
        ("edit", lambda: review.edit(number, key, dice.choice(TEXTS))),
        ("type on", lambda: review.edit(number, key, f"{row.target} 1", continued=True)),
        ("reviewed", lambda: review.mark_reviewed(number, [key], on=not row.reviewed)),
        ("comment", lambda: review.comment(number, key, dice.choice(("Why?", "")))),
        ("unlink", lambda: review.unlink(number, key)),
        ("merge", lambda: review.merge_with_next(number, key)),
        ("move", lambda: review.move(number, key, "target", up=dice.random() < 0.5)),
        ("aside", lambda: review.set_aside(number, [key])),
        (
            "all of one check",
            lambda: review.decide_all(number, "accept", check=dice.choice(BY_CHECK)),
        ),
        (
            "own finding",
            lambda: review.add_finding(
                number, key, "style", "minor", target_spans=[Span(0, 1)], words="Odd"
            ),
        ),
    ]
    if finding:
        for action in ("accept", "dismiss", "reopen", "comment"):
            said = dice.choice(("", "so be it"))
            ways.append(
                (
                    action,
                    lambda a=action, c=said: review.decide(  # type: ignore[misc]
                        number, key, finding.fingerprint, a, c, only_here=bool(c)
                    ),
                )
            )
    name, act = dice.choice(ways)
    return f"{name} {number} {key}", act


def history(review: Review, key: str) -> Iterator[str]:
    """All that a review tells of what was done, but for the times."""
    for number in (1, 2):
        counts = review.counts(number)
        yield f"counts {counts.open} {counts.accepted} {counts.dismissed} {dict(counts.by_check)}"
        yield f"reviewed {counts.reviewed} of {counts.sentences}"
        score = review.score(number)
        yield f"score {score.words} {score.points} {score.quality:.1f} {score.passed}"
        for one in review.settled(number):
            yield (
                f"settled {one.row_key} {one.finding.check} {one.how} {one.state} {one.comment} "
                f"{one.target_before} → {one.target_now}"
            )
        if key in review.index(number).place_of:
            for entry in review.history(number, key):
                yield f"did {entry.words} {entry.undone}"
            yield f"came back {len(review.came_back(number, key))}"
    for step in review.timeline():
        where = f"{step.translation_id} {step.row_key}"
        yield f"step {step.words} {where} {step.undone} {step.reachable}"
    for name, at in (("undo", review.undo_step), ("redo", review.redo_step)):
        yield f"{name} {at and at.label} {at and at.row_key} {at and at.translation_id}"
    for cell in review.overview_cells(key) if key in review._runner.source else ():
        yield f"cell {cell.row_key} {cell.target} {cell.open_findings} {cell.worst}"


def test_what_is_told_of_the_past_is_as_before(
    review: Review, newer: Callable[..., Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(realign_around_correction, "aligned_again", lambda *_, **__: [])
    announced: list[ReviewChange] = []
    review.subscribe(announced.append)
    dice, before, found = random.Random("history"), [""], []
    for _ in range(80):
        what, act = done(review, dice, newer)
        try:
            act()
        except NotPossible as error:
            found.append(f"{what} | {error}")
            continue
        now = list(history(review, what.split()[-1]))
        new = [line for line in now if line not in before]
        gone = sum(line not in now for line in before)
        said = [
            f"{one.kind} {one.translation_id} {' '.join(sorted(one.rows))} {one.structure} "
            f"{one.label} {' '.join(one.matched)} {len(one.dropped)}"
            for one in announced
        ]
        announced.clear()
        found.append(f"{what} | {said} | gone {gone} | {'; '.join(new)}")
        before = now
    compare("held_history.txt", found)
