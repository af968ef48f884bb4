"""A frozen program starts others with the libraries that are theirs."""

from __future__ import annotations

import os

import pytest

from reviewer.cli import frozen


def test_the_linkers_paths_are_what_they_were(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/reviewer/_internal:/opt/mine")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/opt/mine")
    frozen.give_back_library_paths()
    assert os.environ["LD_LIBRARY_PATH"] == "/opt/mine"
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ


def test_a_path_that_was_not_set_is_not_set(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/reviewer/_internal")
    monkeypatch.delenv("LD_LIBRARY_PATH_ORIG", raising=False)
    frozen.give_back_library_paths()
    assert "LD_LIBRARY_PATH" not in os.environ
