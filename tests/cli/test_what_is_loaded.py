"""What a check of two plain texts loads: importing is part of what a person waits for."""

from __future__ import annotations

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
