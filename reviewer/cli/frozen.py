"""What a frozen program does before anything else."""

from __future__ import annotations

import multiprocessing
import os

_LIBRARY_PATHS = ("LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH")


def begin() -> None:
    """Become a process of our own that was started for a part of the work, if this is one; and
    give other programs that we start (a browser, a file manager) their own libraries back."""
    multiprocessing.freeze_support()
    give_back_library_paths()


def give_back_library_paths() -> None:
    """Undo what PyInstaller's starter did to the linker's variables.

    The linker has read them; from here on they only matter to programs that are started.
    """
    for name in _LIBRARY_PATHS:
        before = os.environ.pop(f"{name}_ORIG", None)
        if before is not None:
            os.environ[name] = before
        else:
            os.environ.pop(name, None)
