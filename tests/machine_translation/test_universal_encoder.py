"""The encoder's network: what its layers say, however its sentences are worked on together."""

from __future__ import annotations

import numpy as np
import pytest
from numpy.typing import NDArray

from reviewer.machine_translation import universal_encoder
from reviewer.machine_translation.universal_encoder import UniversalEncoder

_PIECES = 40
_WINDOWS = ((2, 0), (3, 1), (5, 2))
Arrays = dict[str, NDArray[np.float32]]


@pytest.fixture(scope="module")
def arrays() -> Arrays:
    """Numbers drawn at random, in the form of the real ones."""
    draw = np.random.default_rng(5)

    def some(*shape: int) -> NDArray[np.float32]:
        return (draw.standard_normal(shape) / np.sqrt(shape[0])).astype(np.float32)

    made = {
        "table": draw.integers(0, 255, (_PIECES, 512), dtype=np.uint8),
        "scale": some(17) / 50,
        "lo": some(17),
        "eps": np.array([1e-5], np.float32),
        "ln_g": 1 + some(1280),
        "ln_b": some(1280),
        "cnn_W": some(1280, 512),
        "cnn_b": some(512),
        "d0": some(512, 320),
        "d1": some(320, 320),
        "p1": some(512, 320),
        "d2": some(320, 512),
        "p3": some(320, 512),
        "d3": some(512, 512),
    }
    for width, _ in _WINDOWS:
        made |= {
            f"proj{width}": some(512, 256),
            f"proj_b{width}": some(256),
            f"ln_g{width}": 1 + some(256),
            f"ln_b{width}": some(256),
            f"w1_{width}": some(width * 256, 256),
            f"b1_{width}": some(256),
            f"w2_{width}": some(width * 256, 256),
            f"b2_{width}": some(256),
        }
    return made  # type: ignore[return-value]


def plainly(w: Arrays, pieces: list[int]) -> NDArray[np.float64]:
    """One sentence, layer by layer as the paper has them."""
    ids = np.array([1, *pieces, 2])

    def even(rows: NDArray[np.float64], gain: object, offset: object) -> NDArray[np.float64]:
        centred = rows - rows.mean(axis=1, keepdims=True)
        spread = np.sqrt((centred**2).mean(axis=1, keepdims=True) + w["eps"][0])
        return centred / spread * gain + offset  # type: ignore[no-any-return, operator]

    words = w["table"][ids].astype(float)
    words = words * w["scale"][ids % 17, None] + w["lo"][ids % 17, None]
    seen = [words]
    for width, before in _WINDOWS:
        rows = words @ w[f"proj{width}"] + w[f"proj_b{width}"]
        rows = even(rows, w[f"ln_g{width}"], w[f"ln_b{width}"])
        for layer in (1, 2):
            padded = np.pad(rows, ((before, width), (0, 0)))
            windows = [padded[n : n + width].ravel() for n in range(len(ids))]
            change = np.array(windows) @ w[f"w{layer}_{width}"] + w[f"b{layer}_{width}"]
            rows = rows + np.maximum(change, 0)
        seen.append(rows)
    evened = even(np.concatenate(seen, axis=1), w["ln_g"], w["ln_b"])
    total = (evened @ w["cnn_W"] + w["cnn_b"]).sum(axis=0) / np.sqrt(len(ids))
    middle = np.maximum(total @ w["p1"] + np.maximum(total @ w["d0"], 0) @ w["d1"], 0)
    last = np.tanh(middle @ w["p3"] + np.maximum(middle @ w["d2"], 0) @ w["d3"])
    return last / np.linalg.norm(last)  # type: ignore[no-any-return]


def sentences() -> list[list[int]]:
    draw = np.random.default_rng(6)
    return [draw.integers(0, _PIECES, size).tolist() for size in (3, 0, 1, 2, 30, 7, 12)]


@pytest.mark.parametrize(("together", "known"), [(512, 16_384), (40, 60), (1, 1)])
def test_sentences_together_are_as_each_alone(
    arrays: Arrays, together: int, known: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(universal_encoder, "_TOGETHER", together)
    monkeypatch.setattr(universal_encoder, "_KNOWN_TOGETHER", known)
    encoder = UniversalEncoder(lambda text: [ord(letter) % _PIECES for letter in text], arrays)
    rows = encoder.encode_pieces(sentences())
    assert rows.dtype == np.float32
    for row, pieces in zip(rows, sentences(), strict=True):
        assert row == pytest.approx(plainly(arrays, pieces), abs=2e-5)


def test_no_sentence_has_no_row(arrays: Arrays) -> None:
    assert UniversalEncoder(lambda _: [], arrays).encode([]).shape == (0, 512)


def test_it_asks_whether_to_go_on(arrays: Arrays, monkeypatch: pytest.MonkeyPatch) -> None:
    class Enough(Exception):
        pass

    asked = []

    def go_on() -> None:
        asked.append(1)
        if len(asked) == 3:
            raise Enough

    monkeypatch.setattr(universal_encoder, "_TOGETHER", 20)
    with pytest.raises(Enough):
        UniversalEncoder(lambda _: [], arrays).encode_pieces(sentences() * 9, go_on)
    assert len(asked) == 3
