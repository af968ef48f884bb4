"""A very small Transformer and its way into CTranslate2's format."""

from __future__ import annotations

import math
from pathlib import Path

import ctranslate2
import torch
from ctranslate2.specs import TransformerSpec
from torch import nn

WIDTH, HEADS, LAYERS, INNER, LONGEST = 128, 4, 2, 512, 160


class ToyTransformer(nn.Module):
    """Pre-norm, ReLU, one table for both embeddings and the output; sinusoidal positions."""

    def __init__(self, size: int) -> None:
        super().__init__()
        self.embedding = nn.Embedding(size, WIDTH)
        nn.init.normal_(self.embedding.weight, std=WIDTH**-0.5)
        self.register_buffer("positions", sinusoids())
        layer = {"dim_feedforward": INNER, "dropout": 0.1, "batch_first": True, "norm_first": True}
        self.encoder = nn.TransformerEncoder(
            nn.TransformerEncoderLayer(WIDTH, HEADS, **layer),
            LAYERS,
            nn.LayerNorm(WIDTH),
            enable_nested_tensor=False,
        )
        self.decoder = nn.TransformerDecoder(
            nn.TransformerDecoderLayer(WIDTH, HEADS, **layer), LAYERS, nn.LayerNorm(WIDTH)
        )
        self.bias = nn.Parameter(torch.zeros(size))

    def embed(self, tokens: torch.Tensor) -> torch.Tensor:
        return self.embedding(tokens) * math.sqrt(WIDTH) + self.positions[: tokens.shape[1]]

    def forward(self, source: torch.Tensor, target: torch.Tensor, padding: int) -> torch.Tensor:
        """Logits (sentence, position, vocabulary) of the token after each of `target`."""
        hidden = source == padding
        memory = self.encoder(self.embed(source), src_key_padding_mask=hidden)
        length = target.shape[1]
        future = torch.ones(length, length, dtype=torch.bool).triu(1)
        output = self.decoder(
            self.embed(target), memory, tgt_mask=future, memory_key_padding_mask=hidden
        )
        return output @ self.embedding.weight.T + self.bias


def sinusoids() -> torch.Tensor:
    """Sines, then cosines, of positions counted from 1: what CTranslate2 computes by itself."""
    steps = torch.exp(torch.arange(WIDTH // 2) * (-math.log(10_000) / (WIDTH // 2 - 1)))
    angles = torch.arange(1, LONGEST + 1)[:, None] * steps[None, :]
    return torch.cat([angles.sin(), angles.cos()], dim=1)


def save(model: ToyTransformer, vocabulary: list[str], folder: Path) -> None:
    """Write model.bin (8-bit), config.json and shared_vocabulary.json."""
    spec = TransformerSpec.from_config(LAYERS, HEADS, pre_norm=True)
    table = array(model.embedding.weight)
    spec.encoder.embeddings[0].weight = table
    spec.decoder.embeddings.weight = table
    spec.decoder.projection.weight = table
    spec.decoder.projection.bias = array(model.bias)
    normal(spec.encoder.layer_norm, model.encoder.norm)
    normal(spec.decoder.layer_norm, model.decoder.norm)
    for target, layer in zip(spec.encoder.layer, model.encoder.layers, strict=True):
        attention(target.self_attention, layer.self_attn, layer.norm1, crossed=False)
        feed_forward(target.ffn, layer, layer.norm2)
    for target, layer in zip(spec.decoder.layer, model.decoder.layers, strict=True):
        attention(target.self_attention, layer.self_attn, layer.norm1, crossed=False)
        attention(target.attention, layer.multihead_attn, layer.norm2, crossed=True)
        feed_forward(target.ffn, layer, layer.norm3)
    spec.config.decoder_start_token = "<s>"
    spec.register_source_vocabulary(vocabulary)
    spec.register_target_vocabulary(vocabulary)
    folder.mkdir()
    spec.validate()
    spec.optimize(quantization="int8")
    spec.save(str(folder))
    ctranslate2.Translator(str(folder), device="cpu")


def array(tensor: torch.Tensor):
    return tensor.detach().contiguous().numpy().copy()


def normal(spec, layer: nn.LayerNorm) -> None:
    spec.gamma, spec.beta = array(layer.weight), array(layer.bias)


def linear(spec, weight: torch.Tensor, bias: torch.Tensor) -> None:
    spec.weight, spec.bias = array(weight), array(bias)


def attention(spec, layer: nn.MultiheadAttention, norm: nn.LayerNorm, *, crossed: bool) -> None:
    """Self-attention keeps query, key and value in one matrix; the other has the query apart."""
    normal(spec.layer_norm, norm)
    cuts = [slice(None, WIDTH), slice(WIDTH, None)] if crossed else [slice(None)]
    for target, cut in zip(spec.linear, cuts, strict=False):
        linear(target, layer.in_proj_weight[cut], layer.in_proj_bias[cut])
    linear(spec.linear[-1], layer.out_proj.weight, layer.out_proj.bias)


def feed_forward(spec, layer: nn.Module, norm: nn.LayerNorm) -> None:
    normal(spec.layer_norm, norm)
    linear(spec.linear_0, layer.linear1.weight, layer.linear1.bias)
    linear(spec.linear_1, layer.linear2.weight, layer.linear2.bias)
