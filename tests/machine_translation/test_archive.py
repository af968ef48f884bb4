"""What may not be in a package file. Nothing is written before all of it is checked."""

from __future__ import annotations

import json
import stat
import struct
import zipfile
from pathlib import Path

import pytest

from reviewer.machine_translation.archive import inspect, unpack
from reviewer.machine_translation.errors import PackageError

TOP = "translate-id_en"


def test_sound_package_tells_its_folder_languages_and_members(package_file):
    contents = inspect(package_file)
    assert contents.folder == TOP
    assert contents.metadata.pair == ("id", "en")
    assert f"{TOP}/model/model.bin" in contents.members
    assert f"{TOP}/sentencepiece.model" in contents.members


def test_unpacking_writes_what_was_packed(package_file, unpacked, tmp_path):
    unpack(package_file, inspect(package_file), tmp_path / "new")
    for name in ("metadata.json", "model/model.bin", "sentencepiece.model"):
        assert (tmp_path / "new" / name).read_bytes() == (unpacked / TOP / name).read_bytes()


def test_sentence_splitters_of_old_packages_are_left_out(repack):
    package = repack(plus={f"{TOP}/stanza/id/tokenize/gsd.pt": b"pickled"})
    assert not [name for name in inspect(package).members if "stanza" in name]


@pytest.mark.parametrize(
    "name",
    [
        "/etc/passwd",
        f"{TOP}/../other/model.bin",
        f"{TOP}/./model.bin",
        f"{TOP}//model.bin",
        f"{TOP}\\model.bin",
        "C:/model.bin",
        f"{TOP}/model/aux.txt",
        f"{TOP}/model/name.",
        f"{TOP}/model/new\nline",
        f"{TOP}/" + "x" * 300,
    ],
)
def test_names_that_lead_elsewhere_are_refused(repack, name):
    with pytest.raises(PackageError, match="unsafe name"):
        inspect(repack(plus={name: b"x"}))


@pytest.mark.parametrize("top", ["..", ".hidden", "a b", "ü", "x" * 90])
def test_top_folders_with_odd_names_are_refused(repack, top):
    with pytest.raises(PackageError):
        inspect(repack(top=top))


def test_second_top_folder_is_refused(repack):
    with pytest.raises(PackageError, match="exactly one folder"):
        inspect(repack(plus={"translate-de_en/metadata.json": b"{}"}))


@pytest.mark.filterwarnings("ignore:Duplicate name")
@pytest.mark.parametrize("name", [f"{TOP}/metadata.json", f"{TOP}/MODEL/Model.bin"])
def test_names_that_some_disk_takes_for_one_are_refused(repack, name):
    with pytest.raises(PackageError, match="twice"):
        inspect(repack(plus={name: b"{}"}))


def test_file_that_is_also_a_folder_is_refused(repack):
    with pytest.raises(PackageError, match="same name"):
        inspect(repack(plus={f"{TOP}/metadata.json/x": b""}))


@pytest.mark.parametrize("kind", [stat.S_IFLNK, stat.S_IFIFO, stat.S_IFCHR])
def test_links_and_special_files_are_refused(package_file, tmp_path, kind):
    variant = tmp_path / "variant.argosmodel"
    variant.write_bytes(package_file.read_bytes())
    entry = zipfile.ZipInfo(f"{TOP}/model/link")
    entry.create_system = 3
    entry.external_attr = (kind | 0o777) << 16
    with zipfile.ZipFile(variant, "a") as archive:
        archive.writestr(entry, "/etc/passwd")
    with pytest.raises(PackageError, match="link"):
        inspect(variant)


@pytest.mark.parametrize("missing", ["metadata.json", "model.bin", "sentencepiece", "vocabulary"])
def test_required_members_are_required(repack, missing):
    with pytest.raises(PackageError, match="lacks"):
        inspect(repack(without=missing))


@pytest.mark.parametrize(
    "change",
    [
        {"from_code": None},
        {"from_code": "../x"},
        {"to_code": 7},
        {"package_version": "1.0/../../x"},
        {"type": "sbd"},
        {"links": "https://example.org"},
        {"target_prefix": "x" * 500},
    ],
)
def test_metadata_must_be_what_we_rely_on(repack, change):
    sound = {"package_version": "1.0", "from_code": "id", "to_code": "en"}
    data = json.dumps({**sound, **change}).encode()
    package = repack(without="metadata.json", plus={f"{TOP}/metadata.json": data})
    with pytest.raises(PackageError):
        inspect(package)


@pytest.mark.parametrize("data", [b"", b"{", b"[]", b"\xff\xfe", b"[" * 100_000])
def test_metadata_that_is_no_json_is_refused(repack, data):
    with pytest.raises(PackageError, match="metadata"):
        inspect(repack(without="metadata.json", plus={f"{TOP}/metadata.json": data}))


def test_bomb_is_refused_by_what_it_says(package_file, tmp_path):
    variant = tmp_path / "variant.argosmodel"
    variant.write_bytes(package_file.read_bytes())
    with zipfile.ZipFile(variant, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(f"{TOP}/model/zeros", bytes(200_000_000))
    with pytest.raises(PackageError, match="far more"):
        inspect(variant)


def test_bomb_that_says_less_than_it_holds_is_stopped(repack, tmp_path):
    package = repack(plus={f"{TOP}/model/last": bytes(100_000)})
    data = bytearray(package.read_bytes())
    place = data.rindex(b"PK\x01\x02")  # the central directory's last entry: its size
    data[place + 24 : place + 28] = struct.pack("<L", 10)
    package.write_bytes(data)
    with pytest.raises(PackageError):
        unpack(package, inspect(package), tmp_path / "new")


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.999])
def test_truncated_file_says_so(package_file, tmp_path, share):
    data = package_file.read_bytes()
    cut = tmp_path / "cut.argosmodel"
    cut.write_bytes(data[: int(len(data) * share)])
    with pytest.raises(PackageError, match="not a whole package file"):
        inspect(cut)


def test_flipped_bit_is_noticed(package_file, tmp_path):
    data = bytearray(package_file.read_bytes())
    data[len(data) // 2] ^= 4
    damaged = tmp_path / "damaged.argosmodel"
    damaged.write_bytes(data)
    with pytest.raises(PackageError, match=r"damaged|whole"):
        unpack(damaged, inspect(damaged), tmp_path / "new")


def test_missing_file_says_so(tmp_path):
    with pytest.raises(PackageError, match="There is no file"):
        inspect(Path(tmp_path / "none.argosmodel"))
