"""What the packages dialog has done beside the window."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from reviewer.machine_translation import download
from reviewer.ui.background.package_jobs import downloading

TOY = Path(__file__).parents[3] / "resources" / "packages" / "translate-uk_en-toy.argosmodel"


def test_a_file_that_was_downloaded_is_gone_once_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    came = tmp_path / TOY.name
    monkeypatch.setattr(download, "download", lambda *_, **__: shutil.copy(TOY, came) and came)
    installed = downloading(None)(lambda _words, _share: None, lambda: False)
    assert not came.exists()
    assert Path(installed.folder).is_dir()
