"""Makes the mistake that is tried in each program that a test starts: Python imports this first."""

from __future__ import annotations

import importlib.machinery
import os
from pathlib import Path
from typing import Any

FILE, TEXT = "MISTAKE_IN_FILE", "MISTAKEN_TEXT"


def import_changed(path: str, text: str) -> None:
    """From now on, importing the file at `path` imports `text`."""
    loader: Any = importlib.machinery.SourceFileLoader
    get_code = loader.get_code

    def changed(self: Any, name: str) -> Any:
        if self.path == path:
            return compile(text, path, "exec", dont_inherit=True)
        return get_code(self, name)

    loader.get_code = changed


if FILE in os.environ:
    import_changed(os.environ[FILE], Path(os.environ[TEXT]).read_text("utf-8"))
