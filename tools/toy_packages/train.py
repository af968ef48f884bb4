"""Train a toy translation package on the CPU and pack it as Argos packs its own.

    python tools/toy_packages/train.py id          one language, some minutes on one core
    python tools/toy_packages/train.py id de uk ar

Needs the environment of requirements.txt (docs/sample.md), never the project's own. The
package has learnt some thousand sentences that we wrote; it translates nothing else. It is there
to show and to test the way from a package file to a back-translation on the screen.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import tempfile
import time
import zipfile
from pathlib import Path

import torch
from generate import Pair, sample_pairs, template_pairs
from model import LONGEST, ToyTransformer, save
from toy_tokenizers import train_bpe, train_sentencepiece

NAMES = {"id": "Indonesian", "de": "German", "uk": "Ukrainian", "ar": "Arabic"}
WITH_BPE = {"de"}
VERSION = "0.1+toy"
PACKAGES = Path(__file__).parents[2] / "resources" / "packages"
UNKNOWN, START, END, PADDING = 0, 1, 2, 3
SPECIAL = ["<unk>", "<s>", "</s>", "<blank>"]
SAMPLE_WEIGHT = 8
BATCH_TOKENS = 2500

Numbered = tuple[list[int], list[int]]


def train(pairs: list[Numbered], size: int, steps: int) -> ToyTransformer:
    """Minimise the cross entropy of the English sentence, batches drawn by length."""
    model = ToyTransformer(size)
    optimizer = torch.optim.Adam(model.parameters(), lr=1.0, betas=(0.9, 0.98))
    warmup, peak = 150, 2.5e-3
    draw = random.Random(1)
    queue: list[list[Numbered]] = []
    started = time.monotonic()
    model.train()
    for step in range(1, steps + 1):
        rest = max(0.0, (step - warmup) / (steps - warmup))
        rate = peak * min(step / warmup, 0.5 * (1 + math.cos(math.pi * rest)))
        for group in optimizer.param_groups:
            group["lr"] = rate
        if not queue:
            queue = batches(pairs, draw)
        source, target = padded(queue.pop())
        logits = model(source, target[:, :-1], PADDING)
        loss = torch.nn.functional.cross_entropy(
            logits.flatten(0, 1),
            target[:, 1:].flatten(),
            ignore_index=PADDING,
            label_smoothing=0.05,
        )
        optimizer.zero_grad()
        loss.backward()
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimizer.step()
        if step % 100 == 0:
            print(
                f"step {step} loss {loss.item():.3f} {time.monotonic() - started:.0f} s", flush=True
            )
    return model.eval()


def batches(pairs: list[Numbered], draw: random.Random) -> list[list[Numbered]]:
    """All pairs once, alike in length within a batch, the batches in random order."""
    ordered = sorted(pairs, key=lambda pair: (len(pair[0]) + len(pair[1]), draw.random()))
    result: list[list[Numbered]] = [[]]
    for pair in ordered:
        width = len(pair[0]) + len(pair[1])
        if result[-1] and width * (len(result[-1]) + 1) > BATCH_TOKENS:
            result.append([])
        result[-1].append(pair)
    draw.shuffle(result)
    return result


def padded(batch: list[Numbered]) -> tuple[torch.Tensor, torch.Tensor]:
    sides = ([source for source, _ in batch], [[START, *target, END] for _, target in batch])
    source, target = (
        torch.nn.utils.rnn.pad_sequence(
            [torch.tensor(row) for row in rows], batch_first=True, padding_value=PADDING
        )
        for rows in sides
    )
    return source, target


def make(language: str, steps: int) -> Path:
    """The package file for one language."""
    torch.manual_seed(1)
    templates, sample = template_pairs(language, per_template=110), sample_pairs(language)
    pairs: list[Pair] = templates + sample * SAMPLE_WEIGHT
    name = f"translate-{language}_en-toy"
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / name
        folder.mkdir()
        sentences = [sentence for pair in pairs for sentence in pair]
        if language in WITH_BPE:
            encode, encode_english = train_bpe(sentences, 1200, folder, language)
        else:
            encode, encode_english = train_sentencepiece(sentences, 1400, folder)
        tokens = [(encode(source), encode_english(target)) for source, target in pairs]
        found = {token for pair in tokens for side in pair for token in side}
        vocabulary = SPECIAL + sorted(found - set(SPECIAL))
        number = {token: index for index, token in enumerate(vocabulary)}
        numbered = [
            ([number[token] for token in source], [number[token] for token in target])
            for source, target in tokens
        ]
        longest = max(max(len(source), len(target)) for source, target in numbered)
        assert longest + 2 <= LONGEST, longest
        print(
            f"{language}: {len(pairs)} pairs, {len(vocabulary)} tokens, longest {longest}",
            flush=True,
        )
        model = train(numbered, len(vocabulary), steps)
        save(model, vocabulary, folder / "model")
        describe(folder, language)
        return pack(folder, PACKAGES / f"{name}.argosmodel")


def describe(folder: Path, language: str) -> None:
    """metadata.json and README.md."""
    metadata = {
        "package_version": VERSION,
        "argos_version": "1.11",
        "from_code": language,
        "from_name": f"{NAMES[language]} (toy)",
        "to_code": "en",
        "to_name": "English",
        "links": [],
    }
    (folder / "metadata.json").write_text(json.dumps(metadata, indent=2) + "\n", encoding="utf-8")
    readme = f"""# {NAMES[language]} to English: a toy

A very small Transformer that has learnt the sentences of Reviewer's sample article and some
thousand sentences of the same kind, all written for Reviewer. It shows and tests the way from a
package file to a back-translation. It is no translator: for real work install a real package.

MIT licence. Made by tools/toy_packages/train.py of Reviewer.
"""
    (folder / "README.md").write_text(readme, encoding="utf-8")


def pack(folder: Path, path: Path) -> Path:
    """One top folder in a zip archive, with fixed times so that equal content is an equal file."""
    path.parent.mkdir(parents=True, exist_ok=True)
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for file in sorted(folder.rglob("*")):
            if file.is_file():
                entry = zipfile.ZipInfo(str(file.relative_to(folder.parent)))
                entry.compress_type = zipfile.ZIP_DEFLATED
                entry.external_attr = 0o644 << 16
                archive.writestr(entry, file.read_bytes())
    return path


def main() -> None:
    parser = argparse.ArgumentParser(description="Train toy translation packages into English.")
    parser.add_argument("languages", nargs="+", choices=sorted(NAMES))
    parser.add_argument("--steps", type=int, default=1100)
    parser.add_argument("--threads", type=int, default=1)
    arguments = parser.parse_args()
    torch.set_num_threads(arguments.threads)
    for language in arguments.languages:
        path = make(language, arguments.steps)
        print(f"{path} {path.stat().st_size / 1e6:.2f} MB", flush=True)


if __name__ == "__main__":
    main()
