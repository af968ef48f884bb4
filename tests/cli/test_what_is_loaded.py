"""What a check of two plain texts loads, and the window's first page: importing is part of what a
person waits for."""

from __future__ import annotations

import importlib.util
import os
import subprocess
import sys
from pathlib import Path

_CHECK = """
import sys
from reviewer.cli import main

sys.argv = ["reviewer", "check", *sys.argv[1:]]
try:
    main()
except SystemExit:
    pass
print("\\n".join(sys.modules), file=sys.stderr)
"""

_WINDOW = """
import os, sys
from reviewer.ui import app
from reviewer.ui.look import theme
from PySide6.QtWidgets import QApplication

theme.prepare()
application = QApplication([])
app.speak("de")
theme.apply("light")
from reviewer.ui.main_window import MainWindow
from reviewer.ui.state.settings import Settings

window = MainWindow(Settings())
window.show()
application.processEvents()
print("\\n".join(sys.modules), file=sys.stderr)
sys.stderr.flush()
os._exit(0)
"""

_ROOMS_AT_FIRST = {
    "being_made", "domain", "file_locks", "folders", "formats", "mapped_arrays", "messages",
    "processes", "reports", "spelling", "stopping", "text", "ui", "wording", "written_values",
}  # fmt: skip
_LIBRARIES_AT_FIRST = {"PySide6", "platformdirs", "shiboken6", "shibokensupport"}


def test_plain_texts_load_no_reader_of_other_files(tmp_path: Path) -> None:
    source, translation = tmp_path / "en.txt", tmp_path / "de.txt"
    source.write_text("The harbour was opened in 2023. Two cranes were repaired.", "utf-8")
    translation.write_text("Der Hafen wurde 2023 eröffnet. Zwei Kräne wurden repariert.", "utf-8")
    finished = subprocess.run(
        [sys.executable, "-c", _CHECK, str(source), str(translation)],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    loaded = set(finished.stderr.splitlines())
    assert "reviewer.formats.plain.text" in loaded
    others = {"saved_pages", "units"}  # asked for what a text of theirs must not be taken for
    readers = ("html", "docx", "odt", "pptx", "idml", "tables", "bilingual", "new_blocks")
    assert {
        name.rpartition(".")[2]
        for name in loaded
        if name.startswith(tuple(f"reviewer.formats.{folder}." for folder in readers))
    } <= others
    assert "reviewer.cli.frozen" not in loaded
    assert not {"PySide6", "lxml", "email.parser", "plistlib"} & loaded
    # Only a glossary or a pattern of the user's own needs them.
    assert not {"snowballstemmer", "regex"} & loaded


def test_the_first_page_waits_for_no_check_and_no_library_but_qt(tmp_path: Path) -> None:
    finished = subprocess.run(
        [sys.executable, "-c", _WINDOW],
        capture_output=True,
        encoding="utf-8",
        check=True,
        env=os.environ
        | {
            "QT_QPA_PLATFORM": "offscreen",
            "REVIEWER_DATA": str(tmp_path),
            "XDG_CONFIG_HOME": str(tmp_path),
        },
    )
    loaded = [name.split(".") for name in finished.stderr.splitlines() if name.isascii()]
    assert ["reviewer", "ui", "start", "start_page"] in loaded
    rooms = {parts[1] for parts in loaded if parts[0] == "reviewer" and len(parts) > 1}
    assert rooms == _ROOMS_AT_FIRST
    known = sys.stdlib_module_names | {"reviewer", "signature_bootstrap", "__main__"}
    known |= {"sitecustomize", "usercustomize"}  # those of the system
    packages = {parts[0] for parts in loaded} - known
    packages = {one for one in packages if importlib.util.find_spec(one)}
    assert {one for one in packages if not one.startswith("_")} == _LIBRARIES_AT_FIRST
