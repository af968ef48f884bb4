"""The log says what runs and where an error came by, and nothing of the texts unless asked."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer import __version__
from reviewer.cli import log, main
from reviewer.domain import ReviewerError
from reviewer.folders import log_folder
from reviewer.machine_translation.package_folders import packages_folder

SECRET = "Die Brücke kostete 97 Milliarden Euro."
_log = logging.getLogger("reviewer.tests")

Written = Callable[..., str]


@pytest.fixture
def written(tmp_path: Path) -> Written:
    """What the log holds after `act` ran."""

    def write(act: Callable[[], None], texts: bool = False) -> str:
        file = tmp_path / "folder" / "a.log"
        with log.logging_to(file, texts):
            act()
        return file.read_text("utf-8")

    return write


def fail() -> None:
    try:
        try:
            int(SECRET)
        except ValueError as error:
            raise ReviewerError(f"{SECRET} cannot be read") from error
    except ReviewerError as error:
        _log.error("Row %d of %s is wrong: %s", 7, SECRET, error, exc_info=error)


def test_the_head_says_what_runs(written: Written) -> None:
    words = written(lambda: None)
    for part in (f"Reviewer {__version__}", "Python 3.", "PySide6-Essentials 6.", "packages: none"):
        assert part in words
    assert "Ended after" in words


def test_the_head_names_the_installed_packages(written: Written, own_home: Path) -> None:
    (packages_folder() / "translate-de_en").mkdir(parents=True)
    assert "packages: translate-de_en" in written(lambda: None)


def test_an_error_leaves_its_places_and_none_of_its_words(written: Written) -> None:
    words = written(fail)
    assert "Row 7 of … is wrong: ReviewerError" in words
    assert f"{Path(__file__).name}:" in words
    assert "in fail" in words
    assert "builtins.ValueError" in words
    assert "Brücke" not in words


def test_asked_for_texts_are_there(written: Written) -> None:
    assert f"{SECRET} cannot be read" in written(fail, texts=True)


@pytest.mark.parametrize("pattern", ["%d rows", "%5.1f", "%s and %s"])
def test_a_pattern_that_wants_something_else_is_still_logged(pattern: str) -> None:
    record = logging.LogRecord("reviewer", logging.INFO, "", 1, pattern, (SECRET,), None)
    assert pattern in log._Formatter(texts=False).format(record)


def test_values_by_name_are_hidden_too() -> None:
    values = ({"a": SECRET},)
    record = logging.LogRecord("reviewer", logging.INFO, "", 1, "%(a)s", values, None)
    assert "Brücke" not in log._Formatter(texts=False).format(record)


def test_other_libraries_are_not_logged(written: Written) -> None:
    assert "Brücke" not in written(lambda: logging.getLogger("argostranslate").warning(SECRET))


@pytest.mark.parametrize(("size", "files"), [(-1, 1), (1, 2)])
def test_a_full_log_is_put_aside(
    size: int, files: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(log, "head", lambda: "head")
    file = tmp_path / "a.log"
    line = 60  # more than the longest line that is written here
    file.write_bytes(b"x" * (log.LARGEST + size * 2 * line))
    with log.logging_to(file):
        pass
    assert len(list(tmp_path.glob("a.log*"))) == files


def test_no_more_than_two_old_logs_are_kept(tmp_path: Path) -> None:
    file = tmp_path / "a.log"
    for _ in range(4):
        file.write_bytes(b"x" * log.LARGEST)
        with log.logging_to(file):
            pass
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a.log", "a.log.1", "a.log.2"]


def test_logging_leaves_no_trace_in_the_process(tmp_path: Path) -> None:
    root = logging.getLogger("reviewer")
    before = list(root.handlers), root.level
    with log.logging_to(tmp_path / "a.log"):
        assert root.level == logging.INFO
    assert (list(root.handlers), root.level) == before


# From the command line


def check(tmp_path: Path, *options: str) -> int:
    source = tmp_path / "bridge-of-acme.txt"
    source.write_text("The bridge cost 97 million euros.\n", "utf-8")
    return main([*options, "check", str(source), str(tmp_path / "absent-acme.txt")])


def test_a_command_is_logged_when_asked(tmp_path: Path) -> None:
    assert check(tmp_path, "--log", str(tmp_path / "a.log")) == 2
    words = (tmp_path / "a.log").read_text("utf-8")
    assert "The command … failed" in words
    assert "acme" not in words


def test_with_texts_when_asked_for_them_too(tmp_path: Path) -> None:
    assert check(tmp_path, f"--log={tmp_path / 'a.log'}", "--log-texts") == 2
    assert "absent-acme" in (tmp_path / "a.log").read_text("utf-8")


def test_a_command_keeps_no_log_by_itself(tmp_path: Path) -> None:
    check(tmp_path)
    assert not log_folder().exists()


def test_a_log_that_cannot_be_written_is_bad_usage(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert check(tmp_path, "--log", str(tmp_path)) == 2
    assert "cannot be written" in capsys.readouterr().err


def test_a_log_without_a_name_is_bad_usage(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--log"])
    assert ended.value.code == 2


def test_the_window_keeps_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.ui.app.run", lambda paths, demo: 0)
    assert main([]) == 0
    assert "Ended after" in log.usual_file().read_text("utf-8")


def test_the_window_opens_where_no_log_can_be_kept(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.ui.app.run", lambda paths, demo: 5)
    log_folder().parent.mkdir(parents=True)
    log_folder().touch()
    assert main([]) == 5


def test_the_log_says_why_no_window_could_open(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("reviewer.cli.window_needs.obstacle", lambda: "There is no display.")
    assert main([]) == 2
    assert "There is no display." in log.usual_file().read_text("utf-8")
