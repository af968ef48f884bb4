"""Who did what: the name that was given stands beside every operation."""

from __future__ import annotations

from pathlib import Path

from reviewer.review import CommentOrigin, Review


def finding(review: Review) -> str:
    return next(row for row in review.rows(1) if row.findings).findings[0].fingerprint


def row(review: Review) -> str:
    return next(row.key for row in review.rows(1) if row.findings)


def test_the_history_says_who(review: Review) -> None:
    key = row(review)
    review.comment(1, key, "by nobody known")
    review.sign("  Ida  ")
    review.comment(1, key, "by Ida")
    assert [entry.author for entry in review.history(1, key)] == ["", "Ida"]


def test_undo_is_by_who_undoes_and_the_history_keeps_the_first(review: Review) -> None:
    key = row(review)
    review.sign("Ida")
    review.comment(1, key, "by Ida")
    review.sign("Ole")
    review.undo()
    review.redo()
    assert [entry.author for entry in review.history(1, key)] == ["Ida"]


def test_a_comment_says_whose_it_is(review: Review) -> None:
    review.sign("Ida")
    review.decide(1, row(review), finding(review), "comment", "look again")
    review.sign("Ole")
    review.decide(1, row(review), finding(review), "accept")
    origin = review.comment_origin(1, finding(review), "look again")
    assert origin.author == "Ida"
    assert origin.at.endswith("+00:00")


def test_a_comment_that_is_carried_along_is_as_old_as_it_is(review: Review) -> None:
    key, name = row(review), finding(review)
    review.sign("Ida")
    review.decide(1, key, name, "comment", "look again")
    written = review.comment_origin(1, name, "look again")
    review.sign("Ole")
    review.edit(1, key, review.row(1, key).target + " Und mehr.")
    [after] = [one for one in review.row(1, key).findings if one.comment]
    assert after.fingerprint != name
    assert review.comment_origin(1, after.fingerprint, after.comment) == written


def test_what_was_never_written_has_no_origin(review: Review) -> None:
    assert review.comment_origin(1, finding(review), "never") == CommentOrigin()


def test_the_name_is_in_the_file(review: Review, tmp_path: Path) -> None:
    key, path = row(review), review.path
    review.sign("Ida")
    review.comment(1, key, "by Ida")
    review.close()
    with Review.open(path) as again:
        assert [entry.author for entry in again.history(1, key)] == ["Ida"]
