"""Disks that are full or read-only, and files and folders that belong to somebody else."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewer.review import Review
from reviewer.sets import write_set
from reviewer.store import backups

PACKAGES = Path(__file__).parents[2] / "resources" / "packages"
PRIVATE_MOUNTS = ("unshare", "--map-root-user", "--mount")
AS_ANYBODY = ("setpriv", "--bounding-set", "-dac_override,-dac_read_search,-fowner")

Run = Callable[..., "subprocess.CompletedProcess[str]"]

EDIT_UNTIL_FULL = """
import sys
from pathlib import Path
from reviewer.domain import ReviewerError
from reviewer.review import Review
path = Path(sys.argv[1])
filler = path.with_name("filler")
review = Review.open(path, check=lambda pair: [])
[info] = review.translations
row = review.rows(info.id)[0].key
filler.write_bytes(bytes(300_000))
said = -1
try:
    for number in range(10_000):
        review.edit(info.id, row, f"Satz {number} " * 40)
        said = number
except ReviewerError as error:
    print(type(error).__name__)
assert review.row(info.id, row).target.startswith(f"Satz {said} ")
review.close()
review = Review.open(path, check=lambda pair: [])
assert review.row(info.id, row).target.startswith(f"Satz {said} "), "lost"
filler.unlink()
review.edit(info.id, row, "Es geht weiter.")
review.close()
print("kept" if said >= 0 else "nothing was edited")
"""

OPEN_WITHOUT_ROOM = """
import os, shutil, sys
from pathlib import Path
from reviewer.review import Review
from reviewer.store.errors import DiskFull
whole, disk, killed = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3] == "killed"
path, filler = disk / "a.review", disk / "filler"
seen = set()
for room in range(0, 14):
    for old in disk.iterdir():
        old.unlink()
    shutil.copyfile(whole, path)
    if not os.fork():
        review = Review.open(path, check=lambda pair: [])
        review.comment(1, review.rows(1)[0].key, "kept")
        killed or review.close()
        os._exit(0)
    os.wait()
    filler.write_bytes(bytes(max(0, shutil.disk_usage(disk).free - room * 4096)))
    try:
        Review.open(path, check=lambda pair: []).close()
        seen.add("opened")
    except DiskFull:
        seen.add("told")
    filler.unlink()
    with Review.open(path, check=lambda pair: []) as review:
        assert review.rows(1)[0].comment == "kept"
        assert not review.notices, review.notices
for old in disk.iterdir():
    old.unlink()
