"""What the window is opened with."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.cli import main


@pytest.mark.parametrize(
    ("arguments", "there", "files", "demo"),
    [
        ([], False, [], False),
        (["demo"], False, [], True),
        (["demo"], True, ["demo"], False),
        (["a.review"], False, ["a.review"], False),
        (["demo", "a.txt"], False, ["demo", "a.txt"], False),
    ],
)
def test_demo_is_the_sample_unless_a_file_is_called_so(
    arguments: list[str],
    there: bool,
    files: list[str],
    demo: bool,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    opened: list[tuple[list[Path], bool]] = []

    def run(paths: list[Path], *, demo: bool) -> int:
        opened.append((list(paths), demo))
        return 0

    monkeypatch.setattr("reviewer.ui.app.run", run)
    monkeypatch.chdir(tmp_path)
    if there:
        (tmp_path / "demo").touch()
    assert main(arguments) == 0
    assert opened == [([tmp_path / name for name in files], demo)]


@pytest.mark.parametrize(
    ("typed", "meant"), [("chek", "check"), ("EXPORTS", "export"), ("reprot", "report")]
)
def test_a_mistyped_command_opens_no_window(
    typed: str, meant: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        main([typed, "a.txt"])
    assert ended.value.code == 2
    assert f"`reviewer {meant}`" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("name", "there"), [("chek", True), ("report.tx", False), ("./exports", False)]
)
def test_a_file_opens_the_window_whatever_it_is_called(
    name: str, there: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("reviewer.ui.app.run", lambda _paths, *, demo: int(demo))
    monkeypatch.chdir(tmp_path)
    if there:
        (tmp_path / name).touch()
    assert main([name]) == 0
