"""Speed and memory of the engine with a package of the size of Argos's real ones.

Compared in one run with argostranslate's own way: one sentence at a time, beam 4. The
weights are random, so quality is no subject here.
"""

from __future__ import annotations

import importlib.util
import logging
import sys
import time
import types
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from reviewer.machine_translation.degenerate import is_reliable
from reviewer.machine_translation.engine import BEAM
from reviewer.machine_translation.engine_junk import tidy
from reviewer.machine_translation.process import WorkerProcess

pytestmark = [pytest.mark.benchmark, pytest.mark.timeout(900)]

ROUNDS = 3
SENTENCES = 60
"""Of an article; their pieces are as many as those of news sentences (38 each)."""


def _builder() -> types.ModuleType:
    place = Path(__file__).parents[1] / "machine_translation" / "random_packages.py"
    spec = importlib.util.spec_from_file_location("random_packages", place)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules["random_packages"] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def article() -> list[str]:
    return _builder().made_up_sentences(SENTENCES, seed=9)


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """6+6 layers, 512 wide, 32,000 pieces: 92 MB."""
    builder = _builder()
    return builder.write_package_folder(
        tmp_path_factory.mktemp("real") / "translate-id_en",
        "id",
        "en",
        size=builder.REAL,
        training=builder.made_up_sentences(20_000),
    )


@pytest.fixture
def argos_translate(monkeypatch: pytest.MonkeyPatch) -> types.ModuleType:
    """argostranslate.translate, its sentence splitters being empty stand-ins."""
    from reviewer.machine_translation.argos import argos_package

    argos_package()
    for name in ("stanza", "minisbd", "spacy"):
        monkeypatch.setitem(sys.modules, name, types.ModuleType(name))
    sys.modules["minisbd"].SBDetect = sys.modules["minisbd"].models = types.SimpleNamespace()
    import argostranslate.translate

    logging.getLogger("argostranslate").setLevel(logging.WARNING)  # it logs every token
    return argostranslate.translate


def _argos_way(module: types.ModuleType, folder: Path) -> tuple[float, Callable[[str], str]]:
    """Seconds to load, and its translating of one sentence."""
    import ctranslate2
    from argostranslate import settings

    class AsItIs:
        def split_sentences(self, text: str) -> list[str]:
            return [text]

    package = module.package.Package(folder)
    began = time.perf_counter()
    translator = ctranslate2.Translator(
        str(folder / "model"),
        device=settings.device,
        inter_threads=settings.inter_threads,
        intra_threads=settings.intra_threads,
        compute_type=settings.compute_type,
    )
    package.tokenizer.encode("load")

    def translate(sentence: str) -> str:
        found: Any = module.apply_packaged_translation(package, sentence, translator, AsItIs(), 1)
        return str(found[0].value)

    return time.perf_counter() - began, translate


def _worker_way(
    worker: WorkerProcess, folder: Path, sentences: list[str], beam: int
) -> tuple[float, list[str]]:
    found: dict[int, str] = {}
    began = time.perf_counter()
    worker.translate(folder, sentences, on_results=found.update, beam=beam)
    return time.perf_counter() - began, [found[index] for index in range(len(sentences))]


def _peak_megabytes(pid: int) -> float:
    status = Path(f"/proc/{pid}/status").read_text()
    line = next(line for line in status.splitlines() if line.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


def test_speed_and_memory_against_argostranslate(
    package: Path, article: list[str], argos_translate: types.ModuleType
) -> None:
    loading, translate = _argos_way(argos_translate, package)
    print(f"\nloading in argostranslate's own way: {loading:.2f} s")
    theirs: list[str] = []
    baseline, ours = 0.0, dict.fromkeys((4, 2, 1), 0.0)
    outputs: dict[int, list[str]] = {}
    with WorkerProcess() as worker:
        began = time.perf_counter()
        worker.open(package)
        print(f"starting the worker and loading: {time.perf_counter() - began:.2f} s")
        # In turns, so that whatever else runs on the machine weighs on both alike.
        for start in range(0, SENTENCES, SENTENCES // ROUNDS):
            began = time.perf_counter()
            theirs += [translate(text) for text in article[start : start + SENTENCES // ROUNDS]]
            baseline += time.perf_counter() - began
            for beam in ours:
                seconds, outputs[beam] = _worker_way(worker, package, article, beam)
                ours[beam] += seconds / ROUNDS
        assert worker.pid
        peak = _peak_megabytes(worker.pid)
    print(f"argostranslate's own way, {SENTENCES} sentences, beam 4: {baseline:.2f} s")
    for beam, seconds in ours.items():
        pairs = zip(outputs[beam], theirs, strict=True)
        same = sum(tidy(a) == tidy(b) for a, b in pairs) / SENTENCES
        product = " (the product's setting)" if beam == BEAM else ""
        times = baseline / seconds
        print(f"beam {beam}: {seconds:.2f} s, {times:.1f} times as fast, same {same:.1%}{product}")
    print(f"peak memory of the worker: {peak:.0f} MB")
    # Ratios are held by eye: on a busy machine they say nothing (docs/measurements/).
    assert peak < 700


def test_identical_output_at_the_same_beam(
    package: Path, argos_translate: types.ModuleType
) -> None:
    sentences = _builder().made_up_sentences(200, seed=3, mean_words=6)
    _, translate = _argos_way(argos_translate, package)
    theirs = [translate(sentence) for sentence in sentences]
    with WorkerProcess() as worker:
        _, ours = _worker_way(worker, package, sentences, 4)
    same = sum(tidy(a) == tidy(b) for a, b in zip(ours, theirs, strict=True))
    print(f"\nidentical to argostranslate at beam 4: {same} of {len(sentences)}")
    assert same >= 0.99 * len(sentences)


def test_real_engines_output_is_hardly_ever_thrown_out(shared: Path) -> None:
    """Share of the recorded back-translations that count as degenerate."""
    folder = shared / "bench" / "flores-dev"
    for back in sorted(folder.glob("*.back.*.en")):
        language = back.name.split(".")[0]
        sources = (folder / f"{language}.txt").read_text("utf-8").splitlines()
        outputs = back.read_text("utf-8").splitlines()
        bad = [(s, o) for s, o in zip(sources, outputs, strict=True) if not is_reliable(s, o)]
        print(f"{back.name}: {len(bad)} of {len(outputs)} unreliable")
        for source, output in bad:
            print("   ", source[:90], "=>", output[:150])
        assert len(bad) <= 0.02 * len(outputs)
