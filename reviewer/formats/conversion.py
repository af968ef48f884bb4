"""Old and foreign kinds of files, converted by a LibreOffice that is installed, where asked.

The file stays as it is: a copy is converted, with a profile of its own in which no macro runs and
nothing is fetched that the document links to.
"""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

from reviewer.being_made import working_folder
from reviewer.domain import Document
from reviewer.formats.errors import UnreadableFileError
from reviewer.messages import message

TARGETS: dict[str, str] = {
    **dict.fromkeys((".doc", ".dot", ".wps", ".wpd", ".lwp", ".sxw", ".hwp", ".pages"), ".docx"),
    **dict.fromkeys((".ppt", ".pps", ".odp", ".fodp", ".sxi"), ".pptx"),
    **dict.fromkeys((".xls", ".ods", ".fods", ".sxc"), ".xlsx"),
}
"""What LibreOffice reads and this program does not: the suffix, and what to make of it."""

LONGEST = 180
"""Seconds that a conversion may take. A start takes two to ten."""

_USUAL = (
    "/Applications/LibreOffice.app/Contents/MacOS/soffice",
    r"C:\Program Files\LibreOffice\program\soffice.exe",
    r"C:\Program Files (x86)\LibreOffice\program\soffice.exe",
)
_SECURITY = "/org.openoffice.Office.Common/Security/Scripting"
_PROFILE = f"""<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry"
 xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance">
<item oor:path="{_SECURITY}"><prop oor:name="MacroSecurityLevel" oor:op="fuse"><value>3</value>
</prop></item>
<item oor:path="{_SECURITY}"><prop oor:name="DisableMacrosExecution" oor:op="fuse">
<value>true</value></prop></item>
<item oor:path="{_SECURITY}"><prop oor:name="BlockUntrustedRefererLinks" oor:op="fuse">
<value>true</value></prop></item>
</oor:items>
"""


def program() -> str:
    """The path of LibreOffice's program, "" where it is not installed."""
    named = shutil.which("soffice") or shutil.which("libreoffice")
    return named or next((path for path in _USUAL if Path(path).is_file()), "")


def can_convert(path: Path) -> bool:
    """Whether LibreOffice is here, the file at `path` needs it, and it makes of a file of this
    name what can be read."""
    from reviewer.formats.reading import is_read_by_content

    return path.suffix.lower() in TARGETS and bool(program()) and not is_read_by_content(path)


def read_converted(path: Path) -> Document:
    """The document at `path` as LibreOffice converts it. It is of the kind that it became: what is
    exported is such a file, too. Raises a `FormatError`."""
    from reviewer.formats.file_bytes import read_file
    from reviewer.formats.reading import read_bytes

    suffix = TARGETS[path.suffix.lower()]
    data = read_file(path)
    with working_folder() as folder:
        made = _converted(path, data, suffix, folder)
    return read_bytes(path.with_suffix(suffix), made)


def _converted(path: Path, data: bytes, suffix: str, folder: Path) -> bytes:
    profile = folder / "profile"
    (profile / "user").mkdir(parents=True)
    (profile / "user" / "registrymodifications.xcu").write_text(_PROFILE, "utf-8")
    copy = folder / f"copy{path.suffix.lower()}"
    copy.write_bytes(data)
    out = folder / "out"
    try:
        subprocess.run(
            [
                program(),
                f"-env:UserInstallation={profile.as_uri()}",
                "--headless",
                "--convert-to",
                suffix.removeprefix("."),
                "--outdir",
                str(out),
                str(copy),
            ],
            capture_output=True,
            timeout=LONGEST,
            check=True,
        )
        return (out / f"copy{suffix}").read_bytes()
    except (OSError, subprocess.SubprocessError) as error:
        raise UnreadableFileError(
            path,
            message(
                "LibreOffice could not convert “{path}”. Open it there and save it as {suffix}.",
                path=str(path),
                suffix=suffix.removeprefix("."),
            ),
        ) from error
