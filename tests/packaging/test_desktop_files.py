"""What desktops are told of the program is valid, complete and the same everywhere."""

from __future__ import annotations

import shutil
import struct
import subprocess
import sys
from pathlib import Path

import deb
import icons
import pytest
import yaml
from linux_files import APP_ID, metainfo, write_share
from lxml import etree
from project import ROOT, Release, releases, version
from PySide6.QtGui import QColor, QImage

from reviewer.store.schema import APPLICATION_ID

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="files of Linux desktops")

LINUX = ROOT / "packaging" / "linux"
MIME = "application/x-reviewer"


def valid(*command: str) -> None:
    if not shutil.which(command[0]):
        pytest.skip(f"{command[0]} is not installed")
    done = subprocess.run(command, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.fixture(scope="module")
def share(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("share")
    icons.write(folder / "icons")
    write_share(folder / "share", folder / "icons")
    return folder / "share"


@pytest.fixture(scope="module")
def description() -> etree._Element:
    return etree.fromstring(metainfo(releases()).encode())


def entry() -> dict[str, str]:
    lines = (LINUX / "reviewer.desktop").read_text("utf-8").splitlines()
    return dict(line.split("=", 1) for line in lines if "=" in line)


def test_the_desktop_file_is_valid() -> None:
    valid("desktop-file-validate", str(LINUX / "reviewer.desktop"))


def test_the_file_type_is_valid(share: Path) -> None:
    valid("update-mime-database", str(share / "mime"))
    if shutil.which("update-mime-database"):
        assert MIME in (share / "mime" / "globs2").read_text("utf-8")


def test_the_description_is_valid(share: Path) -> None:
    file = share / "metainfo" / f"{APP_ID}.metainfo.xml"
    valid("appstreamcli", "validate", "--no-net", "--explain", str(file))


def test_all_of_them_name_the_same_things(share: Path, description: etree._Element) -> None:
    assert entry()["MimeType"].split(";")[0] == MIME
    assert description.findtext("provides/mediatype") == MIME
    assert description.findtext("launchable") == "reviewer.desktop"
    assert description.findtext("provides/binary") == entry()["Exec"].split()[0] == "reviewer"
    types = etree.parse(str(LINUX / "reviewer-mime.xml")).getroot()
    names = {"m": "http://www.freedesktop.org/standards/shared-mime-info"}
    assert [t.get("type") for t in types.findall("m:mime-type", names)] == [MIME]
    magic = types.find(".//m:match/m:match", names)
    assert magic is not None
    assert magic.get("value") == struct.pack(">I", APPLICATION_ID).decode()


def test_the_description_tells_the_changes(description: etree._Element) -> None:
    newest = description.find("releases/release")
    assert newest is not None
    assert newest.get("version") == version()
    assert len(newest.findall("description/ul/li")) == len(releases()[0].notes)


@pytest.mark.parametrize(("date", "kind"), [("", "development"), ("2027-01-31", "stable")])
def test_what_is_not_released_is_called_so(date: str, kind: str) -> None:
    made = etree.fromstring(metainfo([Release("0.2.0", date, ("A < B & C.",))]).encode())
    release = made.find("releases/release")
    assert release is not None
    assert release.get("type") == kind
    assert release.findtext("description/ul/li") == "A < B & C."


def test_icons_have_their_sizes_and_colour(share: Path) -> None:
    for size in icons.SIZES:
        file = share / "icons" / "hicolor" / f"{size}x{size}" / "apps" / "reviewer.png"
        image = QImage(str(file))
        assert (image.width(), image.height()) == (size, size)
        assert image.pixelColor(size // 2, size // 10).name() == QColor("#1f6f8b").name()
        assert image.pixelColor(0, 0).alpha() == 0


def test_the_icons_of_the_other_systems_hold_all_sizes() -> None:
    ico = icons.ico()
    count = struct.unpack_from("<HHH", ico)[2]
    assert count == len(icons.ICO_SIZES)
    for number, size in enumerate(icons.ICO_SIZES):
        *_, length, place = struct.unpack_from("<BBBBHHII", ico, 6 + 16 * number)
        assert QImage.fromData(ico[place : place + length]).width() == size
    icns, place, seen = icons.icns(), 8, []
    assert struct.unpack_from(">4sI", icns) == (b"icns", len(icns))
    while place < len(icns):
        kind, length = struct.unpack_from(">4sI", icns, place)
        seen.append((kind, QImage.fromData(icns[place + 8 : place + length]).width()))
        place += length
    assert seen == list(icons.ICNS_TYPES.items())


def test_the_flatpak_manifest_names_what_is_packed() -> None:
    manifest = yaml.safe_load((LINUX / f"{APP_ID}.yml").read_text("utf-8"))
    assert manifest["id"] == APP_ID
    assert manifest["command"] == "reviewer"
    assert manifest["rename-desktop-file"] == "reviewer.desktop"
    assert not [one for one in manifest["finish-args"] if "network" in one]


@pytest.mark.skipif(not shutil.which("dpkg-deb"), reason="dpkg is not installed")
def test_the_flatpak_is_the_whole_program(tmp_path: Path) -> None:
    # No program here builds a Flatpak: its sources are laid together and its commands run.
    frozen = tmp_path / "frozen"
    (frozen / deb.ENCODER).mkdir(parents=True)
    (frozen / deb.ENCODER / "weights").touch()
    shutil.copy("/bin/true", frozen / "reviewer")
    icons.write(tmp_path / "icons")
    (tmp_path / "dist").mkdir()
    deb.write_debs(frozen, tmp_path / "icons", [], tmp_path / "dist")

    module = yaml.safe_load((LINUX / f"{APP_ID}.yml").read_text("utf-8"))["modules"][0]
    for source in module["sources"]:
        packed = tmp_path / "build" / Path(source["path"]).name
        assert source["path"] == f"../../build/{packed.name}"
        shutil.copytree(packed, tmp_path / "work", symlinks=True, dirs_exist_ok=True)
    app = tmp_path / "app"
    for command in module["build-commands"]:
        there = command.replace("/app", str(app))
        subprocess.run(["sh", "-ec", there], cwd=tmp_path / "work", check=True)

    assert (app / "bin" / "reviewer").resolve() == app / "lib" / "reviewer" / "reviewer"
    assert (app / "lib" / "reviewer" / deb.ENCODER / "weights").is_file()
    assert (app / "share" / "applications" / "reviewer.desktop").is_file()
    assert (app / "share" / "mime" / "packages" / "reviewer.xml").is_file()
