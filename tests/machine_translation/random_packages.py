"""Builds Argos packages with random weights, for tests and benchmarks: no model is needed.

They translate nothing. What they have of a real package is its form (archive, metadata,
tokenizer, CTranslate2 model) and, at the size of a real one, its cost.
"""

from __future__ import annotations

import io
import json
import random
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np

SYLLABLES = [c + v for c in "bdfghjklmnprstvwz" for v in ("a", "e", "i", "o", "u", "an", "er")]
UNUSED = "unused"
SPECIAL = ["<unk>", "<s>", "</s>"]


@dataclass(frozen=True)
class Size:
    """Shape of the model. `REAL` is that of the packages in Argos's index."""

    layers: int = 1
    width: int = 32
    heads: int = 2
    hidden: int = 64
    pieces: int = 120


REAL = Size(layers=6, width=512, heads=8, hidden=2048, pieces=32_000)


def made_up_sentences(count: int, seed: int = 1, mean_words: int = 18) -> list[str]:
    """Sentences of made-up words whose frequencies fall off as those of a language do."""
    chance = random.Random(seed)
    lengths = [chance.choice((1, 2, 2, 3, 3, 4)) for _ in range(20_000)]
    words = ["".join(chance.choices(SYLLABLES, k=length)) for length in lengths]
    weights = [1 / (rank + 3) for rank in range(len(words))]
    sentences = []
    for _ in range(count):
        length = max(3, int(chance.gauss(mean_words, mean_words / 3)))
        text = " ".join(chance.choices(words, weights, k=length))
        sentences.append(text[0].upper() + text[1:] + ".")
    return sentences


def sentencepiece_model(pieces: int, sentences: Sequence[str]) -> bytes:
    """A SentencePiece model of at most so many pieces, trained on the sentences."""
    import sentencepiece

    model = io.BytesIO()
    sentencepiece.SentencePieceTrainer.train(
        sentence_iterator=iter(sentences),
        model_writer=model,
        vocab_size=pieces,
        hard_vocab_limit=False,
        minloglevel=2,
        num_threads=2,
    )
    return model.getvalue()


def bpe_model() -> bytes:
    """Merges of the subword-nmt kind that join the letters of each syllable."""
    merges = [f"{s[0]} {s[1]}" for s in SYLLABLES if len(s) == 2]
    merges += [f"{s[:2]} {s[2]}" for s in SYLLABLES if len(s) == 3]
    return ("#version: 0.2\n" + "\n".join(dict.fromkeys(merges)) + "\n").encode()


def bpe_vocabulary() -> list[str]:
    """Every piece that `bpe_model` can produce from lower-case made-up text."""
    letters = [chr(code) for code in range(ord("a"), ord("z") + 1)]
    pieces = [*letters, *(letter.upper() for letter in letters), *SYLLABLES, ".", ","]
    return SPECIAL + list(dict.fromkeys([*pieces, *(piece + "@@" for piece in pieces)]))


