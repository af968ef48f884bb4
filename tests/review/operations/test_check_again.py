"""Another profile in an open review: everything is checked again, and undo takes it back."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.analysis import analyse
from reviewer.checks.own_rules import OwnRule
from reviewer.domain import Block, Document
from reviewer.profiles import Profile
from reviewer.review import Review
from reviewer.terminology import Glossary, Term

SOURCE = "The strike at the port began on Monday. The mayor of Oss spoke to 300 people there."
GERMAN = (
    "Der Ausstand im Hafen begann am Montag. Die Bürgermeisterin  von Oss sprach vor 300 Leuten."
)

CLIENT = Profile(
    "Client",
    {"*": {"whitespace": "off"}},
    (Glossary("terms", (Term({"en": ("strike",), "de": ("Streik",)}),)),),
    (OwnRule("People", target="Leute", languages=("de",)),),
)


def document(path: str, language: str, text: str) -> Document:
    block = Block(text)
    return Document(path, "txt", (block,), text.encode(), "utf-8", language)


def review_of(path: Path, profile: Profile | None) -> Review:
    analysis = analyse(
        document("a.txt", "en", SOURCE), [document("b.txt", "de", GERMAN)], profile=profile
    )
    return Review.create(path, analysis)


def checks(review: Review, number: int = 1) -> list[str]:
    return sorted(item.finding.check for row in review.rows(number) for item in row.findings)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "a.review"


def test_an_analysis_checks_by_the_profile(path: Path) -> None:
    with review_of(path, CLIENT) as review:
        assert checks(review) == ["own_rule", "terminology"]
        assert review.profile == CLIENT


def test_a_review_keeps_its_own_copy(path: Path) -> None:
    review_of(path, CLIENT).close()
    with Review.open(path) as review:
        assert review.profile == CLIENT
        review.edit(1, review.rows(1)[0].key, "Der Streik im Hafen begann am Montag.")
        assert checks(review) == ["own_rule"]


def test_another_profile_checks_everything_again_in_one_step(path: Path) -> None:
    with review_of(path, None) as review:
        assert checks(review) == ["whitespace"]
        change = review.use_profile(CLIENT)
        assert checks(review) == ["own_rule", "terminology"]
        assert change.label == "Check by the profile “Client”"
        review.undo()
        assert checks(review) == ["whitespace"]
        review.redo()
        assert checks(review) == ["own_rule", "terminology"]


def test_one_undo_takes_it_back_in_all_translations(path: Path) -> None:
    texts = [document(name, "de", GERMAN) for name in ("b.txt", "c.txt")]
    with Review.create(path, analyse(document("a.txt", "en", SOURCE), texts)) as review:
        review.use_profile(CLIENT)
        assert [checks(review, number) for number in (1, 2)] == [["own_rule", "terminology"]] * 2
        review.undo()
        assert [checks(review, number) for number in (1, 2)] == [["whitespace"]] * 2
        assert review.undo_step is None
    with Review.open(path) as review:
        review.redo()
        assert [checks(review, number) for number in (1, 2)] == [["own_rule", "terminology"]] * 2
        assert review.redo_step is None


def test_a_decision_stays_on_a_finding_that_stays(path: Path) -> None:
    with review_of(path, CLIENT) as review:
        [(key, item)] = [
            (row.key, item)
            for row in review.rows(1)
            for item in row.findings
            if item.finding.check == "terminology"
        ]
        review.decide(1, key, item.fingerprint, "accept", "so it is")
        review.use_profile(Profile("Other", {}, CLIENT.glossaries))
        found = {i.finding.check: i for row in review.rows(1) for i in row.findings}
        assert set(found) == {"terminology", "whitespace"}
        assert (found["terminology"].state, found["terminology"].comment) == (
            "accepted",
            "so it is",
        )


def test_without_a_profile_nothing_of_it_is_written(path: Path) -> None:
    with review_of(path, None) as review:
        assert review.profile == Profile()
