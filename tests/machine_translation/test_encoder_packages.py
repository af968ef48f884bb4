"""A sentence encoder that a user brings: checked, tried out, run in the worker process."""

from __future__ import annotations

import json
import shutil
import zipfile
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

from reviewer.cli import main
from reviewer.machine_translation.encoder_metadata import is_encoder, parse_encoder
from reviewer.machine_translation.encoder_packages import (
    InstalledEncoder,
    check_encoder_folder,
    encoders_folder,
    holds_encoder,
    install_encoder,
    installed_encoders,
    remove_encoder,
)
from reviewer.machine_translation.encoder_trial import known_languages
from reviewer.machine_translation.encoder_worker import OwnEncoder
from reviewer.machine_translation.encoders import BUNDLED, VectorsOnDemand
from reviewer.machine_translation.errors import Cancelled, EngineError, PackageError
from reviewer.machine_translation.metadata import LARGEST
from reviewer.machine_translation.word_pieces import WordPieces
from tests.machine_translation.made_encoder import METADATA, packed, write_encoder


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_encoder(tmp_path_factory.mktemp("made") / "made-here-1_0")


@pytest.fixture(scope="module")
def tried_out(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where it is installed, which takes a process to try it in."""
    own = tmp_path_factory.mktemp("own")
    with pytest.MonkeyPatch.context() as monkeypatch:
        monkeypatch.setenv("REVIEWER_DATA", str(own))
        install_encoder(folder)
    return own


@pytest.fixture
def installed(tried_out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> InstalledEncoder:
    """The encoder, installed in a folder that the test may spoil."""
    shutil.copytree(tried_out, tmp_path, dirs_exist_ok=True)
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    [found] = installed_encoders()
    return found


def test_it_is_installed_from_a_file_as_from_a_folder(folder: Path, tmp_path: Path) -> None:
    file = packed(folder, tmp_path / "made.zip")
    assert holds_encoder(file)
    assert holds_encoder(folder)
    one = install_encoder(file, own=tmp_path / "one")
    other = install_encoder(folder, own=tmp_path / "other")
    assert one.metadata == other.metadata == check_encoder_folder(folder)
    assert [entry.name for entry in (tmp_path / "one").iterdir()] == ["made-here"]


@pytest.mark.parametrize(("size", "is_one"), [(LARGEST + 1, True), (LARGEST + 2, False)])
def test_how_much_is_read_to_know_an_encoder(
    folder: Path, tmp_path: Path, size: int, is_one: bool
) -> None:
    """One byte more than it may have, so that installing it can say that it is too large."""
    described = json.loads((folder / "metadata.json").read_text("utf-8")) | {"filling": ""}
    described["filling"] = "x" * (size - len(json.dumps(described)))
    (tmp_path / "metadata.json").write_text(json.dumps(described))
    with zipfile.ZipFile(tmp_path / "made.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.write(tmp_path / "metadata.json", "made/metadata.json")
    assert holds_encoder(tmp_path) is is_one
    assert holds_encoder(tmp_path / "made.zip") is is_one


def test_only_the_languages_that_it_turns_out_to_know_are_believed(folder: Path) -> None:
    described = check_encoder_folder(folder)
    assert described.languages == ("en", "de", "uk")
    assert known_languages(folder, described) == ("en", "de")


def test_an_encoder_that_knows_nothing_is_refused_and_nothing_is_changed(
    folder: Path, tmp_path: Path
) -> None:
    install_encoder(folder, own=tmp_path / "own")
    before = installed_encoders(tmp_path / "own")
    useless = write_encoder(tmp_path / "useless", knows=())
    with pytest.raises(PackageError, match="was tried and does not bring together"):
        install_encoder(useless, own=tmp_path / "own")
    assert installed_encoders(tmp_path / "own") == before
    assert len(list((tmp_path / "own").iterdir())) == 1


def test_a_model_that_cannot_be_loaded_is_refused(tmp_path: Path) -> None:
    broken = write_encoder(tmp_path / "broken")
    (broken / "model/model.bin").write_bytes(b"\0" * 100)
    with pytest.raises(EngineError):
        install_encoder(broken, own=tmp_path / "own")
    assert installed_encoders(tmp_path / "own") == []


@pytest.mark.parametrize("lacking", ["metadata.json", "vocab.txt", "model/model.bin"])
def test_what_is_lacking_is_named(folder: Path, tmp_path: Path, lacking: str) -> None:
    copied = write_encoder(tmp_path / "copied")
    (copied / lacking).unlink()
    with pytest.raises(PackageError, match=r"lacks|cannot be read"):
        install_encoder(copied, own=tmp_path / "own", trial=lambda *_: ("en", "de"))
    with pytest.raises(PackageError, match="lacks"):
        install_encoder(packed(copied, tmp_path / "a.zip"), own=tmp_path / "own")


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", "../else"), ("name", ""), ("package_version", ""), ("languages", "en"),
        ("languages", ["en"]), ("languages", ["en", "Deutsch"]), ("pooling", "sum"),
        ("prefix", 7), ("lowercase", "yes"), ("most", 7), ("most", True), ("type", "translate"),
    ],
)  # fmt: skip
def test_metadata_is_checked(field: str, value: object) -> None:
    described = json.dumps({**METADATA, field: value}).encode()
    with pytest.raises(PackageError, match=field if field != "type" else "describe an encoder"):
        parse_encoder(described)
    assert is_encoder(described) == (field != "type")


@pytest.mark.parametrize("pooling", ["first", "pooler"])
def test_the_first_piece_can_stand_for_the_sentence(tmp_path: Path, pooling: str) -> None:
    made = write_encoder(tmp_path / "made", pooler=pooling == "pooler", pooling=pooling, start="")
    assert known_languages(made, check_encoder_folder(made)) == ("en", "de")


def test_a_pooler_that_is_not_there_is_told(tmp_path: Path) -> None:
    made = write_encoder(tmp_path / "made", pooling="pooler")
    with pytest.raises(EngineError):
        known_languages(made, check_encoder_folder(made))


def test_it_serves_alignment_in_its_languages_before_the_one_that_comes_along(
    installed: InstalledEncoder,
) -> None:
    english, german = ["Germany", "France", "Monday"], ["Deutschland", "Frankreich", "Montag"]
    demanded = VectorsOnDemand((english, "en-GB"), (german, "de"))
    found = demanded()
    assert found
    left, right = found
    assert demanded.evidence == installed.evidence == "encoder made-here 1.0"
    assert np.linalg.norm(left, axis=1) == pytest.approx(1)
    assert (left @ right.T).argmax(axis=1).tolist() == [0, 1, 2]
    demanded = VectorsOnDemand((["Germany"], "en"), (["Allemagne"], "fr"))
    assert (demanded() is not None) == BUNDLED.serves("fr")
    assert demanded.evidence != installed.evidence


def test_vectors_are_kept_and_the_work_can_be_stopped(installed: InstalledEncoder) -> None:
    own = OwnEncoder(installed)
    first = own.encode(["Berlin is in Germany"])

    def stop() -> None:
        raise Cancelled

    assert np.array_equal(own.encode(["Berlin is in Germany"], stop), first)  # type: ignore[arg-type]
    with pytest.raises(Cancelled):
        own.encode(["Paris is in France"] * 3, stop)


def test_one_that_fails_is_done_without(installed: InstalledEncoder) -> None:
    (installed.folder / "model/model.bin").write_bytes(b"\0" * 100)
    own = OwnEncoder(installed)
    assert own.encode(["Never seen before"]) is None
    assert own.problem.startswith("The sentence encoder does not work.")


def test_removing_it_leaves_nothing(installed: InstalledEncoder) -> None:
    remove_encoder(installed)
    assert installed_encoders() == []
    assert list(encoders_folder().iterdir()) == []


def test_one_that_was_not_tried_is_not_used(installed: InstalledEncoder) -> None:
    (installed.folder / "served.json").unlink()
    (found,) = installed_encoders()
    assert found.problem.startswith("It was not tried out.")
    assert VectorsOnDemand((["Germany"], "en"), (["Deutschland"], "de")).evidence == ""


def test_the_command_line_installs_lists_and_removes_it(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from reviewer.cli import main

    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    run: Callable[..., object] = lambda *words: main(["packages", *words])  # noqa: E731
    run("install", str(folder))
    run("list")
    run("remove", "made-here")
    told = capsys.readouterr().out
    assert "The encoder made-here 1.0 is installed. It knows de en." in told
    assert "encoder made-here 1.0  for de en" in told
    assert "made-here is removed." in told


def test_words_are_cut_into_the_longest_pieces_that_are_known() -> None:
    known = frozenset(["un", "##aff", "##able", "cafe", "!", "日", "本"])
    assert WordPieces(known, lowercase=True).pieces("Unaffable café! 日本 x") == [
        "un", "##aff", "##able", "cafe", "!", "日", "本", "[UNK]",
    ]  # fmt: skip
    assert WordPieces(known, lowercase=False).pieces("Un un") == ["[UNK]", "un"]


@pytest.mark.parametrize(("most", "fits"), [(7, False), (8, True), (8192, True), (8193, False)])
def test_an_encoder_reads_eight_pieces_at_least_and_8192_at_most(most: int, fits: bool) -> None:
    described = json.dumps({**METADATA, "most": most}).encode()
    if fits:
        assert parse_encoder(described).most == most
    else:
        with pytest.raises(PackageError, match="most"):
            parse_encoder(described)


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("harbours", ["harbour", "##s"]),
        ("harbour", ["harbour"]),
        ("harb", ["h", "##ar", "##b"]),
        ("hat", ["[UNK]"]),
        ("har-s", ["h", "##ar", "-", "[UNK]"]),
    ],
)
def test_a_word_is_cut_into_the_longest_pieces_from_the_left(text: str, pieces: list[str]) -> None:
    known = frozenset(["h", "harbour", "##a", "##ar", "##b", "##r", "##s", "-"])
    assert WordPieces(known, lowercase=True).pieces(text) == pieces


def test_the_command_line_names_its_languages_in_order(
    folder: Path,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path / "data"))
    for command in (["install", str(packed(folder, tmp_path / "made.zip"))], ["list"]):
        assert main(["packages", *command]) == 0
        assert "de en" in capsys.readouterr().out
