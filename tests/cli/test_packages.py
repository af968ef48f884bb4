"""`reviewer packages`, on a folder of its own."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.cli import main

TOYS = Path(__file__).parents[2] / "resources" / "packages"


@pytest.fixture
def toy() -> Path:
    return sorted(TOYS.glob("*de_en*.argosmodel"))[0]


def test_an_empty_folder_says_how_to_get_packages(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packages", "list"]) == 0
    assert "available" in capsys.readouterr().out


def test_install_list_and_remove(toy: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packages", "install", str(toy)]) == 0
    assert main(["packages", "list"]) == 0
    assert "de-en" in capsys.readouterr().out
    assert main(["packages", "remove", "de-en"]) == 0
    capsys.readouterr()
    main(["packages", "list"])
    assert "de-en" not in capsys.readouterr().out


def test_what_is_no_package_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "broken.argosmodel"
    path.write_bytes(b"PK\x03\x04 not really")
    assert main(["packages", "install", str(path)]) == 2
    assert "broken.argosmodel" in capsys.readouterr().err


def test_a_package_that_is_not_there_cannot_be_removed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["packages", "remove", "xx-yy"]) == 2
    assert "xx-yy" in capsys.readouterr().err


def test_an_index_out_of_reach_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("REVIEWER_PACKAGE_INDEX", "http://127.0.0.1:9/index.json")
    assert main(["packages", "available"]) == 2
    assert "127.0.0.1" in capsys.readouterr().err
