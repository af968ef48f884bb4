"""What is said of rows and marks, and how much room there is: the small decisions of the window."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.review import TranslationInfo
from reviewer.ui.state.export_names import export_names
from reviewer.ui.state.overview_marks import Mark, marks_in_words, nearest
from reviewer.ui.state.page_room import DENSE, ROOMY, TIGHT, RowRoom, is_beside, row_room
from reviewer.ui.state.row_words import rows_in_words
from reviewer.ui.state.settings import Settings


@pytest.mark.parametrize(
    ("numbers", "words"),
    [
        ([3], "row 3"),
        ([4, 3], "rows 3 and 4"),
        ([1, 2, 3], "rows 1 to 3"),
        ([3, 1, 2, 5], "rows 1 to 3 and 5"),
        ([1, 3, 5], "rows 1, 3 and 5"),
        ([1, 2, 4, 7, 8, 9, 10], "rows 1, 2, 4 and 7 to 10"),
    ],
)
def test_rows_are_named_by_their_numbers(numbers: list[int], words: str) -> None:
    assert rows_in_words(numbers) == words


@pytest.mark.parametrize(
    ("height", "room"), [(499, TIGHT), (500, DENSE), (659, DENSE), (660, ROOMY)]
)
def test_rows_that_fit_the_page(height: int, room: RowRoom) -> None:
    assert row_room("fitting", height) == room
    assert [row_room(one, height) for one in ("tight", "dense", "roomy")] == [TIGHT, DENSE, ROOMY]
    assert (RowRoom(5, 0.0), RowRoom(2, 1.0), RowRoom(1, 2.0)) == (ROOMY, DENSE, TIGHT)


@pytest.mark.parametrize(("width", "beside"), [(1149, False), (1150, True)])
def test_a_panel_that_fits_the_page(width: int, beside: bool) -> None:
    assert is_beside("fitting", width) is beside
    assert is_beside("beside", width)
    assert not is_beside("below", width)


MARKS = [Mark(2, "edited"), Mark(4, "minor"), Mark(4, "critical"), Mark(7, "bookmark")]


@pytest.mark.parametrize(
    ("line", "within", "found"),
    [
        (2.0, 0.0, MARKS[0]),
        (3.0, 0.9, None),
        (3.0, 1.0, MARKS[2]),
        (2.9, 1.1, MARKS[0]),
        (5.5, 1.5, MARKS[2]),
        (5.6, 1.5, MARKS[3]),
        (9.0, 1.9, None),
    ],
)
def test_of_the_marks_the_nearest_and_then_the_gravest(
    line: float, within: float, found: Mark | None
) -> None:
    assert nearest(MARKS, line, within) == found


def test_marks_are_counted_by_how_grave_they_are() -> None:
    said = marks_in_words(MARKS)
    assert [word for word in ("critical", "minor", "edited", "bookmark") if word in said] == [
        "critical", "minor", "edited", "bookmark"
    ]  # fmt: skip
    assert said.index("critical") < said.index("minor") < said.index("edited")
    assert "decided" not in said
    assert marks_in_words([]) == "No row has a mark"


@pytest.mark.parametrize(
    ("files", "names"),
    [
        ([("de", "a.txt")], ["a.reviewed.txt"]),
        ([("de", "/x/a.txt"), ("fr", "/y/a.txt")], ["a.reviewed.txt", "a.fr.reviewed.txt"]),
        (
            [("de", "a.txt"), ("fr", "A.TXT"), ("fr", "b/a.txt")],
            ["a.reviewed.txt", "A.fr.reviewed.TXT", "a.fr-2.reviewed.txt"],
        ),
        ([("de", "C:\\x\\a.txt"), ("de", "a.docx")], ["a.reviewed.txt", "a.reviewed.docx"]),
    ],
)
def test_no_two_exports_have_one_name(files: list[tuple[str, str]], names: list[str]) -> None:
    infos = [TranslationInfo(n, path, code, "") for n, (code, path) in enumerate(files)]
    assert list(export_names(infos).values()) == names


def test_what_is_kept_comes_back(own_home: Path, tmp_path: Path) -> None:
    settings = Settings()
    usual = (settings.scheme, settings.density, settings.panel_place, settings.language)
    assert usual == ("system", "fitting", "fitting", "")
    assert (settings.zoom, settings.tour_step, settings.author) == (0, 0, "")
    assert (settings.panel, settings.columns, settings.keys, settings.recent) == ([], [], {}, [])
    assert settings.folder == Path.home()
    settings.scheme, settings.density, settings.panel_place = "dark", "tight", "below"
    settings.language, settings.zoom, settings.tour_step, settings.author = "de", -2, 3, "Ann"
    settings.panel, settings.columns = [300, 200], [0.25, 0.75]
    settings.keys = {"accept": ["A", "Ctrl+A"], "undo": []}
    settings.folder = tmp_path
    settings.keep_flag("changes", True)
    again = Settings()
    assert (again.scheme, again.density, again.panel_place) == ("dark", "tight", "below")
    assert (again.language, again.zoom, again.tour_step, again.author) == ("de", -2, 3, "Ann")
    assert (again.panel, again.columns) == ([300, 200], [0.25, 0.75])
    assert again.keys == {"accept": ["A", "Ctrl+A"], "undo": []}
    assert again.folder == tmp_path
    assert again.flag("changes", default=False)
    assert again.flag("other", default=True)
    assert not again.flag("other", default=False)
    again.keys = {"undo": ["U"]}
    assert Settings().keys == {"undo": ["U"]}


@pytest.mark.parametrize("kept", ["x", "", "1 x"])
def test_what_makes_no_sense_is_as_none(own_home: Path, kept: str) -> None:
    settings = Settings()
    for name in ("window/scheme", "view/density", "view/panel_place", "window/zoom"):
        settings.keep_text(name, kept)
    settings.keep_text("view/panel_extents", kept)
    settings.keep_text("view/columns", kept)
    assert (settings.scheme, settings.density, settings.panel_place) == (
        "system", "fitting", "fitting"
    )  # fmt: skip
    assert (settings.zoom, settings.panel, settings.columns) == (0, [], [])


def test_twelve_reviews_are_remembered_the_latest_first(own_home: Path, tmp_path: Path) -> None:
    settings = Settings()
    files = [tmp_path / f"{number}.review" for number in range(13)]
    for file in files:
        file.touch()
        settings.add_recent(file)
    assert settings.recent == files[:0:-1]
    settings.add_recent(files[5])
    assert settings.recent == [files[5], *(one for one in files[:0:-1] if one != files[5])]
    files[5].unlink()
    assert len(settings.recent) == 11
