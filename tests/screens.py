"""Screens of their own for the program's window."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def screen(size: str = "1024x700") -> Iterator[tuple[str, subprocess.Popen[bytes]]]:
    """An X server without a screen: the name that DISPLAY wants, and the server."""
    if not shutil.which("Xvfb"):
        pytest.skip("Xvfb is not installed")
    reads, writes = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writes), "-screen", "0", f"{size}x24", "-nolisten", "tcp"],
        pass_fds=[writes],
        stderr=subprocess.DEVNULL,
    )
    os.close(writes)
    with os.fdopen(reads) as stream:
        number = stream.readline().strip()
    try:
        yield f":{number}", server
    finally:
        server.terminate()
        server.wait()
