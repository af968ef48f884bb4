"""The files for outsiders' builds say what the project says."""

from __future__ import annotations

import re
import subprocess
import tomllib
from pathlib import Path

import pytest
import yaml
from project import ROOT

WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))


def read(path: Path) -> dict:
    return yaml.safe_load(path.read_text("utf-8"))


def test_the_tests_run_on_all_systems_and_supported_pythons() -> None:
    matrix = read(ROOT / ".github/workflows/tests.yml")["jobs"]["test"]["strategy"]["matrix"]
    assert {name.split("-")[0] for name in matrix["system"]} == {"ubuntu", "windows", "macos"}
    oldest = PROJECT["project"]["requires-python"].removeprefix(">=")
    assert matrix["python"][0] == oldest == "3.11"
    assert matrix["python"] == ["3.11", "3.12", "3.13"]


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_action_is_named_by_its_commit_and_has_few_rights(path: Path) -> None:
    workflow = read(path)
    assert workflow["permissions"] == {"contents": "read"}
    for job in workflow["jobs"].values():
        assert job["timeout-minutes"] <= 60
        for step in job["steps"]:
            if "uses" in step:
                assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}", step["uses"]), step["uses"]
            if step.get("uses", "").startswith("actions/checkout"):
                assert step["with"]["persist-credentials"] is False


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_every_command_names_files_and_targets_that_exist(path: Path) -> None:
    targets = {
        line.split(":")[0]
        for line in (ROOT / "Makefile").read_text("utf-8").splitlines()
        if line and line[0].isalpha() and ":" in line
    }
    for job in read(path)["jobs"].values():
        for command in (step.get("run", "") for step in job["steps"]):
            words = command.split()
            for word, before in zip(words, ["", *words], strict=False):
                assert before != "make" or word in targets
                if word.startswith("packaging/"):
                    assert (ROOT / word).is_file(), word


def test_the_release_is_built_for_four_systems_and_tried_there() -> None:
    jobs = read(ROOT / ".github/workflows/release.yml")["jobs"]
    assert len(jobs["package"]["strategy"]["matrix"]["system"]) == 4
    runs = [step.get("run", "") for step in jobs["package"]["steps"]]
    assert "python packaging/release/package.py" in runs  # which tries what it froze


def test_the_hooks_before_a_commit_run_what_make_check_runs() -> None:
    hooks = read(ROOT / ".pre-commit-config.yaml")["repos"][0]["hooks"]
    assert {hook["id"] for hook in hooks} == {"ruff-check", "ruff-format", "mypy", "architecture"}
    assert all(hook["language"] == "system" for hook in hooks)


@pytest.mark.packaging
@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.name)
def test_the_workflows_are_what_github_reads(path: Path) -> None:
    """By GitHub's own schema, which check-jsonschema brings along."""
    program = ROOT / "build" / "venv" / "bin" / "check-jsonschema"
    if not program.is_file():
        pytest.skip("make package sets it up")
    command = [str(program), "--builtin-schema", "vendor.github-workflows", str(path)]
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout
