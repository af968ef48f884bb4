"""Argos's index of packages. Fetched only when the user asks for it."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

from reviewer.machine_translation.argos import argos_settings
from reviewer.machine_translation.errors import DownloadError, PackageError
from reviewer.machine_translation.fetch import fetch_bytes, fetch_size
from reviewer.machine_translation.metadata import Metadata, interpret, newness
from reviewer.messages import message

ADDRESS_VARIABLE = "REVIEWER_PACKAGE_INDEX"
LARGEST_INDEX = 20_000_000


def index_address(setting: str = "") -> str:
    """The index's address: the environment's, else the `setting`, else Argos's own."""
    argos: str = argos_settings().remote_package_index
    return os.environ.get(ADDRESS_VARIABLE) or setting or argos


def available_packages(
    address: str = "", *, cancelled: Callable[[], bool] | None = None
) -> list[Metadata]:
    """Fetch the index and list its packages: the newest of each pair, sorted by languages.

    `address` ("" is `index_address()`) is that of an index.json. Entries that are not
    translation packages or not usable are left out. Raises DownloadError or Cancelled.
    """
    address = address or index_address()
    data = fetch_bytes(address, LARGEST_INDEX, cancelled=cancelled)
    try:
        entries = json.loads(data.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise DownloadError(
            message("What {address} sent is not an index of packages.", address=address)
        ) from error
    if not isinstance(entries, list):
        raise DownloadError(
            message("What {address} sent is not an index of packages.", address=address)
        )
    newest: dict[tuple[str, str], Metadata] = {}
    for entry in entries:
        try:
            metadata = interpret(entry)
        except PackageError:
            continue
        known = newest.get(metadata.pair)
        if known is None or newness(metadata.version) > newness(known.version):
            newest[metadata.pair] = metadata
    return [newest[pair] for pair in sorted(newest)]


def with_sizes(
    packages: Sequence[Metadata], *, cancelled: Callable[[], bool] | None = None
) -> list[Metadata]:
    """The same packages with their download sizes in bytes, asked of their servers.

    The index does not tell them. A size that no server tells stays 0.
    """

    def sized(package: Metadata) -> Metadata:
        if package.size or (cancelled and cancelled()):
            return package
        sizes = (fetch_size(link) for link in package.links)
        return replace(package, size=next((size for size in sizes if size), 0))

    with ThreadPoolExecutor(max_workers=8, thread_name_prefix="package-sizes") as pool:
        return list(pool.map(sized, packages))
