"""The index and downloads, against a server on this machine. Only ever when asked for."""

from __future__ import annotations

import hashlib
import json
import shutil
import threading
import time
from collections import namedtuple
from dataclasses import replace

import pytest

from reviewer.machine_translation.download import download
from reviewer.machine_translation.errors import Cancelled, DownloadError
from reviewer.machine_translation.fetch import fetch, fetch_size
from reviewer.machine_translation.index import available_packages, index_address, with_sizes


@pytest.fixture
def served(server, package_file, tmp_path):
    """The server with an index of one package, as Metadata."""
    (tmp_path / "served" / "id_en.argosmodel").write_bytes(package_file.read_bytes())
    entry = {
        "package_version": "1.2",
        "argos_version": "1.0",
        "from_code": "id",
        "from_name": "Indonesian",
        "to_code": "en",
        "to_name": "English",
        "links": [f"{server.address}/id_en.argosmodel"],
    }
    older = {**entry, "package_version": "1.1"}
    entries = [older, entry, {"type": "sbd", "from_codes": ["id"]}, 7, {"from_code": "x"}]
    (tmp_path / "served" / "index.json").write_text(json.dumps(entries))
    return available_packages(f"{server.address}/index.json")[0]


def test_index_lists_the_newest_usable_package_of_each_pair(server, served):
    packages = available_packages(f"{server.address}/index.json")
    assert [(p.pair, p.version) for p in packages] == [(("id", "en"), "1.2")]
    assert packages[0].from_name == "Indonesian"


def test_sizes_are_asked_of_the_server(served, package_file):
    assert with_sizes([served])[0].size == package_file.stat().st_size


def test_address_of_the_index_can_be_set(monkeypatch):
    assert index_address().startswith("https://")
    assert index_address("https://example.org/i.json") == "https://example.org/i.json"
    monkeypatch.setenv("REVIEWER_PACKAGE_INDEX", "http://127.0.0.1:1/index.json")
    assert index_address("https://example.org/i.json") == "http://127.0.0.1:1/index.json"


@pytest.mark.parametrize("content", ["<html>", "{}", "[" * 100_000])
def test_index_that_is_none_says_so(server, tmp_path, content):
    (tmp_path / "served" / "index.json").write_text(content)
    with pytest.raises(DownloadError, match="not an index"):
        available_packages(f"{server.address}/index.json")


def test_downloaded_file_is_the_served_one(served, package_file, tmp_path):
    seen: list[tuple[int, int]] = []
    file = download(served, folder=tmp_path, progress=lambda *step: seen.append(step))
    assert file.read_bytes() == package_file.read_bytes()
    assert file.suffix == ".argosmodel"
    assert seen[-1] == (file.stat().st_size,) * 2
    assert not list(tmp_path.glob("*.part*"))


def test_broken_download_says_so_and_goes_on_where_it_stopped(
    server, served, package_file, tmp_path
):
    server.break_after = 100_000
    with pytest.raises(DownloadError, match="broke off"):
        download(served, folder=tmp_path)
    assert download(served, folder=tmp_path).read_bytes() == package_file.read_bytes()
    assert server.asked[-1][2] == "bytes=100000-"


def test_file_that_changed_meanwhile_is_fetched_anew(server, served, package_file, tmp_path):
    server.break_after = 100_000
    with pytest.raises(DownloadError):
        download(served, folder=tmp_path)
    server.tag = '"two"'
    assert download(served, folder=tmp_path).read_bytes() == package_file.read_bytes()


def test_wrong_checksum_deletes_what_came(served, package_file, tmp_path):
    right = hashlib.sha256(package_file.read_bytes()).hexdigest()
    with pytest.raises(DownloadError, match="checksum"):
        download(replace(served, sha256="0" * 64), folder=tmp_path)
    assert not list(tmp_path.glob("*.argosmodel"))
    assert download(replace(served, sha256=right), folder=tmp_path).is_file()


def test_second_address_is_tried_when_the_first_fails(served, package_file, tmp_path):
    links = ("ipfs://x", served.links[0] + ".gone", served.links[0])
    assert download(replace(served, links=links), folder=tmp_path).is_file()


def test_cancel_does_not_wait_for_a_silent_server(server, served, tmp_path):
    server.break_after, server.pause = 100_000, threading.Event()
    asked = time.monotonic()
    with pytest.raises(Cancelled):
        download(served, folder=tmp_path, cancelled=lambda: time.monotonic() > asked + 0.5)
    assert (tmp_path / "translate-id_en-1.2.part").stat().st_size == 100_000


def test_silent_server_is_given_up(server, tmp_path):
    (tmp_path / "served" / "slow").write_bytes(b"x" * 100)
    server.break_after, server.pause = 10, threading.Event()
    with (
        pytest.raises(DownloadError, match=r"stopped answering|broke off"),
        fetch(f"{server.address}/slow", patience=0.3) as answer,
    ):
        list(answer.chunks)


def test_no_network_says_what_to_do(tmp_path, served):
    nowhere = replace(served, links=("http://127.0.0.1:9/id_en.argosmodel",))
    with pytest.raises(DownloadError, match="USB"):
        download(nowhere, folder=tmp_path)


def test_full_disk_is_told_before_the_download(served, tmp_path, monkeypatch):
    usage = namedtuple("usage", "total used free")
    monkeypatch.setattr(shutil, "disk_usage", lambda path: usage(10, 10, 0))
    with pytest.raises(DownloadError, match="too full"):
        download(served, folder=tmp_path)


@pytest.mark.parametrize("address", ["file:///etc/passwd", "ftp://example.org/x", "index.json"])
def test_only_the_web_is_asked(address):
    with pytest.raises(DownloadError, match="not an address"):
        available_packages(address)


@pytest.mark.parametrize("address", ["file:///etc/hosts", "ftp://example.org/a", "https://", "x"])
def test_a_package_at_no_address_of_the_web_has_no_size(address):
    """The others are listed all the same."""
    assert fetch_size(address) == 0