def write_model(folder: Path, vocabulary: Sequence[str], size: Size, seed: int = 1) -> None:
    """Save a random Transformer as a CTranslate2 model (int8) in `folder`.

    One dimension of the decoder counts positions, another carries the source's length over
    (an almost uniform attention over counted positions), and the end of the sentence is
    their difference: the output is about as long as the input, so that the model costs
    what a real one costs.
    """
    from ctranslate2.specs import transformer_spec

    chance = np.random.default_rng(seed)
    width, hidden, count = size.width, size.hidden, len(vocabulary)
    ramp = 0.125

    def normal(rows: int, columns: int, gain: float = 1.0) -> np.ndarray:
        values = chance.standard_normal((rows, columns), dtype=np.float32)
        return values * np.float32(gain / np.sqrt(columns))

    def residual(rows: int, columns: int) -> np.ndarray:
        values = normal(rows, columns, 0.5)
        values[:2] = 0
        return values

    def linear(spec: object, weight: np.ndarray) -> None:
        spec.weight = weight
        spec.bias = np.zeros(weight.shape[0], dtype=np.float32)

    def norm(spec: object) -> None:
        spec.gamma = np.ones(width, dtype=np.float32)
        spec.beta = np.zeros(width, dtype=np.float32)

    def embeddings(spec: object) -> None:
        values = chance.standard_normal((count, width), dtype=np.float32)
        values[:, :2] = 0
        spec.weight = values / np.float32(np.sqrt(width))

    def positions(spec: object) -> None:
        table = np.zeros((512, width), dtype=np.float32)
        places = np.arange(512, dtype=np.float32)
        rates = np.exp(-np.arange(2, width, 2) / width * np.log(10_000))
        table[:, 2::2] = np.sin(np.outer(places, rates))
        table[:, 3::2] = np.cos(np.outer(places, rates))[:, : table[:, 3::2].shape[1]]
        table[:, 0] = places * ramp
        spec.encodings = table

    spec = transformer_spec.TransformerSpec.from_config(size.layers, size.heads, pre_norm=True)
    for side in (spec.encoder, spec.decoder):
        embeddings(side.embeddings[0] if side is spec.encoder else side.embeddings)
        positions(side.position_encodings)
        norm(side.layer_norm)
        for number, layer in enumerate(side.layer):
            norm(layer.self_attention.layer_norm)
            linear(layer.self_attention.linear[0], normal(3 * width, width))
            linear(layer.self_attention.linear[1], residual(width, width))
            norm(layer.ffn.layer_norm)
            linear(layer.ffn.linear_0, normal(hidden, width))
            linear(layer.ffn.linear_1, residual(width, hidden))
            if side is spec.decoder:
                values = normal(2 * width, width)
                output = residual(width, width) * 4
                if number == 0:
                    values[width] = 0
                    values[width, 0] = 1
                    output[1, 0] = 3
                norm(layer.attention.layer_norm)
                linear(layer.attention.linear[0], normal(width, width))
                linear(layer.attention.linear[1], values)
                linear(layer.attention.linear[2], output)
    projection = normal(count, width, 2.0)
    projection[:, :2] = 0
    end = vocabulary.index("</s>")
    projection[end] = 0
    projection[end, :2] = 40, -40
    for index in (vocabulary.index("<unk>"), vocabulary.index("<s>")):
        projection[index] = 0
    linear(spec.decoder.projection, projection)
    bias = spec.decoder.projection.bias
    for index, piece in enumerate(vocabulary):
        if piece in SPECIAL or piece.startswith(UNUSED):
            bias[index] = -50
    bias[end] = 0

    spec.register_source_vocabulary(list(vocabulary))
    spec.register_target_vocabulary(list(vocabulary))
    spec.config.add_source_eos = True
    spec.validate()
    spec.optimize("int8")
    folder.mkdir(parents=True, exist_ok=True)
    spec.save(str(folder))


def write_package_folder(
    folder: Path,
    from_code: str,
    to_code: str,
    *,
    version: str = "1.0",
    size: Size = Size(),
    kind: str = "sentencepiece",
    training: Sequence[str] = (),
    seed: int = 1,
    **metadata: object,
) -> Path:
    """Write an unpacked package into `folder`; `kind` is "sentencepiece" or "bpe"."""
    folder.mkdir(parents=True)
    if kind == "bpe":
        (folder / "bpe.model").write_bytes(bpe_model())
        vocabulary = bpe_vocabulary()
    else:
        import sentencepiece

        model = sentencepiece_model(size.pieces, training or made_up_sentences(300))
        (folder / "sentencepiece.model").write_bytes(model)
        pieces = sentencepiece.SentencePieceProcessor(model_proto=model)
        vocabulary = [pieces.id_to_piece(i) for i in range(pieces.get_piece_size())]
        vocabulary += [f"{UNUSED}{i}" for i in range(size.pieces - len(vocabulary))]
    write_model(folder / "model", vocabulary, size, seed)
    described = {
        "package_version": version,
        "argos_version": "1.0",
        "from_code": from_code,
        "from_name": from_code.upper(),
        "to_code": to_code,
        "to_name": to_code.upper(),
        **metadata,
    }
    (folder / "metadata.json").write_text(json.dumps(described), "utf-8")
    (folder / "README.md").write_text("Random weights: translates nothing.\n", "utf-8")
    return folder


def pack(folder: Path, archive: Path) -> Path:
    """Pack an unpacked package as Argos does: a zip archive with one top folder."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as packed:
        for path in sorted(folder.rglob("*")):
            if path.is_file():
                packed.write(path, Path(folder.name, path.relative_to(folder)).as_posix())
    return archive
