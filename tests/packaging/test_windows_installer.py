"""The installer for Windows is compiled; what it packs comes from a Windows machine later."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import icons
import pytest
import windows
from project import ROOT, version

SCRIPT = (ROOT / "packaging" / "windows" / "reviewer.nsi").read_text("utf-8")


@pytest.mark.skipif(not shutil.which("makensis"), reason="makensis is not installed")
def test_makensis_packs_a_folder_without_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "frozen"
    (folder / "_internal").mkdir(parents=True)
    for name in ("reviewer.exe", "reviewer-desktop.exe", "_internal/python311.dll"):
        (folder / name).write_bytes(b"MZ" + name.encode() * 100)
    (tmp_path / "reviewer.ico").write_bytes(icons.ico())
    made = windows.write_installer(folder, tmp_path, tmp_path / "reviewer.ico")
    assert made.name == f"reviewer-{version()}-windows-x86_64-setup.exe"
    assert made.read_bytes()[:2] == b"MZ"


def test_it_asks_for_no_administrator_and_writes_for_one_person_only() -> None:
    assert "RequestExecutionLevel user" in SCRIPT
    assert "HKLM" not in SCRIPT
    assert "HKCR" not in SCRIPT


def test_uninstalling_takes_away_what_installing_wrote() -> None:
    install, uninstall = SCRIPT.split('Section "Uninstall"')
    for key in set(re.findall(r'WriteReg\w+ HKCU "([^"]+)"', install)):
        removed = re.findall(r'DeleteReg(?:Key|Value) HKCU "([^"]+)"', uninstall)
        assert any(key == one or key.startswith(one + "\\") for one in removed), key
    assert 'RMDir /r "$INSTDIR"' not in SCRIPT, "the folder may hold a person's own files"


def test_a_double_click_opens_a_review_and_a_set() -> None:
    assert re.findall(r'!insertmacro Open "(\w+)"', SCRIPT) == ["review", "reviewset"]
    assert re.findall(r'!insertmacro Forget "(\w+)"', SCRIPT) == ["review", "reviewset"]
