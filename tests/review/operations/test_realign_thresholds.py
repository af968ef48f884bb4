"""How sure new links beside a correction must be, and that no sentence loses its partner."""

from __future__ import annotations

import pytest

from reviewer.review.operations import realign_around_correction as realign
from reviewer.store.records import BeadVersion


@pytest.fixture(autouse=True)
def _no_gaps(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(realign, "_contiguous", lambda _state, _bead: True)


def bead(source: str, target: str, confidence: float) -> BeadVersion:
    names = tuple(source.split()), tuple(target.split())
    relation = "aligned" if source and target else "missing"
    return BeadVersion(1, source or target, *names, relation, confidence, fixed=False)


ALONE = bead("s1", "", 0.9)
DOUBTFUL = bead("s2", "t2", 0.6)
SURE = bead("s3", "t3", 0.9)


def better(old: list[BeadVersion], new: list[BeadVersion], *loose: BeadVersion) -> bool:
    change = realign._Correction(tuple(old), tuple(new))
    return change.is_better(None, loose.__contains__)


@pytest.mark.parametrize(
    ("old", "loose", "confidence", "accepted"),
    [
        ([ALONE, DOUBTFUL], [ALONE], 0.59, False),
        ([ALONE, DOUBTFUL], [ALONE], 0.6, True),
        ([ALONE, SURE], [ALONE], 0.84, False),
        ([ALONE, SURE], [ALONE], 0.85, True),
        ([ALONE, DOUBTFUL], [], 0.94, False),
        ([ALONE, DOUBTFUL], [], 0.95, True),
        ([SURE], [], 1.0, False),
    ],
)
def test_how_sure_new_links_must_be(
    old: list[BeadVersion], loose: list[BeadVersion], confidence: float, accepted: bool
) -> None:
    new = [bead("s1", "t1", confidence), bead("s2", "t2", confidence)]
    assert better(old, new, *loose) is accepted


@pytest.mark.parametrize(("target", "accepted"), [("t1", False), ("t1 t2", True)])
def test_no_sentence_loses_its_partner(target: str, accepted: bool) -> None:
    old = [bead("s1", "t1", 0.5), bead("s2", "t2", 0.5)]
    new = [bead("s1 s2", target, 0.99)]
    assert better(old, new, *old) is accepted


@pytest.mark.parametrize(("confidence", "weak"), [(0.64, True), (0.65, False)])
def test_what_is_weak(confidence: float, weak: bool) -> None:
    assert realign._is_weak(bead("s1", "t1", confidence)) is weak
