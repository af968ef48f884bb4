"""What the rows of a review show, and in which order."""

from __future__ import annotations

from reviewer.domain import joined
from reviewer.review import Review, Row


def by_key(review: Review, translation: int) -> dict[str, Row]:
    return {row.key: row for row in review.rows(translation)}


def test_rows_follow_the_source_and_added_ones_their_predecessor(review: Review) -> None:
    keys = [row.key for row in review.rows(1)]
    assert keys == ["s1", "s2", "s3", "s4", "t4", "s5", "s6", "s7", "t7"]


def test_both_sides_are_joined_from_their_sentences(review: Review) -> None:
    row = by_key(review, 2)["s3"]
    assert row.source_ids == ("s3", "s4")
    assert row.source == joined(["One 1.", "Two 2."])
    assert row.target == "Un 1, deux 2."


def test_missing_and_added_rows_have_an_empty_side(review: Review) -> None:
    rows = by_key(review, 1)
    assert (rows["s7"].relation, rows["s7"].target, rows["s7"].target_ids) == ("missing", "", ())
    assert (rows["t4"].relation, rows["t4"].source, rows["t4"].source_ids) == ("added", "", ())


def test_a_moved_row_stands_at_its_source_and_knows_where_it_went(review: Review) -> None:
    row = by_key(review, 1)["s5"]
    assert row.relation == "moved"
    assert row.moved_to == "s6"


def test_furniture_is_a_row_with_one_side_and_no_relation(review: Review) -> None:
    rows = by_key(review, 1)
    for key, side in (("s1", "source"), ("t7", "target")):
        assert (rows[key].kind, rows[key].relation, rows[key].findings) == ("furniture", None, ())
        assert getattr(rows[key], side)


def test_headings_say_so(review: Review) -> None:
    assert by_key(review, 1)["s2"].kind == "heading"


def test_findings_wait_to_be_decided(review: Review) -> None:
    [one] = by_key(review, 1)["s4"].findings
    assert (one.finding.message, one.state, one.comment) == ("2 is missing", "open", "")


def test_counts_are_by_state_check_and_severity(review: Review) -> None:
    counts = review.counts(1)
    assert (counts.open, counts.accepted, counts.dismissed) == (3, 0, 0)
    assert counts.by_check == {"numbers": 1, "missing": 1, "added": 1}
    assert counts.by_severity == {"critical": 1, "major": 2}
    [one] = review.row(1, "s4").findings
    review.decide(1, "s4", one.fingerprint, "accept")
    counts = review.counts(1)
    assert (counts.open, counts.accepted) == (2, 1)
    assert counts.by_check == {"missing": 1, "added": 1}


def test_the_overview_puts_every_translation_beside_each_source_sentence(
    review: Review,
) -> None:
    assert [line.source for line in review.overview()][2:4] == ["One 1.", "Two 2."]
    german, french = review.overview_cells("s4")
    assert (german.target, german.open_findings, german.worst) == ("Zwei 7.", 1, "major")
    assert (french.row_key, french.target, french.continued) == ("s3", "Un 1, deux 2.", True)
    assert review.overview_cells("s7")[0].relation == "missing"


def test_what_the_review_is_of(review: Review) -> None:
    assert (review.source.path, review.source.language) == ("article.txt", "en")
    assert [(one.id, one.language) for one in review.translations] == [(1, "de"), (2, "fr")]
    document = review.document(1)
    assert document.path == "artikel.txt"
    assert document.original.startswith(b"#Titel")
    assert review.source_document().blocks[1].text == "#Title"
