"""The record of a review: every finding with what was decided of it."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from io import BytesIO, StringIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from reviewer import formats
from reviewer.analysis import Analysis, Comparison, SegmentedDocument
from reviewer.domain import Bead, Finding, Segment, Span
from reviewer.messages import message
from reviewer.reports import findings_csv, findings_json, write_findings
from reviewer.reports.findings import COLUMNS, findings_xlsx
from reviewer.review import IgnoreRule, Review

SOURCE = ["It cost 4 crowns.", "=SUM(A1) is a formula."]
TARGET = ["Es kostete 5 Kronen.", "-Minus “Strich”, ja."]


def side(path: Path, sentences: list[str], language: str, prefix: str) -> SegmentedDocument:
    path.write_text("\n".join(sentences), encoding="utf-8")
    segments = tuple(
        Segment(f"{prefix}{number}", text, number - 1, Span(0, len(text)))
        for number, text in enumerate(sentences, 1)
    )
    return SegmentedDocument(formats.read(path), language, segments)


@pytest.fixture
def review(tmp_path: Path) -> Iterator[Review]:
    words = message("{source} → {target}", source="4", target="5")
    value = Finding(
        "numbers", "value", "critical", words, (Span(8, 9),), (Span(11, 12),), subject="4"
    )
    style = Finding("quotes", "style", "minor", "@ wrong quotes")
    comparison = Comparison(
        side(tmp_path / "artikel.txt", TARGET, "de", "t"),
        (Bead((0,), (0,), "aligned", 0.9), Bead((1,), (1,), "aligned", 0.8)),
        ((value,), (style,)),
    )
    analysis = Analysis(side(tmp_path / "article.txt", SOURCE, "en", "s"), (comparison,))
    with Review.create(tmp_path / "x.review", analysis, check=lambda _pair: []) as review:
        yield review


def table(data: bytes) -> list[dict[str, str]]:
    text = data.decode("utf-8-sig")
    return list(csv.DictReader(StringIO(text, newline="")))


def test_the_workbook_has_the_lines_of_the_table_and_no_formula(review: Review) -> None:
    [sheet] = load_workbook(BytesIO(findings_xlsx(review))).worksheets
    cells = [[str(cell.value or "") for cell in line] for line in sheet.iter_rows()]
    table = list(csv.reader(StringIO(findings_csv(review).decode("utf-8-sig"))))
    assert [[text.removeprefix("'") for text in line] for line in table] == cells
    assert {cell.data_type for line in sheet.iter_rows() for cell in line} <= {"s", "n"}


def test_the_table_has_a_line_for_each_finding(review: Review) -> None:
    lines = table(findings_csv(review))
    assert list(lines[0]) == list(COLUMNS)
    assert [(line["Row"], line["Check"], line["Decision"]) for line in lines] == [
        ("1", "numbers", "open"),
        ("2", "quotes", "open"),
    ]
    assert lines[0]["Source"] == SOURCE[0]
    assert lines[0]["Translation now"] == TARGET[0]


def test_decisions_and_comments_are_in_it(review: Review) -> None:
    info = review.translations[0]
    row = review.rows(info.id)[0]
    review.decide(info.id, row.key, row.findings[0].fingerprint, "dismiss", "as agreed")
    assert (table(findings_csv(review))[0]["Decision"]) == "dismissed"
    assert (table(findings_csv(review))[0]["Comment"]) == "as agreed"
    told = json.loads(findings_json(review))["translations"][0]["findings"][0]
    assert (told["decision"], told["comment"]) == ("dismissed", "as agreed")


def test_no_cell_is_a_formula(review: Review) -> None:
    for line in table(findings_csv(review)):
        assert not any(cell.startswith(("=", "+", "-", "@")) for cell in line.values())
    second = table(findings_csv(review))[1]
    assert second["Source"] == "'" + SOURCE[1]
    assert second["What"] == "'@ wrong quotes"


def test_a_finding_that_was_put_right_stays_in_the_record(review: Review) -> None:
    info = review.translations[0]
    row = review.rows(info.id)[0]
    review.decide(info.id, row.key, row.findings[0].fingerprint, "accept", "a slip")
    review.edit(info.id, row.key, "Es kostete 4 Kronen.")
    review.comment(info.id, row.key, "looked up")
    first, second = table(findings_csv(review))
    assert (first["Row"], first["Check"], first["What"]) == ("1", "numbers", "4 → 5")
    assert (first["Decision"], first["Comment"]) == ("corrected", "a slip\nlooked up")
    assert (first["Translation now"], first["Translation before"]) == (
        "Es kostete 4 Kronen.",
        TARGET[0],
    )
    assert second["Decision"] == "open"
    one, other = json.loads(findings_json(review))["translations"][0]["findings"]
    assert (one["settled"], one["decision"], one["comment"]) == ("corrected", "accepted", "a slip")
    assert one["target_text"] == "Es kostete 4 Kronen."
    assert one["target_text_before"][slice(*one["target_spans"][0])] == "5"
    assert one["source_text"][slice(*one["source_spans"][0])] == "4"
    assert (one["key"], one["target"], one["relation"]) == (row.key, ["t1"], "aligned")
    assert other["settled"] is None
    review.undo()
    review.undo()
    assert table(findings_csv(review))[0]["Decision"] == "accepted"
    assert json.loads(findings_json(review))["translations"][0]["findings"][0]["settled"] is None


def test_a_finding_whose_sentence_is_gone_stays_in_the_record(
    review: Review, tmp_path: Path
) -> None:
    shorter = Comparison(
        side(tmp_path / "neu.txt", TARGET[1:], "de", "t"),
        (Bead((1,), (0,), "aligned", 0.9),),
        ((),),
    )
    review.reload_translation(review.translations[0].id, shorter)
    told = json.loads(findings_json(review))["translations"][0]["findings"]
    assert [(one["check"], one["row"], one["key"], one["settled"]) for one in told] == [
        ("numbers", 1, "s1", "replaced"),
        ("quotes", 2, "s2", "replaced"),
    ]
    line = table(findings_csv(review))[0]
    assert (line["Row"], line["Source"], line["Translation now"], line["Translation before"]) == (
        "1",
        SOURCE[0],
        "",
        TARGET[0],
    )


def test_a_remark_on_a_row_without_findings_is_in_it(review: Review) -> None:
    info = review.translations[0]
    row = review.rows(info.id)[0]
    review.add_ignore_rule(info.id, IgnoreRule(check="numbers"))
    review.edit(info.id, row.key, "Es kostete 4 Kronen.")
    review.comment(info.id, row.key, "looked up")
    line = table(findings_csv(review))[0]
    assert (line["Check"], line["Comment"]) == ("", "looked up")
    assert (line["Translation now"], line["Translation before"]) == (
        "Es kostete 4 Kronen.",
        TARGET[0],
    )
    told = json.loads(findings_json(review))["translations"][0]
    assert [remark["comment"] for remark in told["remarks"]] == ["looked up"]


def test_json_says_where_and_what(review: Review) -> None:
    told = json.loads(findings_json(review))
    assert told["source"]["language"] == "en"
    found = told["translations"][0]["findings"][0]
    assert found["source_text"][slice(*found["source_spans"][0])] == "4"
    assert found["target_text"][slice(*found["target_spans"][0])] == "5"
    assert (found["source"], found["target"]) == (["s1"], ["t1"])


def test_json_has_what_a_message_is_made_of(review: Review) -> None:
    found = json.loads(findings_json(review))["translations"][0]["findings"]
    first = found[0]
    assert (first["message"], first["pattern"]) == ("4 → 5", "{source} → {target}")
    assert (first["holes"], first["notes"]) == ({"source": "4", "target": "5"}, [])
    sentence = next(one for one in found if not one["pattern"])
    assert (sentence["message"], sentence["holes"]) == ("@ wrong quotes", {})


def test_only_the_translations_asked_for(review: Review) -> None:
    assert json.loads(findings_json(review, []))["translations"] == []
    assert table(findings_csv(review, [])) == []


def test_the_name_of_the_file_says_the_form(review: Review, tmp_path: Path) -> None:
    write_findings(review, tmp_path / "f.JSON")
    assert json.loads((tmp_path / "f.JSON").read_text(encoding="utf-8"))["reviewer"]
    write_findings(review, tmp_path / "f.csv")
    assert (tmp_path / "f.csv").read_bytes() == findings_csv(review)
