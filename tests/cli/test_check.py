"""`reviewer check`: what it prints, what it writes, and how it ends."""

from __future__ import annotations

import io
import json
import re
import sys
import zipfile
from pathlib import Path

import pytest

from reviewer.cli import main

SOURCE = """Town council approves budget

The town council of Marlow approved a budget of 97 million euros on Monday.

Mayor Anna Kessler said that 14 schools would be repaired by 2027.

The vote was 12 to 5.
"""
GERMAN = """Stadtrat billigt Haushalt

Der Stadtrat von Marlow billigte am Montag einen Haushalt von 97 Millionen Euro.

Bürgermeisterin Anna Kessler sagte, bis 2027 würden 14 Schulen saniert.

Die Abstimmung endete 12 zu 5.
"""


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "source.txt"
    path.write_text(SOURCE, "utf-8")
    return path


def translation(folder: Path, text: str, name: str = "german.txt") -> Path:
    path = folder / name
    path.write_text(text, "utf-8")
    return path


@pytest.fixture
def faithful(tmp_path: Path) -> Path:
    return translation(tmp_path, GERMAN)


@pytest.fixture
def wrong(tmp_path: Path) -> Path:
    return translation(tmp_path, GERMAN.replace("97 Millionen", "97 Milliarden"), "wrong.txt")


def test_a_file_that_is_named_twice_gets_a_word(
    source: Path, faithful: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    same = faithful.parent / "." / ".." / faithful.parent.name / faithful.name
    assert main(["check", str(source), str(faithful), str(same)]) == 0
    assert f"“{faithful}” is named 2 times" in capsys.readouterr().err
    assert main(["check", str(source), str(faithful)]) == 0
    assert "is named" not in capsys.readouterr().err


def test_a_faithful_translation_is_clean(
    source: Path, faithful: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(source), str(faithful)]) == 0
    assert "no findings" in capsys.readouterr().out


def test_a_wrong_amount_ends_with_one_and_both_values(
    source: Path, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(source), str(wrong)]) == 1
    shown = capsys.readouterr().out
    assert "97 million" in shown
    assert "97 Milliarden" in shown


def test_fail_on_sets_what_counts(source: Path, tmp_path: Path) -> None:
    path = translation(tmp_path, GERMAN.replace("einen Haushalt", "einen  Haushalt"))
    assert main(["check", str(source), str(path)]) == 0
    assert main(["check", "--fail-on", "minor", str(source), str(path)]) == 1


def test_several_translations_in_one_call(
    source: Path, faithful: Path, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--format", "json", str(source), str(faithful), str(wrong)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert [Path(part["path"]).name for part in report["translations"]] == [
        "german.txt",
        "wrong.txt",
    ]


def test_json_carries_the_contract(
    source: Path, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["check", "--format", "json", str(source), str(wrong)])
    report = json.loads(capsys.readouterr().out)
    assert report["source"]["language"] == "en"
    [part] = report["translations"]
    assert part["evidence"].startswith("encoder universal-sentence-encoder ")
    texts = {segment["id"]: segment["text"] for segment in part["segments"]}
    [(bead, finding)] = [(bead, finding) for bead in part["beads"] for finding in bead["findings"]]
    assert (finding["check"], finding["kind"], finding["severity"]) == (
        "numbers",
        "value",
        "critical",
    )
    [[segment, start, end]] = finding["target_spans"]
    assert texts[segment][start:end] == "97 Milliarden Euro"[: end - start]
    assert finding["pattern"] == "{source} → {target}: {ratio}"
    assert finding["holes"]["ratio"]["holes"] == {"n": 1000}
    assert "1,000 times" in finding["message"]
    assert bead["relation"] == "aligned"
    assert 0 <= bead["confidence"] <= 1


