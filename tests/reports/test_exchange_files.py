"""XLIFF, TMX, SARIF, JUnit and JSON say what the review says, in the form of their standards."""

from __future__ import annotations

import json
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from reviewer.formats.registry import format_of
from reviewer.reports.kinds import KINDS, kind
from reviewer.review import Review
from tests.reports.conftest import OPTIONS

X = "{urn:oasis:names:tc:xliff:document:2.0}"
ITS = "{http://www.w3.org/2005/11/its}"
SCHEMA = Path(__file__).parents[2] / "docs/schema/findings.schema.json"

# The part of TMX 1.4b that is written, as the standard's tables of elements have it.
TMX = """
<!ELEMENT tmx (header, body)> <!ATTLIST tmx version CDATA #FIXED "1.4">
<!ELEMENT header (#PCDATA)> <!ATTLIST header creationtool CDATA #REQUIRED
 creationtoolversion CDATA #REQUIRED segtype (block|paragraph|sentence|phrase) #REQUIRED
 o-tmf CDATA #REQUIRED adminlang CDATA #REQUIRED srclang CDATA #REQUIRED
 datatype CDATA #REQUIRED creationdate CDATA #IMPLIED creationid CDATA #IMPLIED>
<!ELEMENT body (tu*)> <!ELEMENT tu (tuv+)> <!ATTLIST tu tuid CDATA #IMPLIED
 creationdate CDATA #IMPLIED>
<!ELEMENT tuv (seg)> <!ATTLIST tuv xml:lang CDATA #REQUIRED> <!ELEMENT seg (#PCDATA)>
"""


def xliff(review: Review) -> etree._Element:
    return etree.fromstring(kind("xliff").make(review, [1], OPTIONS))


def unit(root: etree._Element, words: str) -> etree._Element:
    return next(one for one in root.iter(f"{X}unit") if words in "".join(one.itertext()))


def test_xliff_is_read_back_with_the_same_texts(reviewed: Review) -> None:
    data = kind("xliff").make(reviewed, [1], OPTIONS)
    both = format_of(Path("a.xlf")).read_both("a.xlf", data)
    rows = [row for row in reviewed.rows(1) if row.relation and row.source]
    assert [block.text for block in both.source.blocks] == [row.source for row in rows]
    assert [block.text for block in both.translations[0].blocks] == [row.target for row in rows]
    assert (both.source.language, both.translations[0].language) == ("en", "de")


def test_each_issue_of_xliff_stands_on_its_words(reviewed: Review) -> None:
    root = xliff(reviewed)
    accepted = unit(root, "5 km")
    [issue] = accepted.iter(f"{ITS}locQualityIssue")
    assert issue.get("locQualityIssueType") == "numbers"
    assert issue.get("locQualityIssueEnabled") == "yes"
    [mark] = accepted.iter(f"{X}mrk")
    assert mark.text == "5 km"
    issues = issue.getparent()
    assert issues is not None
    name = issues.get("{http://www.w3.org/XML/1998/namespace}id")
    assert mark.get(f"{ITS}locQualityIssuesRef") == f"#its={name}"


def test_dismissed_fixed_and_missing_ones_in_xliff(reviewed: Review) -> None:
    root = xliff(reviewed)
    for words, enabled in (("30 Euro", "no"), ("Millionen", "no"), ("Nobody was hurt", "yes")):
        [issue] = unit(root, words).iter(f"{ITS}locQualityIssue")
        assert issue.get("locQualityIssueEnabled") == enabled
    missing = unit(root, "Nobody was hurt")
    [segment] = missing.iter(f"{X}segment")
    assert segment.get("state") == "initial"
    assert not list(missing.iter(f"{X}target"))
    notes = {note.get("category"): note.text for note in unit(root, "Millionen").iter(f"{X}note")}
    assert notes == {"before": "Die Brücke kostete 97 Milliarden Euro."}
    assert [note.text for note in unit(root, "12 Bögen").iter(f"{X}note")] == [
        "Ann Lee: Count them"
    ]


def test_a_reviewed_row_has_that_state_in_xliff(reviewed: Review) -> None:
    key = next(row.key for row in reviewed.rows(1) if "12 Bögen" in row.target)
    reviewed.mark_reviewed(1, [key])
    states = [segment.get("state") for segment in xliff(reviewed).iter(f"{X}segment")]
    assert states.count("reviewed") == 1


def test_every_id_and_reference_of_xliff_is_whole(reviewed: Review) -> None:
    root = xliff(reviewed)
    for one in root.iter(f"{X}unit"):
        names = [mark.get("id") for mark in one.iter(f"{X}mrk")]
        assert len(names) == len(set(names))
        there = {
            each.get("{http://www.w3.org/XML/1998/namespace}id")
            for each in one.iter(f"{ITS}locQualityIssues")
        }
        used = {str(mark.get(f"{ITS}locQualityIssuesRef"))[5:] for mark in one.iter(f"{X}mrk")}
        assert there == used


