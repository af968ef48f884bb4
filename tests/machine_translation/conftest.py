"""Packages with random weights, made once for the session, and a server on this machine."""

from __future__ import annotations

import functools
import http.server
import re
import threading
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from types import ModuleType

import pytest

Pack = Callable[..., Path]


def load_builder() -> ModuleType:
    """The module random_packages, which lies beside this file."""
    import importlib.util
    import sys

    name = "random_packages"
    if name not in sys.modules:
        place = Path(__file__).with_name("random_packages.py")
        spec = importlib.util.spec_from_file_location(name, place)
        assert spec is not None
        assert spec.loader is not None
        sys.modules[name] = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(sys.modules[name])
    return sys.modules[name]


@pytest.fixture(scope="session")
def builder() -> ModuleType:
    return load_builder()


@pytest.fixture(scope="session")
def unpacked(builder: ModuleType, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with unpacked packages id-en (sentencepiece), en-de (BPE), uk-en, ar-en."""
    folder = tmp_path_factory.mktemp("unpacked")
    builder.write_package_folder(folder / "translate-id_en", "id", "en")
    builder.write_package_folder(folder / "translate-en_de", "en", "de", kind="bpe")
    builder.write_package_folder(folder / "translate-uk_en", "uk", "en", seed=2)
    return folder


@pytest.fixture(scope="session")
def package_file(builder: ModuleType, unpacked: Path) -> Path:
    """translate-id_en as a .argosmodel file."""
    return builder.pack(unpacked / "translate-id_en", unpacked / "translate-id_en.argosmodel")


@pytest.fixture(scope="session")
def bpe_package_file(builder: ModuleType, unpacked: Path) -> Path:
    """translate-en_de as a .argosmodel file."""
    return builder.pack(unpacked / "translate-en_de", unpacked / "translate-en_de.argosmodel")


@pytest.fixture
def repack(package_file: Path, tmp_path: Path) -> Pack:
    """Makes a variant of the package file: `without` names, `plus` (name, bytes) members."""

    def make(without: str = "$^", plus: dict[str, bytes] | None = None, top: str = "") -> Path:
        variant = tmp_path / "variant.argosmodel"
        with zipfile.ZipFile(package_file) as old, zipfile.ZipFile(variant, "w") as new:
            for entry in old.infolist():
                if not re.search(without, entry.filename):
                    name = entry.filename
                    name = top + name[name.index("/") :] if top else name
                    new.writestr(name, old.read(entry))
            for name, data in (plus or {}).items():
                new.writestr(name, data)
        return variant

    return make


class Handler(http.server.SimpleHTTPRequestHandler):
    """Serves a folder; understands ranges, and breaks off where it is told to."""

    def log_request(self, *status: object) -> None:
        self.server.asked.append((self.command, self.path, self.headers.get("Range")))

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if not path.is_file():
            self.send_error(404)
            return
        data, tag = path.read_bytes(), self.server.tag
        begin = re.fullmatch(r"bytes=(\d+)-", self.headers.get("Range") or "")
        start = int(begin[1]) if begin and self.headers.get("If-Range") == tag else 0
        self.send_response(206 if start else 200)
        if start:
            self.send_header("Content-Range", f"bytes {start}-{len(data) - 1}/{len(data)}")
        self.send_header("ETag", tag)
        self.send_header("Content-Length", str(len(data) - start))
        self.end_headers()
        sent, self.server.break_after = self.server.break_after, None
        self.wfile.write(data[start : start + sent if sent else None])
        self.wfile.flush()
        if self.server.pause:
            self.server.pause.wait(10)


class Server(http.server.ThreadingHTTPServer):
    """`asked` lists what was asked; `break_after` bytes the next answer breaks off."""

    daemon_threads = True

    def __init__(self, folder: Path) -> None:
        self.asked: list[tuple[str, str, str | None]] = []
        self.break_after: int | None = None
        self.tag = '"one"'
        self.pause: threading.Event | None = None
        super().__init__(("127.0.0.1", 0), functools.partial(Handler, directory=str(folder)))

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.server_address[1]}"


@pytest.fixture
def server(tmp_path: Path) -> Iterator[Server]:
    """A server on this machine that serves tmp_path/served."""
    (tmp_path / "served").mkdir()
    served = Server(tmp_path / "served")
    thread = threading.Thread(target=served.serve_forever, args=(0.02,))
    thread.start()
    yield served
    if served.pause:
        served.pause.set()
    served.shutdown()
    served.server_close()
    thread.join()