print(*sorted(seen))
"""


def possible(*command: str) -> bool:
    if not shutil.which(command[0]):
        return False
    return subprocess.run([*command, "true"], capture_output=True).returncode == 0


@pytest.fixture
def disk(tmp_path: Path) -> Path:
    """A folder that tests mount something on."""
    if not possible(*PRIVATE_MOUNTS):
        pytest.skip("this system lets us mount nothing")
    folder = tmp_path / "disk"
    folder.mkdir()
    return folder


def on_disk(prepare: str, disk: Path, command: list[str]) -> list[str]:
    """`command` as it runs where `prepare` has mounted something on `disk` ($D)."""
    script = f'D="$1"; shift; {prepare}; "$@"; code=$?; ls -A "$D" >&2; exit $code'
    return [
        *PRIVATE_MOUNTS,
        "sh",
        "-ec",
        script.replace('"$@";', 'set +e; "$@";'),
        "sh",
        str(disk),
        *command,
    ]


FULL = 'mount -t tmpfs -o size=32k none "$D"; head -c 32768 /dev/zero > "$D/filler"'
READ_ONLY = 'mount --bind "$D" "$D"; mount -o remount,bind,ro "$D"'


@pytest.fixture
def ran(command: list[str], environment: dict[str, str]) -> Run:
    def run(prepare: str, disk: Path, *arguments: object, **variables: str) -> Any:
        return subprocess.run(
            on_disk(prepare, disk, [*command, *map(str, arguments)]),
            capture_output=True,
            text=True,
            encoding="utf-8",
            env={**environment, **variables},
        )

    return run


def test_a_report_on_a_full_disk(disk: Path, ran: Run, source: Path, german: Path) -> None:
    arguments = ["check", "--format", "json", "--output", disk / "report.json", source, german]
    ended = ran(FULL, disk, *arguments)
    assert ended.returncode == 2
    assert ended.stderr.startswith("reviewer: The disk is full")
    assert ended.stderr.endswith("\nfiller\n"), "something was left there"


def test_a_corrected_text_on_a_full_disk(disk: Path, ran: Run, project: Path) -> None:
    ended = ran(FULL, disk, "export", project, "--output", disk)
    assert ended.returncode == 2
    assert ended.stderr.startswith("reviewer: The disk is full")
    assert ended.stderr.endswith("\nfiller\n"), "something was left there"
    assert ended.stdout == ""


def test_a_package_on_a_full_disk(disk: Path, ran: Run) -> None:
    [package, *_] = sorted(PACKAGES.glob("*.argosmodel"))
    ended = ran(FULL, disk, "packages", "install", package, REVIEWER_DATA=str(disk))
    assert ended.returncode == 2
    assert ended.stderr.startswith("reviewer: ")
    assert "Traceback" not in ended.stderr
    assert ran(FULL, disk, "packages", "list", REVIEWER_DATA=str(disk)).returncode == 0


@pytest.mark.parametrize("prepare", [FULL, READ_ONLY], ids=["full", "read-only"])
def test_checking_needs_no_room_for_itself(
    prepare: str, disk: Path, ran: Run, source: Path, german: Path
) -> None:
    ended = ran(prepare, disk, "check", source, german, REVIEWER_DATA=str(disk))
    assert ended.returncode == 1
    assert "97 Milliarden" in ended.stdout
    told = [line for line in ended.stderr.splitlines() if line.startswith("reviewer: ")]
    assert all("package" in line for line in told)
    assert "Traceback" not in ended.stderr


def test_a_review_on_a_disk_that_fills_up(
    disk: Path, project: Path, environment: dict[str, str]
) -> None:
    prepare = f'mount -t tmpfs -o size=900k none "$D"; cp "{project}" "$D/a.review"'
    command = [sys.executable, "-c", EDIT_UNTIL_FULL, str(disk / "a.review")]
    ended = subprocess.run(
        on_disk(prepare, disk, command), capture_output=True, text=True, env=environment
    )
    assert (ended.returncode, ended.stdout) == (0, "DiskFull\nkept\n"), ended.stderr
    assert ended.stderr == "a.review\n"


@pytest.mark.parametrize("ended", ["closed", "killed"])
def test_a_review_for_whose_opening_there_is_no_room_is_not_called_damaged(
    disk: Path, project: Path, environment: dict[str, str], ended: str
) -> None:
    prepare = 'mount -t tmpfs -o size=2m none "$D"'
    command = [sys.executable, "-c", OPEN_WITHOUT_ROOM, str(project), str(disk), ended]
    tried = subprocess.run(
        on_disk(prepare, disk, command), capture_output=True, text=True, env=environment
    )
    said = "opened told\n" if ended == "closed" else "opened\n"  # the log has its room by then
    assert (tried.returncode, tried.stdout) == (0, said), tried.stderr


def test_a_report_on_a_read_only_disk(disk: Path, ran: Run, source: Path, german: Path) -> None:
    arguments = ["check", "--format", "json", "--output", disk / "report.json", source, german]
    ended = ran(READ_ONLY, disk, *arguments)
    assert ended.returncode == 2
    assert "read-only" in ended.stderr
    assert ended.stderr.startswith("reviewer: ")
    assert not list(disk.iterdir())


def test_a_review_on_a_read_only_disk(disk: Path, ran: Run, project: Path, tmp_path: Path) -> None:
    there = Path(shutil.copy(project, disk))
    before = there.read_bytes()
    data = tmp_path / "data"
    ended = ran(READ_ONLY, disk, "export", there, "--output", tmp_path, REVIEWER_DATA=str(data))
    assert ended.returncode == 0, ended.stderr
    assert f"{there} cannot be written: a copy of it is read." in ended.stderr
    assert "97 Millionen" in (tmp_path / "german.reviewed.txt").read_text("utf-8")
    report = tmp_path / "report.html"
    assert ran(READ_ONLY, disk, "report", there, "--output", report).returncode == 0
    assert "Millionen" in report.read_text("utf-8")
    assert there.read_bytes() == before
    assert not list(data.glob("backups/*/*.review"))

    table = ran(READ_ONLY, disk, "apply", there, there)
    assert table.returncode == 2
    assert "Copy it to a folder of your own" in table.stderr


def test_a_set_on_a_read_only_disk(disk: Path, ran: Run, project: Path, tmp_path: Path) -> None:
    there = Path(shutil.copy(project, disk))
    write_set(disk / "all.reviewset", [there])
    before = there.read_bytes()
    ended = ran(READ_ONLY, disk, "export", disk / "all.reviewset", "--output", tmp_path / "out")
    assert ended.returncode == 0, ended.stderr
    [written] = (tmp_path / "out").rglob("*.txt")
    assert "97 Millionen" in written.read_text("utf-8")
    packed = tmp_path / "all.zip"
    assert ran(READ_ONLY, disk, "pack", disk / "all.reviewset", "--output", packed).returncode == 0
    assert len(zipfile.ZipFile(packed).namelist()) == 2
    assert there.read_bytes() == before


def test_a_review_that_was_not_closed_is_read_with_its_log(
    disk: Path, ran: Run, project: Path, tmp_path: Path
) -> None:
    with Review.open(project) as review:
        [info] = review.translations
        review.edit(info.id, review.rows(info.id)[0].key, "Ein letzter Satz.")
        for beside in ("", "-wal"):
            name = f"{project.name}{beside}"
            shutil.copy(project.with_name(name), disk)
    ended = ran(READ_ONLY, disk, "export", disk / project.name, "--output", tmp_path)
    assert ended.returncode == 0, ended.stderr
    assert "Ein letzter Satz." in (tmp_path / "german.reviewed.txt").read_text("utf-8")


def test_a_review_that_somebody_has_open_is_not_copied(
    disk: Path, ran: Run, project: Path, tmp_path: Path
) -> None:
    with Review.open(project):
        shutil.copy(project, disk)
        shutil.copy(project.with_name(f"{project.name}.lock"), disk)
    ended = ran(READ_ONLY, disk, "export", disk / project.name, "--output", tmp_path)
    assert ended.returncode == 2
    assert "copy it to a folder of your own" in ended.stderr


@pytest.fixture
def as_anybody() -> tuple[str, ...]:
    """What a command is run under so that permissions bind it."""
    if sys.platform == "win32":
        pytest.skip("permissions of POSIX")
    if os.geteuid() != 0:
        return ()
    if not possible(*AS_ANYBODY):
        pytest.skip("permissions do not bind this user")
    return AS_ANYBODY


@pytest.mark.parametrize("what", ["german.txt", "folder"])
def test_a_text_that_may_not_be_read(
    what: str, as_anybody: Any, source: Path, german: Path, reviewer: Any
) -> None:
    folder = source.with_name("folder")
    folder.mkdir()
    path = german if what == "german.txt" else Path(shutil.copy(german, folder))
    source.with_name(what).chmod(0)
    ended = reviewer("check", source, path, before=as_anybody)
    folder.chmod(0o700)
    assert ended.returncode == 2
    assert ended.stderr.startswith("reviewer: You have no right to read")
    assert ended.stdout == ""


@pytest.mark.parametrize("mode", [0, 0o500], ids=["closed", "not to be written"])
def test_a_folder_that_takes_nothing(
    mode: int, as_anybody: Any, source: Path, german: Path, project: Path, reviewer: Any
) -> None:
    folder = source.with_name("folder")
    folder.mkdir()
    there = Path(shutil.copy(project, folder))
    before = there.read_bytes()
    folder.chmod(mode)
    ends = [
        reviewer("check", "--output", folder / "r.txt", source, german, before=as_anybody),
        reviewer("export", project, "--output", folder, before=as_anybody),
        reviewer("apply", there, german, before=as_anybody),
    ]
    folder.chmod(0o700)
    for ended in ends:
        assert ended.returncode == 2
        assert ended.stderr.startswith("reviewer: ")
        assert "folder" in ended.stderr
        assert ended.stderr.count("\n") == 1
        assert ended.stdout == ""
    assert [path.name for path in folder.iterdir()] == [there.name]
    assert there.read_bytes() == before


def test_a_backup_is_put_elsewhere_when_its_place_takes_nothing(
    as_anybody: Any, project: Path, tmp_path: Path, reviewer: Any
) -> None:
    Review.open(project).close()
    backup = backups.of(project)[0].path
    project.chmod(0o400)
    ended = reviewer("backups", "restore", backup, before=as_anybody)
    assert ended.returncode == 2
    assert f"{project} cannot be written" in ended.stderr
    assert "--to FILE" in ended.stderr
    backup.chmod(0)
    there = ("backups", "restore", backup, "--to", tmp_path / "b.review")
    ended = reviewer(*there, before=as_anybody)
    assert ended.returncode == 2
    assert f"The backup {backup} cannot be read" in ended.stderr
    backup.chmod(0o600)
    assert reviewer(*there, before=as_anybody).returncode == 0


def test_a_review_that_may_not_be_written(
    as_anybody: Any, project: Path, tmp_path: Path, reviewer: Any
) -> None:
    project.chmod(0o400)
    before = project.read_bytes()
    ended = reviewer("export", project, "--output", tmp_path, before=as_anybody)
    assert ended.returncode == 0, ended.stderr
    assert "cannot be written" in ended.stderr
    assert project.read_bytes() == before


IN_A_FOLDER_THAT_SHUTS = """
import sys
from pathlib import Path
from reviewer.review import Review
from reviewer.store.errors import NotTheSameFile
path = Path(sys.argv[1])
review = Review.open(path, check=lambda pair: [])
row = next(row.key for row in review.rows(1) if row.relation)
review.comment(1, row, "kept")
path.parent.chmod(0)
try:
    review.comment(1, row, "not kept")
except NotTheSameFile as error:
    print(error.what)
said = review.close()
path.parent.chmod(0o700)
with Review.open(path, check=lambda pair: []) as review:
    print(review.row(1, row).comment, *(str(one) for one in (said, *review.notices) if one))
"""


def test_a_folder_that_loses_its_permissions_under_an_open_review(
    as_anybody: tuple[str, ...], project: Path
) -> None:
    folder = project.with_name("folder")
    folder.mkdir()
    command = [sys.executable, "-c", IN_A_FOLDER_THAT_SHUTS, project.rename(folder / "a.review")]
    ended = subprocess.run(
        [*as_anybody, *command],
        cwd=Path(__file__).parents[2],
        capture_output=True,
        text=True,
    )
    assert (ended.stdout, ended.stderr) == ("no right\nkept\n", "")