def test_tmx_has_all_languages_in_one_unit_and_is_valid(reviewed: Review) -> None:
    data = kind("tmx").make(reviewed, [1, 2], OPTIONS)
    root = etree.fromstring(data)
    dtd = etree.DTD(StringIO(TMX))
    assert dtd.validate(root), dtd.error_log
    units = [
        {
            tuv.get("{http://www.w3.org/XML/1998/namespace}lang"): tuv.findtext("seg")
            for tuv in one.iter("tuv")
        }
        for one in root.iter("tu")
    ]
    assert {
        "en": "The bridge cost 97 million euros.",
        "de": "Die Brücke kostete 97 Millionen Euro.",
        "ar": "كلف الجسر 97 مليون يورو.",
    } in units
    assert {"en": "Nobody was hurt.", "ar": "لم يصب أحد بأذى."} in units
    both = format_of(Path("a.tmx")).read_both("a", data)
    assert [one.language for one in both.translations] == ["de", "ar"]


def test_sentences_that_a_translation_joins_are_one_unit_of_tmx(tmp_path: Path) -> None:
    from tests.review.conftest import digits, small_analysis

    with Review.create(tmp_path / "a.review", small_analysis(), check=digits) as review:
        root = etree.fromstring(kind("tmx").make(review, [1, 2], OPTIONS))
    segments = [[tuv.findtext("seg") for tuv in one.iter("tuv")] for one in root.iter("tu")]
    assert ["One 1. Two 2.", "Eins 1. Zwei 7.", "Un 1, deux 2."] in segments


def test_sarif_has_levels_lines_and_suppressions(reviewed: Review) -> None:
    made = json.loads(kind("sarif").make(reviewed, [1], OPTIONS))
    assert made["version"] == "2.1.0"
    [run] = made["runs"]
    results = {one["properties"]["target"]: one for one in run["results"]}
    road = results["Die Straße ist 5 km lang."]
    assert road["level"] == "error"
    [where] = road["locations"]
    assert where["physicalLocation"]["region"]["startLine"] == 3
    assert "suppressions" not in road
    [suppressed] = results["Die Maut beträgt 30 Euro."]["suppressions"]
    assert suppressed["justification"] == "=a <joke>"
    assert not any("Millionen" in text for text in results)
    rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
    assert all(rules[one["ruleIndex"]] == one["ruleId"] for one in run["results"])


def test_junit_fails_what_is_grave_and_skips_what_is_dismissed(reviewed: Review) -> None:
    root = etree.fromstring(kind("junit").make(reviewed, [1, 2], OPTIONS))
    suites = list(root)
    assert len(suites) == 2
    cases = list(suites[0])
    failed = [case.get("name") for case in cases if case.find("failure") is not None]
    skipped = [case.get("name") for case in cases if case.find("skipped") is not None]
    assert len(failed) == int(str(suites[0].get("failures"))) == 2
    assert [name.partition(": ")[2] for name in skipped if name] == ["The toll is 3 euros."]
    assert root.get("tests") == str(sum(len(suite) for suite in suites))


def test_json_is_as_its_schema_says(reviewed: Review) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    made = json.loads(kind("json").make(reviewed, [1, 2], OPTIONS))
    check(made, schema, schema, "$")
    assert made["translations"][0]["findings"]


def check(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str) -> None:
    """The words of JSON Schema that ours uses."""
    if "$ref" in schema:
        schema = root["$defs"][schema["$ref"].rpartition("/")[2]]
    if "const" in schema:
        assert value == schema["const"], at
    if "enum" in schema:
        assert value in schema["enum"], at
    kinds = {"object": dict, "array": list, "string": str, "integer": int, "number": (int, float),
             "null": type(None)}  # fmt: skip
    if "type" in schema:
        names = [schema["type"]] if isinstance(schema["type"], str) else schema["type"]
        assert any(isinstance(value, kinds[name]) for name in names), at
    if isinstance(value, dict):
        assert not set(schema.get("required", ())) - value.keys(), at
        if "properties" in schema:
            assert not value.keys() - schema["properties"].keys(), f"{at}: not described"
            for name, one in value.items():
                check(one, schema["properties"][name], root, f"{at}.{name}")
    if isinstance(value, list) and "items" in schema:
        for number, one in enumerate(value):
            check(one, schema["items"], root, f"{at}[{number}]")


@settings(max_examples=10)
@given(text=st.text(min_size=1, max_size=30).filter(lambda text: any(map(str.isalnum, text))))
def test_any_text_makes_files_that_can_be_read(
    text: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    from tests.review.conftest import digits, small_analysis

    path = tmp_path_factory.mktemp("any") / "a.review"
    with Review.create(path, small_analysis(), check=digits) as review:
        key = next(row.key for row in review.rows(1) if row.target == "Eins 1.")
        review.edit(1, key, text)
        review.comment(1, key, text)
        for one in KINDS:
            if not one.suffix or one.drawn:
                continue
            data = one.make(review, [1], OPTIONS)
            if one.suffix in (".xlf", ".tmx", ".xml"):
                etree.fromstring(data)
            elif one.suffix in (".json", ".sarif"):
                json.loads(data)
