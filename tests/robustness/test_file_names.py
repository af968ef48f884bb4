"""Names and kinds of files that are unusual."""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.analysis import analyse
from reviewer.cli import main
from reviewer.review import Review

Started = Callable[..., "subprocess.CompletedProcess[str]"]

pytestmark = pytest.mark.skipif(os.name == "nt", reason="Windows has no such names and files")


@pytest.mark.parametrize("form", ["text", "json", "html"])
def test_a_name_that_is_no_utf8_is_shown_with_a_mark(
    source: Path, german: Path, reviewer: Started, form: str
) -> None:
    odd = Path(os.fsdecode(os.fsencode(source.parent) + b"/\xdcbersetzung.txt"))
    german.rename(odd)
    ended = reviewer("check", "--format", form, source, odd)
    assert ended.returncode == 1, ended.stderr
    assert "\ufffdbersetzung" in ended.stdout
    if form == "json":
        assert json.loads(ended.stdout)["translations"][0]["path"].endswith("\ufffdbersetzung.txt")


@pytest.mark.parametrize("name", ["x.review", "x.argosmodel", "x.txt", "x.docx"])
@pytest.mark.parametrize("kind", ["pipe", "folder", "device"])
def test_what_is_no_file_is_refused_at_once(
    source: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], name: str, kind: str
) -> None:
    path = tmp_path / name
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    else:
        path.symlink_to("/dev/zero")
    command = {
        "x.review": ("export", path),
        "x.argosmodel": ("packages", "install", path),
    }.get(name, ("check", source, path))
    assert main([*map(str, command)]) == 2
    said = capsys.readouterr().err
    assert said.startswith("reviewer: ")
    assert "not a" in said


@pytest.mark.parametrize("letter", ["x", "ü"])
def test_a_name_of_250_bytes_is_exported(
    source: Path, german: Path, tmp_path: Path, letter: str
) -> None:
    long = german.rename(german.with_name(letter * (246 // len(letter.encode())) + ".txt"))
    review = tmp_path / "r.review"
    Review.create(review, analyse(formats.read(source), [formats.read(long)])).close()
    out = tmp_path / "out"
    assert main(["export", str(review), "--findings", "csv", "--output", str(out)]) == 0
    [made] = out.iterdir()
    assert made.name.endswith(".findings.csv")
