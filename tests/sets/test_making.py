"""From folders to a set of reviews with totals, and out again."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.domain import ReviewerError
from reviewer.reports.kinds import Options, kind
from reviewer.review import Review
from reviewer.sets import (
    Group,
    NotASet,
    export_set,
    make_set,
    paired,
    read_set,
    total,
    totals,
    write_set,
)
from reviewer.sets.making import review_names, set_path, usual_path
from reviewer.sets.totals import languages, next_open
from tests.sets.conftest import MAKER, SOURCE, WRONG

OPTIONS = Options("Ann Lee", "2026-11-30T10:00:00+00:00")


def pairs(folder: Path) -> list[Group]:
    return paired(folder / "en", [folder / "de"]).together


def test_a_set_has_a_review_of_each_document_with_its_totals(three: Path) -> None:
    path = three / "work/news.reviewset"
    made = make_set(path, pairs(three), MAKER)
    assert (made.made, made.kept, made.failed, made.notes) == (3, 0, [], [])
    found = totals(read_set(path))
    assert [(one.name, one.sum.open) for one in found] == [("b.txt", 1), ("a.txt", 0), ("c.txt", 1)]
    assert total(found).open == total(found).of("critical") == 2
    assert total(found).sentences == 6
    assert languages(found) == ["de"]
    assert [one.open_in("de") for one in found] == [1, 0, 1]
    assert found[0].open_in("fr") is None


def test_what_was_decided_shows_in_the_totals(three: Path) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.set
    with Review.open(made.set.reviews[0]) as review:
        review.decide_all(1, "dismiss")
        review.index(1)
    found = totals(made.set)
    assert (found[0].sum.open, found[0].sum.decided) == (0, 1)


def test_the_next_document_with_an_open_finding(three: Path) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.set
    found = totals(made.set)
    assert [next_open(found, here) for here in (-1, 0, 1, 2)] == [0, 2, 2, 0]
    assert next_open(found[:1], 0) is None
    assert next_open(found[1:2], -1) is None


def test_a_review_that_is_open_or_gone_is_told_and_the_others_are_there(three: Path) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.set
    made.set.reviews[1].unlink()
    with Review.open(made.set.reviews[0]):
        found = totals(made.set)
    assert [one.known is None for one in found] == [True, True, False]
    assert "open" in str(found[0].problem)
    assert "no file" in str(found[1].problem)
    assert [one.name for one in found] == ["2026/b", "a", "c.txt"]


def test_it_goes_on_where_it_was_stopped_and_no_review_is_made_twice(three: Path) -> None:
    path = three / "work/news.reviewset"
    stopped = iter([False, True])
    first = make_set(path, pairs(three), MAKER, cancelled=lambda: next(stopped))
    assert first.set
    assert len(read_set(path).reviews) == first.made == 1
    with Review.open(first.set.reviews[0]) as review:
        review.decide_all(1, "accept")
    again = make_set(path, pairs(three), MAKER)
    assert (again.made, again.kept) == (2, 1)
    assert len(read_set(path).reviews) == 3
    with Review.open(first.set.reviews[0]) as review:
        assert review.counts(1).accepted == 1


def test_what_is_there_already_is_a_set_again(three: Path) -> None:
    path = three / "work/news.reviewset"
    first = make_set(path, pairs(three), MAKER)
    again = make_set(path, pairs(three), MAKER)
    assert (again.made, again.kept) == (0, 3)
    assert first.set
    assert again.set == first.set == read_set(path)


def test_without_a_review_there_is_no_set(three: Path) -> None:
    made = make_set(three / "work/news.reviewset", [], MAKER)
    assert made.set is None
    assert not (three / "work/news.reviewset").exists()


@pytest.mark.parametrize("stop_at", [0, 1, 3])
def test_totals_stop_when_they_are_told_to(three: Path, stop_at: int) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.set
    told: list[int] = []
    found = totals(made.set, told=told.append, cancelled=lambda: len(told) == stop_at)
    assert told == [1, 2, 3][:stop_at]
    assert [one.review for one in found] == list(made.set.reviews[:stop_at])


def test_a_document_that_cannot_be_read_does_not_stop_the_others(three: Path) -> None:
    (three / "de/a.txt").write_bytes(b"")
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.made == 2
    assert [path.name for path, _ in made.failed] == ["a.txt"]


def test_a_document_in_one_language_on_both_sides_is_told(three: Path) -> None:
    (three / "de/a.txt").write_text(SOURCE * 20, "utf-8")
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.made == 3
    [note] = made.notes
    assert "its name says German, but it reads like English" in str(note)


def test_another_file_at_the_place_of_the_set_is_not_written_over(three: Path) -> None:
    path = three / "news.reviewset"
    path.write_text("Dear diary", "utf-8")
    with pytest.raises(NotASet):
        make_set(path, pairs(three), MAKER)
    assert path.read_text("utf-8") == "Dear diary"


def test_a_review_that_no_set_knows_is_not_written_over(three: Path) -> None:
    path = three / "work/news.reviewset"
    made = make_set(path, pairs(three), MAKER)
    assert made.set
    write_set(path, made.set.reviews[:2])
    before = made.set.reviews[2].read_bytes()
    again = make_set(path, pairs(three), MAKER)
    assert [path.name for path, _ in again.failed] == ["c.txt"]
    assert made.set.reviews[2].read_bytes() == before


def test_no_two_reviews_have_the_same_name() -> None:
    def group(title: str, source: str) -> Group:
        return Group(title, Path(source), (), ("",))

    groups = [group("a", "x/a.txt"), group("a", "y/a.md"), group("", "z/en.txt"), group("A", "A.t")]
    assert review_names(groups) == ["a.review", "a 2.review", "en.review", "A 3.review"]
    assert review_names([group("2026/", "2026/en.txt")]) == ["2026/en.review"]


def test_where_a_set_is_kept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert usual_path(tmp_path / "news") == tmp_path / "news-review/news.reviewset"
    inside = tmp_path / "news/pt-BR"
    inside.mkdir(parents=True)
    assert usual_path(inside) == tmp_path / "news/news-review/news.reviewset"
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "home")
    assert usual_path(Path("/nowhere/news")) == tmp_path / "home/news-review/news.reviewset"
    assert set_path(Path("/t/news")) == Path("/t/news.reviewset")
    assert set_path(Path("/t/news.reviewset")) == Path("/t/news.reviewset")


def test_all_documents_are_exported_into_the_folders_of_the_set(three: Path) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.set
    out = three / "out"
    done = export_set(made.set, out, kind("text"), OPTIONS)
    assert [path.relative_to(out).as_posix() for path in done.written] == [
        "2026/b.reviewed.txt",
        "a.reviewed.txt",
        "c.reviewed.txt",
    ]
    assert done.open == {"2026/b": 1, "c": 1}
    assert (out / "a.reviewed.txt").read_bytes() == (three / "de/a.txt").read_bytes()
    with pytest.raises(ReviewerError, match=r"out/2026/b.reviewed.txt exists already"):
        export_set(made.set, out, kind("text"), OPTIONS)
    assert len(export_set(made.set, out, kind("text"), OPTIONS, replace=True).written) == 3
    assert not export_set(made.set, three / "fr", kind("tmx"), OPTIONS, languages=["fr"]).written


def test_a_document_that_cannot_be_exported_does_not_stop_the_others(three: Path) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.set
    made.set.reviews[0].write_bytes(b"no review")
    done = export_set(made.set, three / "out", kind("json"), OPTIONS)
    assert len(done.written) == 2
    assert [name for name, _ in done.failed] == ["2026/b"]


def test_what_is_told_while_a_set_is_made(three: Path) -> None:
    told: list[tuple[str, float]] = []
    make_set(
        three / "work/news.reviewset", pairs(three), MAKER, progress=lambda *one: told.append(one)
    )
    shares = [share for _, share in told]
    assert shares == sorted(shares)
    assert [(words, share) for words, share in told if words.endswith(".txt")] == [
        ("1/3  b.txt", 0.0), ("2/3  a.txt", 1 / 3), ("3/3  c.txt", 2 / 3)
    ]  # fmt: skip
    assert 0.9 < shares[-1] <= 1


def of_one_name(folder: Path) -> list[Group]:
    """Three documents whose translations have the same name."""
    groups = []
    for number, name in enumerate(["a.txt", "a.txt", "A.txt"]):
        for language, text in (("en", SOURCE), ("de", WRONG)):
            path = folder / str(number) / language / name
            path.parent.mkdir(parents=True)
            path.write_text(text, "utf-8")
        source, german = (folder / str(number) / language / name for language in ("en", "de"))
        groups.append(Group("a", source, (german,), ("en", "de")))
    return groups


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("text", ["a.reviewed.txt", "a.reviewed 2.txt", "A.reviewed 3.txt"]),
        ("json", ["a.findings.json", "a 2.findings.json", "a 3.findings.json"]),
    ],
)
def test_files_of_one_name_are_told_apart(tmp_path: Path, name: str, names: list[str]) -> None:
    made = make_set(tmp_path / "work/news.reviewset", of_one_name(tmp_path), MAKER)
    assert made.set
    done = export_set(made.set, tmp_path / "out", kind(name), OPTIONS)
    assert [path.name for path in done.written] == names
    assert (done.failed, done.hung, done.joined) == ([], {}, {})


@pytest.mark.parametrize("stop_at", [0, 2])
def test_an_export_tells_where_it_is_and_stops_when_it_is_told_to(
    three: Path, stop_at: int
) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three), MAKER)
    assert made.set
    told: list[tuple[str, float]] = []
    done = export_set(
        made.set,
        three / "out",
        kind("text"),
        OPTIONS,
        progress=lambda *one: told.append(one),
        cancelled=lambda: len(told) == stop_at,
    )
    assert told == [("2026/b", 0.0), ("a", 1 / 3), ("c", 2 / 3)][:stop_at]
    assert len(done.written) == stop_at


@pytest.mark.parametrize(("name", "is_printed"), [("pdf", True), ("json", False)])
def test_only_what_is_drawn_is_printed(three: Path, name: str, is_printed: bool) -> None:
    made = make_set(three / "work/news.reviewset", pairs(three)[:1], MAKER)
    assert made.set
    done = export_set(
        made.set,
        three / "out",
        kind(name),
        OPTIONS,
        printed=lambda page, title: f"{title}: ".encode() + page[:9],
    )
    [path] = done.written
    assert path.read_bytes().startswith(f"{path.stem}: ".encode()) is is_printed
    assert export_set(made.set, three / "plain", kind(name), OPTIONS).written


def test_an_export_never_takes_the_place_of_a_source(three: Path) -> None:
    source, german = three / "en/a.reviewed.txt", three / "de/a.txt"
    (three / "en/a.txt").rename(source)
    made = make_set(
        three / "work/news.reviewset", [Group("a", source, (german,), ("en", "de"))], MAKER
    )
    assert made.set
    done = export_set(made.set, three / "en", kind("text"), OPTIONS, replace=True)
    assert (done.written, [name for name, _ in done.failed]) == ([], ["a"])
    assert done.failed[0][1]
    assert source.read_text("utf-8") == SOURCE


@pytest.mark.parametrize(
    ("name", "names"),
    [
        ("text", ["a.reviewed.txt", "b.reviewed.txt"]),
        ("table-docx", ["a.table.docx", "b.table.docx"]),
        ("pdf", ["news.report.pdf"]),
    ],
)
def test_a_file_is_of_one_translation_or_of_all(three: Path, name: str, names: list[str]) -> None:
    both = (three / "de/a.txt", (three / "de/a.txt").rename(three / "de/b.txt"))
    both[0].write_text(WRONG, "utf-8")
    group = Group("news", three / "en/a.txt", both, ("en", "de", "de"))
    made = make_set(three / "work/news.reviewset", [group], MAKER)
    assert made.set
    done = export_set(made.set, three / "out", kind(name), OPTIONS)
    assert [path.name for path in done.written] == names
