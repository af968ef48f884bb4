"""The registry: one line makes a format readable, offered for export, and known to the desktop."""

from __future__ import annotations

from configparser import ConfigParser
from importlib import import_module
from pathlib import Path

import pytest

from reviewer import formats
from reviewer.domain import Block
from reviewer.formats.errors import UnknownFormatError
from reviewer.formats.file_format import Format
from reviewer.formats.registry import FORMATS

DESKTOP = Path(__file__).parents[2] / "packaging/linux/reviewer.desktop"
REVIEW = "application/x-reviewer"


@pytest.mark.parametrize("known", FORMATS, ids=lambda known: known.name)
def test_a_format_is_a_module_that_reads_and_writes(known: Format) -> None:
    module = import_module(f"reviewer.formats.{known.module}")
    assert callable(module.read)
    assert callable(module.write)


def test_a_name_belongs_to_one_format() -> None:
    suffixes = [suffix for known in FORMATS for suffix in known.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert all(set(known.made_suffixes) <= set(known.suffixes) for known in FORMATS)
    assert all(bool(known.maker) == bool(known.made_suffixes) for known in FORMATS)


@pytest.mark.parametrize("form", formats.made_forms(), ids=lambda form: form[1])
def test_what_is_offered_for_export_can_be_read_again(
    form: tuple[str, str], tmp_path: Path
) -> None:
    path = tmp_path / f"new{form[1]}"
    path.write_bytes(formats.made(path, [Block("Neun Kräne.")], "de"))
    assert [block.text for block in formats.read(path).blocks] == ["Neun Kräne."]


def test_a_kind_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UnknownFormatError, match=r"\.docm"):
        formats.made(tmp_path / "new.docm", [Block("Neun Kräne.")], "de")


def test_the_desktop_opens_what_can_be_read() -> None:
    desktop = ConfigParser(interpolation=None)
    desktop.read(DESKTOP, "utf-8")
    listed = desktop["Desktop Entry"]["MimeType"].strip(";").split(";")
    assert sorted(listed) == sorted([REVIEW, *(known.mime for known in FORMATS)])