def test_a_sentence_left_out_is_a_bead_without_target(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shorter = GERMAN.replace(
        "Bürgermeisterin Anna Kessler sagte, bis 2027 würden 14 Schulen saniert.\n\n", ""
    )
    path = translation(tmp_path, shorter)
    assert main(["check", "--format", "json", str(source), str(path)]) == 1
    [part] = json.loads(capsys.readouterr().out)["translations"]
    [bead] = [bead for bead in part["beads"] if bead["relation"] == "missing"]
    assert not bead["target"]
    assert [finding["check"] for finding in bead["findings"]] == ["missing"]


@pytest.mark.parametrize("form", ["text", "json", "html", "xlsx"])
def test_output_goes_to_a_file(
    form: str, source: Path, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / f"report.{form}"
    arguments = ["check", "--format", form, "--output", str(path), str(source), str(wrong)]
    assert main(arguments) == 1
    assert not capsys.readouterr().out
    content = path.read_bytes()
    if form == "xlsx":
        words = zipfile.ZipFile(path).read("xl/sharedStrings.xml").decode()
        assert "97 Milliarden" in words
    else:
        assert "97 Milliarden" in content.decode()


def test_nothing_in_an_article_becomes_markup_or_a_formula(source: Path, tmp_path: Path) -> None:
    path = translation(
        tmp_path, GERMAN.replace("Die Abstimmung endete 12", '=<img src="file:///x"> endete 13')
    )
    page, book = tmp_path / "r.html", tmp_path / "r.xlsx"
    main(["check", "--format", "html", "--output", str(page), str(source), str(path)])
    assert "<img" not in page.read_text("utf-8")
    main(["check", "--format", "xlsx", "--output", str(book), str(source), str(path)])
    assert b"<f>" not in zipfile.ZipFile(book).read("xl/worksheets/sheet1.xml")


@pytest.mark.parametrize(
    ("make", "words"),
    [
        (lambda path: None, "german.txt"),
        (lambda path: path.write_bytes(b""), "empty"),
        (lambda path: path.write_bytes(bytes(range(256)) * 40), "german.txt"),
        (lambda path: path.write_text(SOURCE), "English"),
    ],
    ids=["missing", "empty", "binary", "same language"],
)
def test_bad_input_is_told_and_nothing_written(
    make: object, words: str, source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path, report = tmp_path / "german.txt", tmp_path / "report.json"
    make(path)  # type: ignore[operator]
    arguments = ["check", "--format", "json", "--output", str(report), str(source), str(path)]
    assert main(arguments) == 2
    told = capsys.readouterr().err
    assert words in told
    assert "Traceback" not in told
    assert not report.exists()


def test_usage_errors_end_with_two(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["check"])
    assert ended.value.code == 2


def test_an_unknown_language_is_told(
    source: Path, faithful: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", "--language", "german", str(source), str(faithful)]) == 2
    assert "german" in capsys.readouterr().err


def test_a_missing_package_is_told_once_for_each_pair_of_languages(
    source: Path, faithful: Path, wrong: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dutch = translation(tmp_path, "De raad van Marlow keurde de begroting goed.", "dutch.txt")
    main(["check", str(source), str(faithful), str(wrong), str(dutch)])
    told = capsys.readouterr().err
    assert told.count("German to English") == told.count("Dutch to English") == 1
    assert "without back-translation" in told
    assert "reviewer packages install FILE" in told
    assert "reviewer packages available" in told
    assert "download" not in told


def test_a_package_that_is_there_is_named_and_nothing_is_missed(
    source: Path, faithful: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    [toy] = (Path(__file__).parents[2] / "resources" / "packages").glob("*de_en*")
    main(["packages", "install", str(toy)])
    capsys.readouterr()
    main(["check", str(source), str(faithful)])
    shown = capsys.readouterr()
    assert not shown.err
    assert "with the help of a back-translation (argos translate-de_en" in shown.out


def test_every_figure_is_explained_when_asked(
    source: Path, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(source), str(wrong), "--explain"]) == 1
    told = capsys.readouterr().out
    assert "different" in told
    assert "14 [cardinal 14] = 14 [cardinal 14]: the same value" in told


def test_figures_are_explained_in_text_alone(
    source: Path, wrong: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["check", str(source), str(wrong), "--explain", "--format", "json"]) == 2
    assert "--format" in capsys.readouterr().err


def test_a_report_never_takes_the_place_of_what_it_is_about(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    german = translation(tmp_path, GERMAN)
    link = tmp_path / "report.json"
    link.symlink_to(german)
    for output in (german, source, link, tmp_path / "." / "german.txt"):
        arguments = ["check", str(source), str(german), "--output", str(output)]
        assert main(arguments) == 2
        assert "is one of the files that are being worked on" in capsys.readouterr().err
    assert german.read_text("utf-8") == GERMAN
    assert source.read_text("utf-8") == SOURCE


class Terminal(io.StringIO):
    """A stream that is drawn on."""

    def isatty(self) -> bool:
        return True


def test_the_progress_of_several_groups_goes_on_from_one_to_the_next(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources, translations = tmp_path / "en", tmp_path / "de"
    for folder, text in ((sources, SOURCE), (translations, GERMAN)):
        folder.mkdir()
        for number in range(3):
            (folder / f"{number}.txt").write_text(text, "utf-8")
    screen = Terminal()
    monkeypatch.setattr(sys, "stderr", screen)
    assert main(["check", str(sources), str(translations)]) == 0
    shown = re.findall(r"([0-9]+)% ([1-3])/3 ", screen.getvalue())
    shares = [int(share) for share, _ in shown]
    assert {group for _, group in shown} == set("123")
    assert shares == sorted(shares)
    assert all(33 * (int(group) - 1) <= int(share) <= 34 * int(group) for share, group in shown)
