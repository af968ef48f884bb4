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
