"""The file of a set: what it says, and what it cannot make the program do."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from reviewer.sets import set_file
from reviewer.sets.set_file import MOST_REVIEWS, NotASet, is_set, read_set, write_set


def written(path: Path, values: object) -> Path:
    path.write_text(json.dumps(values), "utf-8")
    return path


def test_what_is_written_is_read(tmp_path: Path) -> None:
    reviews = (tmp_path / "a.review", tmp_path / "2026" / "über b.review")
    made = write_set(tmp_path / "news.reviewset", reviews)
    assert read_set(made.path) == made
    assert [made.name_of(one) for one in reviews] == ["a", "2026/über b"]
    assert is_set(made.path)


def test_a_folder_that_was_moved_is_the_same_set(tmp_path: Path) -> None:
    (tmp_path / "before").mkdir()
    write_set(tmp_path / "before/news.reviewset", [tmp_path / "before/a.review"])
    (tmp_path / "before").rename(tmp_path / "after")
    moved = read_set(tmp_path / "after/news.reviewset")
    assert moved.reviews == (tmp_path / "after/a.review",)


@pytest.mark.parametrize(
    "name",
    [
        "/etc/a.review",
        "../a.review",
        "b/../../a.review",
        "C:\\a.review",
        "C:a.review",
        "b\\a.review",
        "a.sqlite",
        "a\0.review",
        "",
        None,
        7,
        ["a.review"],
    ],
)
def test_a_set_from_elsewhere_opens_nothing_outside_its_folder(
    name: object, tmp_path: Path
) -> None:
    path = written(tmp_path / "x.reviewset", {"reviewer set": 1, "reviews": ["a.review", name]})
    with pytest.raises(NotASet, match="no set of reviews"):
        read_set(path)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "{",
        "[]",
        "null",
        '"a.review"',
        "{}",
        '{"reviewer set": 1}',
        '{"reviewer set": 1, "reviews": []}',
        '{"reviewer set": 1, "reviews": null}',
        '{"reviewer set": "1", "reviews": ["a.review"]}',
        '{"reviewer set": true, "reviews": ["a.review"]}',
        '{"reviewer set": 0, "reviews": ["a.review"]}',
        "[" * 100_000,
        "SQLite format 3\0",
    ],
)
def test_what_is_no_set_is_told_with_the_way_out(text: str, tmp_path: Path) -> None:
    path = tmp_path / "x.reviewset"
    path.write_text(text, "utf-8")
    with pytest.raises(NotASet, match="open them one by one"):
        read_set(path)


@pytest.mark.parametrize(
    ("name", "is_one"),
    [("a.reviewset", True), ("A.ReviewSet", True), ("reviewset", False), ("a.review", False),
     ("a.reviewset.txt", False), (".reviewset", False)],
)  # fmt: skip
def test_what_is_called_a_set(name: str, is_one: bool) -> None:
    assert is_set(Path(name)) is is_one


def test_capitals_in_a_suffix_are_the_same_suffix(tmp_path: Path) -> None:
    path = written(tmp_path / "x.reviewset", {"reviewer set": 1, "reviews": ["a.Review"]})
    assert read_set(path).reviews == (tmp_path / "a.Review",)


def test_a_review_that_is_named_twice_is_one(tmp_path: Path) -> None:
    names = ["b.review", "a.review", "b.review"]
    path = written(tmp_path / "x.reviewset", {"reviewer set": 1, "reviews": names})
    assert [one.name for one in read_set(path).reviews] == ["b.review", "a.review"]


@pytest.mark.parametrize(("more", "fits"), [(0, True), (1, False)])
def test_how_large_a_file_is_read(
    more: int, fits: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(set_file, "_LARGEST", 200)
    text = json.dumps({"reviewer set": 1, "reviews": ["a.review"]})
    path = tmp_path / "x.reviewset"
    path.write_text(text + " " * (200 - len(text) + more))
    if fits:
        assert len(read_set(path).reviews) == 1
    else:
        with pytest.raises(NotASet, match="no set of reviews"):
            read_set(path)


def test_the_file_is_read_by_people_too(tmp_path: Path) -> None:
    made = write_set(tmp_path / "x.reviewset", [tmp_path / "ü/a.review"])
    said = '{\n "reviewer set": 1,\n "reviews": [\n  "ü/a.review"\n ]\n}\n'
    assert made.path.read_text("utf-8") == said


def test_a_set_of_a_newer_version_is_told(tmp_path: Path) -> None:
    path = written(tmp_path / "x.reviewset", {"reviewer set": 2, "reviews": {"other": "form"}})
    with pytest.raises(NotASet, match="newer version"):
        read_set(path)


def test_a_set_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NotASet, match="cannot be read"):
        read_set(tmp_path / "x.reviewset")
    with pytest.raises(NotASet, match="cannot be read"):
        read_set(tmp_path)


@pytest.mark.parametrize(("many", "fits"), [(MOST_REVIEWS, True), (MOST_REVIEWS + 1, False)])
def test_how_many_reviews_a_set_may_have(many: int, fits: bool, tmp_path: Path) -> None:
    path = write_set(
        tmp_path / "x.reviewset", [tmp_path / f"{number}.review" for number in range(many)]
    ).path
    if fits:
        assert len(read_set(path).reviews) == many
    else:
        with pytest.raises(NotASet):
            read_set(path)
