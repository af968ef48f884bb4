"""LibreOffice as it is installed on this machine, run without a window and without a network."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from pathlib import Path

import pytest

PROGRAM = shutil.which("soffice")

needs_libreoffice = pytest.mark.skipif(PROGRAM is None, reason="LibreOffice is not installed")

_MODULE = """<?xml version="1.0" encoding="UTF-8"?>
<!DOCTYPE script:module PUBLIC "-//OpenOffice.org//DTD OfficeDocument 1.0//EN" "module.dtd">
<script:module xmlns:script="http://openoffice.org/2000/script" script:name="Module1"
 script:language="StarBasic">
Sub Store(document, url, filter)
  Dim how(0) As New com.sun.star.beans.PropertyValue
  how(0).Name = "FilterName"
  how(0).Value = filter
  document.storeToURL(url, how())
End Sub
Sub Settle(source, command, target, filter)
  Dim hidden(0) As New com.sun.star.beans.PropertyValue
  hidden(0).Name = "Hidden"
  hidden(0).Value = True
  document = StarDesktop.loadComponentFromURL(source, "_blank", 0, hidden())
  If command &lt;&gt; "" Then
    dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
    dispatcher.executeDispatch(document.CurrentController.Frame, command, "", 0, Array())
  End If
  Store(document, target, filter)
  document.close(True)
End Sub
Sub SettleAll(list)
  jobs = FreeFile
  Open list For Input As #jobs
  Do While Not Eof(jobs)
    Line Input #jobs, job
    parts = Split(job, "|")
    If UBound(parts) = 3 Then Settle(parts(0), parts(1), parts(2), parts(3))
  Loop
  Close #jobs
End Sub
</script:module>
"""
_FILTERS = {
    ".odt": "writer8",
    ".fodt": "OpenDocument Text Flat XML",
    ".docx": "MS Word 2007 XML",
    ".txt": "Text (encoded)",
    ".pdf": "writer_pdf_Export",
    ".rtf": "Rich Text Format",
    ".epub": "EPUB",
}


class LibreOffice:
    """With a profile of its own in `folder`."""

    def __init__(self, folder: Path) -> None:
        self._profile = folder / "profile"
        # Only a profile that LibreOffice has made itself takes macros.
        self._run(["--terminate_after_init"])
        (self._profile / "user/basic/Standard/Module1.xba").write_text(_MODULE, "utf-8")

    def settle(self, jobs: Sequence[tuple[Path, Path, bool | None]]) -> None:
        """Store each source as its target, the tracked changes all accepted (True), rejected
        (False) or as they are (None). One start of the program does all."""
        commands = {True: ".uno:AcceptAllTrackedChanges", False: ".uno:RejectAllTrackedChanges"}
        lines = [
            "|".join(
                (
                    source.as_uri(),
                    "" if accept is None else commands[accept],
                    target.as_uri(),
                    _FILTERS[target.suffix],
                )
            )
            for source, target, accept in jobs
        ]
        listing = self._profile.with_name("jobs.txt")
        listing.write_text("\n".join(lines) + "\n", "utf-8")
        self._run([f'macro:///Standard.Module1.SettleAll("{listing.as_uri()}")'])
        missing = [target.name for _, target, _ in jobs if not target.exists()]
        assert not missing, f"LibreOffice did not write {missing}"

    def converted(self, source: Path, suffix: str, folder: Path) -> Path:
        """`source` in another format, in `folder`."""
        self._run(["--convert-to", suffix.removeprefix("."), "--outdir", str(folder), str(source)])
        return folder / f"{source.stem}{suffix}"

    def _run(self, arguments: Sequence[str]) -> None:
        assert PROGRAM is not None
        subprocess.run(
            [PROGRAM, f"-env:UserInstallation={self._profile.as_uri()}", "--headless", *arguments],
            check=True,
            capture_output=True,
        )
