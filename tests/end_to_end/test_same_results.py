"""However an analysis is computed, it says the same: in one process or two, with what it unpacks
fresh or mapped from an earlier run. `tools/results/compare.py` asks it of two checkouts."""

from __future__ import annotations

from pathlib import Path

import pytest

from reviewer.analysis import pipeline
from reviewer.machine_translation.encoders import BUNDLED
from tools.results.compare import ROUNDING, differences
from tools.results.record import pairs, sample


def test_six_hundred_pairs_in_one_process_and_in_two(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pipeline, "_WORTH_PROCESSES", 10**9)
    alone = pairs(600)
    monkeypatch.setattr(pipeline, "_WORTH_PROCESSES", 0)
    monkeypatch.setattr(pipeline, "fitting", lambda _most: 2)
    assert list(differences(alone, pairs(600))) == []
    [made] = alone["pairs"]
    assert made["language"] == "de"
    relations = {bead["relation"] for bead in made["beads"]}
    assert {"aligned", "missing", "added"} <= relations
    assert sum(len(bead["findings"]) for bead in made["beads"]) > 15


def test_the_sample_with_the_encoder_unpacked_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    mapped = sample()
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    BUNDLED.release()
    fresh = sample()
    BUNDLED.release()
    assert list(differences(mapped, fresh)) == []


@pytest.mark.parametrize(("by", "told"), [(0.9, 0), (1.1, 1)])
def test_a_difference_beyond_rounding_is_told(by: float, told: int) -> None:
    before, now = {"text": [{"confidence": 0.5}]}, {"text": [{"confidence": 0.5 + by * ROUNDING}]}
    assert len(list(differences(before, now))) == told


@pytest.mark.parametrize(
    "now",
    [{"a": [1, 2]}, {"a": [1, 2, 4]}, {"b": [1, 2, 3]}, {"a": [1, 2, "3"]}, {"a": [1, 2, None]}],
)
def test_any_other_difference_is_told(now: object) -> None:
    assert len(list(differences({"a": [1, 2, 3]}, now))) == 1
