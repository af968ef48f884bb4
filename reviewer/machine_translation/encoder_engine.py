"""Sentence encoders in CTranslate2's format, such as BERT and XLM-R. Runs in the worker process.

A vector goes out as the Base64 of its numbers (float32, the smallest byte first).
"""

from __future__ import annotations

import base64
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import numpy as np

from reviewer.machine_translation.encoder_metadata import EncoderMetadata
from reviewer.machine_translation.encoder_packages import PIECES, WORDS, check_encoder_folder
from reviewer.machine_translation.engine import cores, plan
from reviewer.machine_translation.errors import Cancelled
from reviewer.machine_translation.word_pieces import WordPieces


@dataclass(frozen=True, slots=True)
class _Loaded:
    encoder: Any
    pieces: Callable[[str], list[str]]
    metadata: EncoderMetadata


class EncoderEngine:
    """Encodes with an unpacked package; holds the one that was used last."""

    def __init__(self) -> None:
        self._folder: Path | None = None
        self._loaded: _Loaded | None = None

    def open(self, folder: Path) -> None:
        """Load a package. Raises what CTranslate2 and the tokenizer raise when it is bad."""
        self._load(folder)

    def encode(
        self, folder: Path, texts: Sequence[str], *, cancelled: Callable[[], bool] = lambda: False
    ) -> Iterator[list[tuple[int, str]]]:
        """Yield (index, vector) lists as batches are done. The vectors have length 1.

        Raises Cancelled between two batches after `cancelled()`, and what CTranslate2 raises.
        """
        package = self._load(folder)
        described = package.metadata
        pieces = [
            [
                *([described.start] if described.start else []),
                *package.pieces(described.prefix + " ".join(text.split()))[: described.most - 2],
                *([described.end] if described.end else []),
            ]
            for text in texts
        ]
        for batch in plan([len(piece) for piece in pieces], (), 1):
            if cancelled():
                raise Cancelled
            output = package.encoder.forward_batch([pieces[index] for index in batch])
            sizes = [len(pieces[index]) for index in batch]
            vectors = _pooled(output, sizes, described)
            yield [
                (index, base64.b64encode(vector.astype("<f4").tobytes()).decode("ascii"))
                for index, vector in zip(batch, vectors, strict=True)
            ]

    def _load(self, folder: Path) -> _Loaded:
        if self._loaded is None or self._folder != folder:
            from ctranslate2 import Encoder  # type: ignore[attr-defined]

            described = check_encoder_folder(folder)
            encoder = Encoder(
                str(folder / "model"), device="cpu", compute_type="int8", intra_threads=cores()
            )
            self._loaded = _Loaded(encoder, _cutter(folder, described), described)
            self._folder = folder
        return self._loaded


def _cutter(folder: Path, described: EncoderMetadata) -> Callable[[str], list[str]]:
    if (folder / PIECES).is_file():
        from sentencepiece import SentencePieceProcessor

        processor = SentencePieceProcessor(model_file=str(folder / PIECES))
        lowercase = described.lowercase

        def pieces(text: str) -> list[str]:
            found: list[str] = processor.encode(text.lower() if lowercase else text, out_type=str)
            return found

        return pieces
    return WordPieces.read(folder / WORDS, lowercase=described.lowercase).pieces


def _pooled(output: Any, sizes: Sequence[int], described: EncoderMetadata) -> Any:
    if described.pooling == "pooler":
        if output.pooler_output is None:
            raise ValueError("the model has no pooler")
        found = np.array(output.pooler_output)
    else:
        states = np.array(output.last_hidden_state)
        if described.pooling == "first":
            found = states[:, 0]
        else:
            inside = np.arange(states.shape[1]) < np.array(sizes)[:, None]
            found = (states * inside[..., None]).sum(axis=1) / inside.sum(axis=1, keepdims=True)
    if not np.isfinite(found).all():
        raise ValueError("its vectors are no numbers")
    return found / np.maximum(np.linalg.norm(found, axis=1, keepdims=True), 1e-9)
