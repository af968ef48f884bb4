"""The report as a page: all is in it, nothing is asked of anyone, and a text stays a text."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest
from lxml import html

from reviewer.formats.shared.office_package import Package
from reviewer.reports.entries import pieces
from reviewer.reports.page import page
from reviewer.reports.print_page import print_page
from reviewer.reports.score_words import score_words
from reviewer.reports.table_docx import table_docx
from reviewer.review import Review, Scoring
from tests.reports.conftest import OPTIONS

CHROMIUM = shutil.which("chromium")


@pytest.fixture
def made(reviewed: Review) -> html.HtmlElement:
    return html.document_fromstring(page(reviewed, [1, 2], OPTIONS).decode())


def row(made: html.HtmlElement, words: str) -> html.HtmlElement:
    return next(one for one in made.xpath("//*[@class='row']") if words in one.text_content())


def test_every_row_of_every_translation_stands_beside_its_source(
    reviewed: Review, made: html.HtmlElement
) -> None:
    shown = [row for info in (1, 2) for row in reviewed.rows(info) if row.relation]
    assert len(made.xpath("//*[@class='row']")) == len(shown)
    text = made.text_content()
    assert all(one.source in text for one in shown)


def test_nothing_comes_from_elsewhere_and_only_its_own_script_may_run(
    reviewed: Review, made: html.HtmlElement
) -> None:
    source = page(reviewed, [1, 2], OPTIONS).decode()
    assert not re.search(r"(?:src|href)\s*=\s*[\"']?[^#\"']", source)
    assert "http" not in source.replace("http-equiv", "")
    assert "url(" not in source
    [policy] = made.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
    assert policy.startswith("default-src 'none'; style-src 'unsafe-inline'; script-src 'sha256-")
    assert len(made.xpath("//script")) == 1


def test_what_looks_like_markup_in_a_text_is_text(made: html.HtmlElement) -> None:
    assert "<b>mayor</b>" in row(made, "mayor").text_content()
    assert not made.xpath("//*[@class='row']/div[@lang]//b")


def test_changes_findings_decisions_and_comments_are_shown(made: html.HtmlElement) -> None:
    fixed = row(made, "Millionen")
    assert [one.text for one in fixed.xpath(".//del")] == ["Milliarden"]
    assert [one.text for one in fixed.xpath(".//ins")] == ["Millionen"]
    assert "(fixed)" in fixed.text_content()
    assert fixed.get("data-edited") == "1"
    accepted = row(made, "5 km")
    assert "numbers/accepted" in accepted.get("data-found")
    assert any("4 km" in (one.text or "") for one in accepted.xpath(".//mark"))
    dismissed = row(made, "30 Euro")
    assert [one.text for one in dismissed.xpath(".//q")] == ["=a <joke>"]
    assert not dismissed.xpath(".//mark")
    assert row(made, "12 Bögen").xpath(".//q")[0].text == "Count them"
    assert "(nothing)" in row(made, "Nobody was hurt").text_content()


def test_a_comment_of_several_lines_keeps_them(reviewed: Review) -> None:
    """A list in a comment was one line."""
    key = next(one.key for one in reviewed.rows(1) if "12" in one.target)
    reviewed.comment(1, key, "Count <them>:\n12 or 13?")
    for made in (page, print_page):
        assert b"Count &lt;them&gt;:<br>12 or 13?" in made(reviewed, [1], OPTIONS)


def test_each_side_has_its_language_and_direction(made: html.HtmlElement) -> None:
    arabic = row(made, "12 قوسا").xpath("./div[@lang]")
    assert [(one.get("lang"), one.get("dir")) for one in arabic] == [("en", "ltr"), ("ar", "rtl")]


def test_a_sentence_left_in_another_language_runs_its_own_way(reviewed: Review) -> None:
    """Its full stop stood before its first word."""
    key = next(one.key for one in reviewed.rows(2) if "12" in one.target)
    reviewed.edit(2, key, "It has 12 arches.")
    made = html.document_fromstring(page(reviewed, [2], OPTIONS).decode())
    [cell] = row(made, "12 arches").xpath("./div[@lang='ar']")
    assert (cell.get("dir"), cell.get("class")) == ("ltr", "turned")
    printed = html.document_fromstring(print_page(reviewed, [2], OPTIONS).decode())
    cells = printed.xpath("//td[@dir][.//u]")
    assert [(one.get("dir"), one.get("align")) for one in cells] == [("ltr", "right")]
    # Qt has a cell that says nothing of itself run as the one before.
    tables = printed.xpath("//table[.//td[@dir]]")
    assert all(cell.get("dir") for table in tables for cell in table.xpath(".//td"))
    word = Package(table_docx(reviewed, [2], OPTIONS), "a.docx")
    text = word.part(word.main()).decode()
    assert text.count('<w:jc w:val="right"/>') == 1
    assert text.count("<w:bidi/>") > 5


def test_charts_count_what_is_found(reviewed: Review, made: html.HtmlElement) -> None:
    charts = made.xpath("//section[1]//*[local-name()='svg']")
    assert len(charts) == 2
    for chart in charts:
        totals = [int(text) for text in chart.xpath(".//*/text()") if text.strip().isdecimal()]
        assert sum(totals) == 4


def test_the_words_of_a_chart_stand_beside_its_bars(made: html.HtmlElement) -> None:
    for chart in made.xpath("//section[1]//*[local-name()='svg']"):
        bars = [
            (float(one.get("y")), float(one.get("y")) + float(one.get("height")))
            for one in chart.xpath(".//*[local-name()='rect']")
        ]
        words = [float(one.get("y")) for one in chart.xpath(".//*[local-name()='text']")]
        assert bars
        assert words
        assert all(any(top < place < end for top, end in bars) for place in words)
        assert all(any(top < place < end for place in words) for top, end in bars)


def test_the_score_is_that_of_the_review(reviewed: Review, made: html.HtmlElement) -> None:
    score = reviewed.score(1)
    assert score.points > 0
    said = made.xpath("//section[1]/p")[1].text
    assert f"{score.per_1000:.1f} points" in said
    assert "not passed" in said


def test_nothing_is_said_to_pass_while_findings_are_open(reviewed: Review) -> None:
    """Who decides nothing has no error either: 0 points, and "passed" stood over all of them."""
    reviewed.set_setting("scoring", Scoring(pass_mark=1_000_000.0).data())
    assert score_words(reviewed, 1).endswith("; not known yet (1 open).")
    reviewed.decide_all(1, "dismiss")
    assert score_words(reviewed, 1).endswith("; passed.")


def test_nothing_decided_has_no_score(reviewed: Review) -> None:
    for one in reviewed.rows(1):
        for finding in one.findings:
            reviewed.decide(1, one.key, finding.fingerprint, "reopen")
    assert score_words(reviewed, 1) == "Score (MQM): not known yet (3 open)."


def test_only_the_translations_that_are_wanted(reviewed: Review) -> None:
    source = page(reviewed, [2], OPTIONS).decode()
    assert "german.txt" not in source
    assert "arabic.txt" in source


def test_pieces_of_a_change_are_whole_words() -> None:
    assert pieces("Das kostet 5 Euro.", "Das kostet 15 Euro.") == [
        ("Das kostet ", "same"),
        ("5", "gone"),
        ("15", "new"),
        (" Euro.", "same"),
    ]


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("5,20", "2,50"),
        ("1.234,50", "1.324,50"),
        ("10:30", "10:45"),
        ("1\u202f150", "1\u202f510"),
        ("٢٫٥", "٢٫٧"),
    ],
)
def test_a_figure_changes_as_one_word(before: str, after: str) -> None:
    assert pieces(f"({before}).", f"({after}).") == [
        ("(", "same"),
        (before, "gone"),
        (after, "new"),
        (").", "same"),
    ]


@pytest.mark.skipif(CHROMIUM is None, reason="Chromium is not installed")
@pytest.mark.parametrize(
    ("choice", "wanted"),
    [
        ("", "everything"),
        ("severity=critical", "only critical"),
        ("state=dismissed", "only dismissed"),
        ("state=edited", "only edited"),
        ("words=arches", "only arches"),
    ],
)
def test_the_filter_works_in_a_browser(
    choice: str, wanted: str, reviewed: Review, tmp_path: Path
) -> None:
    source = page(reviewed, [1], OPTIONS).decode()
    name, _, value = choice.partition("=")
    # The page's own policy lets no other script run: the choice is made in its markup.
    if name == "words":
        source = source.replace('name="words"', f'name="words" value="{value}"')
    elif name:
        source = source.replace(f'<option value="{value}"', f'<option selected value="{value}"')
    path = tmp_path / "page.html"
    path.write_text(source, "utf-8")
    assert CHROMIUM is not None
    dumped = subprocess.run(
        [CHROMIUM, "--headless", "--no-sandbox", "--disable-gpu", "--dump-dom",
         f"--user-data-dir={tmp_path / 'profile'}", path.as_uri()],
        capture_output=True, text=True, check=True,
    ).stdout  # fmt: skip
    shown = html.document_fromstring(dumped)
    rows = shown.xpath("//*[@class='row']")
    visible = [one for one in rows if one.get("hidden") is None]
    assert shown.xpath("//output")[0].text == f"{len(visible)} / {len(rows)}"
    tests = {
        "everything": lambda one: True,
        "only critical": lambda one: "critical/" in one.get("data-found", ""),
        "only dismissed": lambda one: "/dismissed" in one.get("data-found", ""),
        "only edited": lambda one: one.get("data-edited") == "1",
        "only arches": lambda one: "arches" in one.text_content(),
    }
    assert visible == [one for one in rows if tests[wanted](one)]
    assert visible


def test_the_page_for_printing_says_the_same(reviewed: Review) -> None:
    text = html.document_fromstring(print_page(reviewed, [1, 2], OPTIONS).decode()).text_content()
    for words in ("Nobody was hurt.", "MilliardenMillionen", "(fixed)", "=a <joke>", "12 قوسا"):
        assert words in text
