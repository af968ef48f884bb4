"""Traps of the environment that cost days once, each with its guard."""

from __future__ import annotations

import sys
from importlib.metadata import distributions

import pytest


@pytest.mark.skipif(sys.version_info >= (3, 12), reason="None is immortal from 3.12 on")
def test_void_qt_calls_keep_the_references_to_none() -> None:
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(2000):
        thing.setObjectName("name")
    assert abs(sys.getrefcount(None) - before) < 1000


def test_what_weighs_gigabytes_or_is_agpl_is_not_installed() -> None:
    installed = {distribution.name.lower() for distribution in distributions()}
    assert not installed & {"torch", "stanza", "spacy", "minisbd", "onnxruntime", "pyside6"}


def test_no_installed_library_is_gpl() -> None:
    wrong = []
    for distribution in distributions():
        fields = distribution.metadata.get_all("Classifier") or []
        words = " ".join([*fields, distribution.metadata.get("License-Expression") or ""])
        lesser = "LGPL" in words or "Lesser" in words
        if ("GPL" in words or "Affero" in words) and not lesser:
            wrong.append(distribution.name)
    assert not wrong
