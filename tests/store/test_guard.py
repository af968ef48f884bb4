"""A review from someone else can do nothing but be read."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from reviewer.review import IgnoreRule, Review
from reviewer.store import digests, seal
from reviewer.store.errors import DamagedReview, ForeignReview, ReviewerError
from reviewer.store.guard import check_schema
from reviewer.store.migrations import STEPS
from reviewer.store.open_file import OpenFile

FROZEN = Path(__file__).with_name("frozen")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "h.review"
    path.write_bytes((FROZEN / "version-2.review").read_bytes())
    return path


def forged(path: Path, sql: str) -> None:
    """Change a review and make its checksums right again."""
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.executescript(sql)
        connection.text_factory = lambda text: text.decode(errors="replace")
        digests.fill(connection)
    held = OpenFile(path)
    seal.close_seal(held)
    held.close()


RECURSIVE = (
    "WITH RECURSIVE c(a, b, d) AS (SELECT 'a', 'b', 'c' UNION ALL SELECT a, b, d FROM c) "
    "SELECT * FROM c"
)
HOSTILE = {
    "trigger": "CREATE TRIGGER x AFTER INSERT ON decisions BEGIN DELETE FROM decisions; END",
    "view": "CREATE VIEW x AS SELECT 1",
    "table": "CREATE TABLE x (y)",
    "virtual table": "CREATE VIRTUAL TABLE x USING fts5(y)",
    "index": "CREATE INDEX x ON segments(lower(text))",
    "generated column": "ALTER TABLE settings ADD COLUMN x AS (zeroblob(1000000000))",
    "a view for a table": (
        "ALTER TABLE ignore_rules RENAME TO other; "
        f"CREATE VIEW ignore_rules(source_language, target_language, rule) AS {RECURSIVE}"
    ),
    "a table less": "DROP TABLE ignore_rules",
}


@pytest.mark.parametrize("sql", HOSTILE.values(), ids=HOSTILE)
def test_what_no_review_has_is_refused_before_anything_is_read(path: Path, sql: str) -> None:
    with closing(sqlite3.connect(path)) as connection:
        connection.executescript(sql)
    held = OpenFile(path)
    seal.close_seal(held)
    held.close()
    before = path.read_bytes()
    with pytest.raises(ForeignReview, match="no review that Reviewer has made"):
        Review.open(path)
    assert path.read_bytes() == before
    assert [one.name for one in path.parent.iterdir()] == [path.name]


NONSENSE = {
    "blocks": "UPDATE documents SET blocks = '[['",
    "deep blocks": f"UPDATE documents SET blocks = '{'[' * 100_000}'",
    "a block": """UPDATE documents SET blocks = '[["a", "hero", "", 0, false]]'""",
    "no documents": "DELETE FROM documents",
    "no source": "UPDATE documents SET translation = 5 WHERE translation = 0",
    "a blob for a text": "UPDATE segments SET text = x'00ff'",
    "half a character": "UPDATE segments SET text = CAST(x'eda080' AS TEXT)",
    "a kind": "UPDATE segments SET kind = 'other'",
    "a block that is not there": "UPDATE segments SET block = 99",
    "a span outside": "UPDATE segments SET end = 9999",
    "a backward span": "UPDATE segments SET start = 5, end = 2",
    "a sentence that is not there": "UPDATE beads SET source = 's1 s77' WHERE key = 's1'",
    "a sentence twice": "UPDATE beads SET source = 's1' WHERE key = 's2'",
    "a relation": "UPDATE beads SET relation = 'x'",
    "a confidence": "UPDATE beads SET confidence = 2",
    "no number": "UPDATE beads SET confidence = 'x'",
    "spans": "UPDATE findings SET source_spans = '[[-1, 2]]'",
    "long spans": f"UPDATE findings SET target_spans = '[[0, {'9' * 5000}]]'",
    "a fix": """UPDATE findings SET fix = '[0, 1, 2]'""",
    "a severity": "UPDATE findings SET severity = 'x'",
    "a state": "UPDATE decisions SET state = 'x'",
    "an undo of nothing": "UPDATE operations SET undoes = 1 WHERE id = 2",
    "an undo of the future": "UPDATE operations SET undoes = 99 WHERE id = 2",
    "a rule": "UPDATE ignore_rules SET rule = '[1]'",
    "a rule with a broken pattern": """UPDATE ignore_rules SET rule = '{"pattern": "("}'""",
    "a rule with other parts": """UPDATE ignore_rules SET rule = '{"x": "y"}'""",
}


@pytest.mark.parametrize("sql", NONSENSE.values(), ids=NONSENSE)
def test_a_field_that_makes_no_sense_is_told(path: Path, sql: str) -> None:
    forged(path, sql)
    with pytest.raises(ReviewerError) as caught:
        Review.open(path)
    assert "h.review" in str(caught.value) or "pattern" in str(caught.value)


def test_a_place_or_setting_that_makes_no_sense_is_as_none(path: Path) -> None:
    forged(path, """UPDATE settings SET value = '{"translation": [], "row": 5}'""")
    with Review.open(path) as review:
        assert review.place() is None


def test_another_programs_change_is_told(path: Path) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute("UPDATE segments SET text = 'forged' WHERE id = 's1'")
    with pytest.raises(DamagedReview, match="“Analysis”"):
        Review.open(path)


@pytest.mark.parametrize("pattern", ["(a+)+$", "(a|a)*b", "((a*))*", "(?:x+y?){2,}", "a" * 201])
def test_a_rule_that_could_take_for_ever_is_refused(pattern: str) -> None:
    with pytest.raises(ReviewerError, match="could take for ever"):
        IgnoreRule(pattern=pattern)


@pytest.mark.parametrize("pattern", ["km/h", r"\d+(?:,\d+)?", "(?:km|mi)", "a" * 200, "(ab)+"])
def test_a_usual_rule_is_not(pattern: str) -> None:
    IgnoreRule(pattern=pattern)


def test_of_several_foreign_tables_the_first_by_name_is_said(tmp_path: Path) -> None:
    connection = sqlite3.connect(":memory:")
    for name in ("zeta", "beta", "kappa", "alpha", "gamma"):
        connection.execute(f"CREATE TABLE {name} (id INTEGER)")
    with pytest.raises(ForeignReview, match="alpha"):
        check_schema(connection, tmp_path / "a.review", STEPS)
    connection.close()
