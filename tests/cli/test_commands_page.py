"""docs/commands.md is made from the parser, and the parser explains every option."""

from __future__ import annotations

import argparse
import runpy
import shutil
import subprocess
from pathlib import Path

import pytest

from reviewer.cli import main
from reviewer.cli.program import command_parsers

ROOT = Path(__file__).parents[2]


def test_the_page_is_as_the_parser_has_it(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "100")
    made = runpy.run_path(str(ROOT / "packaging/docs/commands_page.py"))["page"]()
    assert (ROOT / "docs/commands.md").read_text("utf-8") == made


@pytest.mark.parametrize("name", command_parsers())
def test_every_argument_is_explained(name: str) -> None:
    for action in command_parsers()[name]._actions:
        if not isinstance(action, argparse._SubParsersAction):
            assert action.help, f"{name} {action.dest}"


@pytest.mark.parametrize("name", ["check", "export", "convert", "report", "apply"])
def test_help_has_examples(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main([name, "--help"])
    assert f"  reviewer {name} " in capsys.readouterr().out


def test_bash_completes_commands_options_and_values(capsys: pytest.CaptureFixture[str]) -> None:
    bash = shutil.which("bash")
    if bash is None:
        pytest.skip("there is no bash")
    assert main(["completion", "bash"]) == 0
    script = capsys.readouterr().out

    def completed(*words: str) -> list[str]:
        ask = (
            f"{script}\nCOMP_WORDS=(reviewer {' '.join(words)}); COMP_CWORD={len(words)}; "
            "_reviewer; echo ${COMPREPLY[@]}"
        )
        return subprocess.run(
            [bash, "-c", ask], capture_output=True, text=True, check=True
        ).stdout.split()

    assert completed("che") == ["check"]
    assert completed("check", "--fa") == ["--fail-on"]
    assert completed("check", "--fail-on", "m") == ["major", "minor"]
    assert completed("set", "''") == ["new", "list", "search"]
    assert completed("set", "new", "--d") == ["--dry-run"]
    assert completed("completion", "z") == ["zsh"]
    # Where a file is meant, bash completes its name itself: what is offered here is all there is.
    assert completed("check", "''") == completed("check", "--output", "''") == []


@pytest.mark.parametrize("shell", ["zsh", "fish"])
def test_other_shells_have_all_commands(shell: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["completion", shell]) == 0
    said = capsys.readouterr().out
    assert all(word in said for name in command_parsers() for word in name.split())
