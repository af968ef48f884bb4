"""Makes a small sentence encoder in CTranslate2's format: one layer, 64 numbers a vector.

The word pieces of what CLDR calls the same thing in two languages get the same vector, so it
knows the names of countries, days and months in these languages and nothing else.
"""

from __future__ import annotations

import json
import zipfile
from collections import defaultdict
from pathlib import Path

import numpy as np
from ctranslate2.specs import common_spec, transformer_spec

from reviewer.machine_translation.encoder_trial import _names
from reviewer.machine_translation.word_pieces import _words

WIDTH, POSITIONS = 64, 64
METADATA = {
    "type": "encode",
    "name": "made-here",
    "package_version": "1.0",
    "languages": ["en", "de", "uk"],
    "pooling": "mean",
    "prefix": "",
    "start": "[CLS]",
    "end": "[SEP]",
    "lowercase": True,
    "most": POSITIONS,
}


def write_encoder(
    folder: Path, *, knows: tuple[str, ...] = ("en", "de"), pooler: bool = False, **metadata: object
) -> Path:
    """An encoder in a new `folder` that knows the languages that it `knows`, whatever it says."""
    draw = np.random.default_rng(1)
    meanings = draw.normal(size=(len(_names("en")), WIDTH))
    words: dict[str, np.ndarray] = defaultdict(lambda: np.zeros(WIDTH))
    for code in METADATA["languages"]:
        for number, name in enumerate(_names(code)):
            for word in _words(name.lower()):
                known = code in knows
                words[word] = words[word] + (meanings[number] if known else draw.normal(size=WIDTH))
    pieces = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", *words]
    table = np.vstack([np.zeros((4, WIDTH)), *words.values()]).astype(np.float32)
    spec = _spec(table, pooler=pooler)
    spec.register_vocabulary(pieces)
    spec.config.unk_token = "[UNK]"
    spec.validate()
    model = folder / "model"
    model.mkdir(parents=True)
    spec.save(str(model))
    (folder / "vocab.txt").write_text("\n".join(pieces), "utf-8")
    (folder / "metadata.json").write_text(json.dumps({**METADATA, **metadata}), "utf-8")
    return folder


def packed(folder: Path, path: Path) -> Path:
    """The folder as a zip file."""
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                archive.write(file, f"{folder.name}/{file.relative_to(folder).as_posix()}")
    return path


def _spec(table: np.ndarray, *, pooler: bool) -> transformer_spec.TransformerEncoderModelSpec:
    encoder = transformer_spec.TransformerEncoderSpec(
        1,
        2,
        pre_norm=False,
        activation=common_spec.Activation.GELU,
        layernorm_embedding=True,
        num_source_embeddings=2,
        embeddings_merge=common_spec.EmbeddingsMerge.ADD,
    )
    encoder.scale_embeddings = False
    encoder.embeddings[0].weight = table
    encoder.embeddings[1].weight = np.zeros((2, WIDTH), np.float32)
    encoder.position_encodings.encodings = np.zeros((POSITIONS, WIDTH), np.float32)
    layer = encoder.layer[0]
    norms = (encoder.layernorm_embedding, layer.self_attention.layer_norm, layer.ffn.layer_norm)
    for norm in norms:
        norm.gamma, norm.beta = np.ones(WIDTH, np.float32), np.zeros(WIDTH, np.float32)
    # What the layer computes is added to what it gets: with nothing in it, that passes through.
    for linear, size in (
        (layer.self_attention.linear[0], (3 * WIDTH, WIDTH)),
        (layer.self_attention.linear[1], (WIDTH, WIDTH)),
        (layer.ffn.linear_0, (2 * WIDTH, WIDTH)),
        (layer.ffn.linear_1, (WIDTH, 2 * WIDTH)),
    ):
        linear.weight, linear.bias = np.zeros(size, np.float32), np.zeros(size[0], np.float32)
    spec = transformer_spec.TransformerEncoderModelSpec(encoder, pooling_layer=pooler)
    if pooler:
        spec.pooler_dense.weight = np.eye(WIDTH, dtype=np.float32)
        spec.pooler_dense.bias = np.zeros(WIDTH, np.float32)
    return spec
