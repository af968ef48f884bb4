"""What is seen of a closed review before it is read is what the review then shows."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing, suppress
from pathlib import Path

import pytest

from reviewer.review import Glance, NothingKept, NotPossible, Review
from reviewer.review.model.ignore_rules import IgnoreRule
from reviewer.store.at_rest import AtRest
from reviewer.store.errors import StoreError


def glanced(path: Path, see: Callable[[Glance], object]) -> object:
    """What `see` sees while the review is being opened; None when there is nothing to be seen."""
    seen: list[object] = []

    def look(at_rest: AtRest) -> None:
        with suppress(NothingKept):
            seen.append(see(Glance(at_rest)))
        at_rest.close()

    with suppress(StoreError):
        Review.open(path, look=look).close()
    return seen[0] if seen else None


def picture(look: Glance | Review) -> list[object]:
    found: list[object] = [look.path, look.source, look.translations, look.place()]
    for info in look.translations:
        index = look.index(info.id)
        rows = look.rows_of(info.id)
        found += [
            [rows.row(key) for key in index.keys],
            (index.keys, index.known, index.furniture, index.arrivals, look.counts(info.id)),
            look.settled_count(info.id),
            look.warnings(info.id),
            bool(look.untranslated(info.id)),
            [look.history(info.id, key) for key in index.keys],
        ]
    return found


def nothing(_review: Review) -> None:
    """The review as it was made."""


def decisions(review: Review) -> None:
    key = next(row.key for row in review.rows(1) if row.findings)
    review.decide(1, key, review.row(1, key).findings[0].fingerprint, "dismiss", "seen")
    review.comment(1, review.rows(1)[1].key, "a remark")
    review.mark_reviewed(1, [row.key for row in review.rows(1)[:3]])
    review.set_place(1, review.rows(1)[2].key)


def edits(review: Review) -> None:
    for row in review.rows(1)[:4]:
        if row.target and row.relation:
            review.edit(1, row.key, f"{row.target} Neu 17.")
    review.undo()
    review.edit(1, review.rows(1)[1].key, "")


def alignment(review: Review) -> None:
    keys = [row.key for row in review.rows(1) if row.relation]
    with suppress(NotPossible):
        review.link(1, keys[1:3])
    with suppress(NotPossible):
        review.unlink(1, keys[4])
    review.set_aside(1, [keys[-1]])


def a_rule(review: Review) -> None:
    row = next(row for row in review.rows(1) if row.findings)
    review.add_ignore_rule(1, IgnoreRule(kind=row.findings[0].finding.kind))


@pytest.mark.parametrize("work", [nothing, decisions, edits, alignment, a_rule])
def test_a_glance_shows_what_the_review_shows(
    review: Review, work: Callable[[Review], None]
) -> None:
    work(review)
    path = closed(review)
    looks = glanced(path, picture)
    assert looks is not None
    with Review.open(path) as again:
        assert looks == picture(again)


def test_nothing_is_shown_of_a_review_whose_index_was_not_kept(review: Review) -> None:
    review.close()  # nobody has asked for its index
    assert glanced(review.path, picture) is None


def changed(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute(sql)
        connection.commit()


def closed(review: Review) -> Path:
    review.prepare()
    review.close()
    return review.path


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE settings SET value = replace(value, 's1', 's2') WHERE key = 'index.1'",
        "UPDATE settings SET value = '[]', digest = 0 WHERE key = 'index.1'",
        "UPDATE settings SET value = 5 WHERE key = 'index'",
        "DELETE FROM settings WHERE key = 'index.1'",
        "INSERT INTO operations (at, kind, label, detail, translation, row_key) "
        "VALUES ('', 'edit', '', '', 1, '')",
        "INSERT INTO ignore_rules (source_language, target_language, rule) "
        "VALUES ('en', 'de', '{}')",
        "CREATE TABLE more (one)",
        "DELETE FROM documents",
    ],
)
def test_nothing_is_shown_of_a_review_that_does_not_fit_its_index(review: Review, sql: str) -> None:
    path = closed(review)
    changed(path, sql)
    assert glanced(path, picture) is None


@pytest.mark.parametrize(
    "sql",
    [
        "UPDATE segments SET text = x'07'",
        "UPDATE segments SET start = -1",
        "UPDATE beads SET relation = 'else'",
        "UPDATE findings SET source_spans = '[[5'",
        "DELETE FROM segments",
    ],
)
def test_a_row_that_makes_no_sense_is_not_shown(review: Review, sql: str) -> None:
    path = closed(review)
    changed(path, sql)

    def see(glance: Glance) -> bool:
        with pytest.raises(KeyError):
            glance.rows_of(1).row(glance.index(1).keys[1])
        return True

    assert glanced(path, see)
    with pytest.raises(StoreError):
        Review.open(path)


def test_a_review_that_was_not_closed_is_not_looked_at(review: Review) -> None:
    path = closed(review)
    with Review.open(path) as again:
        again.edit(1, again.rows(1)[1].key, "Neu.")
        copy = path.with_name("copy.review")
        copy.write_bytes(path.read_bytes())
    assert glanced(copy, picture) is None
