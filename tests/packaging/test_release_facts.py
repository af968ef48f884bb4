"""A release is called the same everywhere, and its changes are told everywhere."""

from __future__ import annotations

import pytest
from project import problems_of_tag, releases, version

import reviewer
from reviewer.cli import main

DATED = """# Changes

## 0.2.0 (2027-01-31)

- One `thing`,
  on two lines.
- Another.

### The window

- One of many that are told here only.

## 0.1.0 (2026-12-01)

- First.
"""


def test_the_version_stands_in_one_place(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"reviewer {version()}\n"
    assert version() == reviewer.__version__


def test_the_newest_changes_are_those_of_the_version() -> None:
    assert releases()[0].version == version()
    assert releases()[0].notes


def test_changes_are_read_as_sentences() -> None:
    newest, first = releases(DATED)
    assert (newest.version, newest.date) == ("0.2.0", "2027-01-31")
    assert newest.notes == ("One thing, on two lines.", "Another.")
    assert first.notes == ("First.",)


@pytest.mark.parametrize("heading", ["## 0.2", "## 0.2.0", "## 0.2.0 (soon)", "## Unreleased"])
def test_another_heading_is_an_error(heading: str) -> None:
    with pytest.raises(ValueError, match="heading"):
        releases(f"# Changes\n\n{heading}\n\n- One.\n")


def test_a_tag_is_the_version_with_dated_changes(monkeypatch: pytest.MonkeyPatch) -> None:
    import project

    monkeypatch.setattr(project, "version", lambda: "0.2.0")
    monkeypatch.setattr(project, "releases", lambda: releases(DATED))
    assert problems_of_tag("v0.2.0") == []
    assert len(problems_of_tag("0.2.0")) == 1
    assert len(problems_of_tag("v0.1.0")) == 1
    monkeypatch.setattr(project, "version", lambda: "0.1.0")
    assert len(problems_of_tag("v0.1.0")) == 1
    monkeypatch.setattr(project, "releases", lambda: releases("## 0.1.0 (unreleased)\n\n- One.\n"))
    assert problems_of_tag("v0.1.0") == ["CHANGELOG.md calls 0.1.0 unreleased."]
