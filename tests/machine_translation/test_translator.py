"""Translating: parallel lists, caches, pivots, cancelling, and engines that die."""

from __future__ import annotations

import shutil
import sys
import time
from collections.abc import Iterator

import pytest

from reviewer.machine_translation.cache import MemoryCache
from reviewer.machine_translation.engine import BATCH_TOKENS, Engine, plan
from reviewer.machine_translation.errors import Cancelled, PackageError
from reviewer.machine_translation.packages import installed_packages
from reviewer.machine_translation.process import WorkerProcess
from reviewer.machine_translation.sample import sample_packages
from reviewer.machine_translation.translator import Translator


@pytest.fixture(scope="module")
def worker() -> Iterator[WorkerProcess]:
    with WorkerProcess() as process:
        yield process


@pytest.fixture
def packages(unpacked, tmp_path):
    return installed_packages(tmp_path, [unpacked])


@pytest.fixture
def translator(packages, worker) -> Translator:
    return Translator(packages=packages, worker=worker)


@pytest.fixture(scope="session")
def sentences(builder) -> list[str]:
    return builder.made_up_sentences(30, mean_words=6)


def test_list_is_parallel_to_the_texts(translator, sentences):
    translated = translator.translate(sentences, "id", "en")
    assert len(translated) == len(sentences)
    assert all(t.package == "translate-id_en" and t.version == "1.0" for t in translated)
    assert all(t.text for t in translated)


def test_batches_give_what_single_sentences_give(unpacked, sentences):
    engine = Engine()
    folder = unpacked / "translate-id_en"
    together = dict(pair for part in engine.translate(folder, sentences) for pair in part)
    alone = [next(engine.translate(folder, [text]))[0][1] for text in sentences]
    same = sum(together[index] == text for index, text in enumerate(alone))
    assert same >= len(sentences) - 1  # sums in another order may tip one choice


def test_figures_and_empty_texts_need_no_engine(translator):
    texts = ["", "  ", "45 %", "***"]
    assert [t.text for t in translator.translate(texts, "id", "en")] == texts


def test_pivot_goes_through_both_packages(translator, sentences):
    translated = translator.translate(sentences[:3], "uk", "de")
    assert {t.package for t in translated} == {"translate-uk_en+translate-en_de"}


def test_without_a_route_nothing_is_made_up(translator):
    assert translator.route("vi", "en") is None
    assert translator.evidence("vi", "en") is None
    (nothing,) = translator.translate(["Xin chào"], "vi", "en")
    assert (nothing.text, nothing.reliable) == ("", False)


def test_nothing_is_translated_twice(translator, packages, sentences):
    caches = [MemoryCache(), MemoryCache()]
    first = Translator(caches, packages=packages, worker=translator._worker)
    once = first.translate(sentences, "id", "en")
    no_engine = WorkerProcess(["/nonexistent"])
    for known in (caches, [MemoryCache(), caches[1]]):
        again = Translator(known, packages=packages, worker=no_engine)
        assert again.translate(sentences, "id", "en") == once
        assert not again.problems


def test_new_version_of_a_package_is_not_answered_from_the_cache(builder, tmp_path, worker):
    cache = MemoryCache()
    for version in ("1.0", "1.1"):
        folder = tmp_path / version
        builder.write_package_folder(folder / "p", "id", "en", version=version)
        translator = Translator([cache], packages=installed_packages(folder, []), worker=worker)
        assert translator.translate(["bada"], "id", "en")[0].version == version
    assert cache.get_many(["bada"], "translate-id_en", "1.0")
    assert not cache.get_many(["bada"], "translate-id_en", "1.2")


def test_results_and_progress_come_as_they_are_made(translator, sentences):
    seen: dict[int, str] = {}
    steps: list[tuple[int, int]] = []
    translated = translator.translate(
        sentences,
        "id",
        "en",
        first=[29, 28],
        on_result=lambda index, result: seen.setdefault(index, result.text),
        progress=lambda *step: steps.append(step),
    )
    assert seen == {index: result.text for index, result in enumerate(translated)}
    assert set(list(seen)[:2]) == {28, 29}
    assert steps == sorted(steps)
    assert steps[-1] == (30, 30)


def test_cancelling_keeps_what_is_done_and_the_engine(translator, sentences):
    seen: list[int] = []
    with pytest.raises(Cancelled):
        translator.translate(
            [f"{text} {n}" for n in range(20) for text in sentences],
            "id",
            "en",
            on_result=lambda index, result: seen.append(index),
            cancelled=lambda: bool(seen),
        )
    assert 0 < len(seen) < 600
    assert translator.translate(sentences[:1], "id", "en")[0].text


def test_callers_own_exception_stops_the_job(translator, sentences):
    def fail(done: int, total: int) -> None:
        raise KeyError

    with pytest.raises(KeyError):
        translator.translate([f"{text} x" for text in sentences], "id", "en", progress=fail)
    assert translator.translate(sentences[:1], "id", "en")[0].text


DYING = "import sys, os; sys.stdin.readline(); os.kill(os.getpid(), 11)"
SILENT = "import time; time.sleep(60)"


def test_crash_of_the_engine_is_a_sentence_in_problems(packages, sentences):
    translator = Translator(packages=packages, worker=WorkerProcess([sys.executable, "-c", DYING]))
    translated = translator.translate(sentences, "id", "en")
    assert not any(t.reliable or t.text for t in translated)
    (problem,) = translator.problems
    assert "id → en" in problem
    assert "SIGSEGV" in problem or sys.platform == "win32"


def test_killed_engine_starts_again_by_itself(translator, sentences):
    translator.translate(["bada"], "id", "en")
    before = translator._worker.pid
    translator._worker._process.kill()
    assert translator.translate(sentences[3:5], "uk", "en")[0].text
    assert translator._worker.pid not in (None, before)
    assert not translator.problems


def test_silent_engine_is_ended_when_cancelled(packages):
    worker = WorkerProcess([sys.executable, "-c", SILENT])
    translator = Translator(packages=packages, worker=worker)
    asked = time.monotonic()
    with pytest.raises(Cancelled):
        translator.translate(["bada"], "id", "en", cancelled=lambda: time.monotonic() > asked + 0.1)
    assert worker.pid is None


def test_close_gives_the_process_back(packages):
    translator = Translator(packages=packages)
    translator.translate(["bada"], "id", "en")
    assert translator._worker.pid
    translator.close()
    assert translator._worker.pid is None


@pytest.mark.parametrize("damage", ["empty", "short", "noise", "newer", "vocabulary", "tokenizer"])
def test_damaged_package_is_a_problem_of_its_own_pair_only(
    unpacked, tmp_path, worker, sentences, damage
):
    for pair in ("id_en", "uk_en"):
        shutil.copytree(unpacked / f"translate-{pair}", tmp_path / f"translate-{pair}")
    folder = tmp_path / "translate-id_en"
    model = folder / "model" / "model.bin"
    data = model.read_bytes()
    if damage == "empty":
        model.write_bytes(b"\0" * 64)
    elif damage == "short":
        model.write_bytes(data[: len(data) // 2])
    elif damage == "noise":
        model.write_bytes(bytes(255 - byte for byte in data[:5000]) + data[5000:])
    elif damage == "newer":
        model.write_bytes(b"\x63" + data[1:])  # the format's version comes first
    elif damage == "vocabulary":
        next((folder / "model").glob("*vocabulary*")).unlink()
    else:
        (folder / "sentencepiece.model").write_bytes(b"no model")
    translator = Translator(packages=installed_packages(tmp_path, []), worker=worker)
    assert not translator.translate(sentences[:2], "id", "en")[0].reliable
    (problem,) = translator.problems
    assert "newer" in problem or damage != "newer"
    assert translator.translate(sentences[:2], "uk", "en")[0].text


def test_target_prefix_is_given_and_taken_off(builder, tmp_path, worker):
    vocabulary_piece = "▁"
    builder.write_package_folder(
        tmp_path / "translate-id_en", "id", "en", target_prefix=vocabulary_piece
    )
    translator = Translator(packages=installed_packages(tmp_path, []), worker=worker)
    (translated,) = translator.translate(["bada duda"], "id", "en")
    assert translated.text
    assert not translator.problems


def test_models_beyond_the_bound_leave_memory(unpacked, tmp_path):
    shutil.copytree(unpacked, tmp_path, dirs_exist_ok=True)
    size = (tmp_path / "translate-id_en" / "model" / "model.bin").stat().st_size
    engine = Engine(most_loaded=int(size * 2.2))
    folders = [tmp_path / f"translate-{pair}" for pair in ("id_en", "uk_en", "en_de")]
    for folder in folders:
        engine.open(folder)
        shutil.rmtree(folder / "model")
    assert list(engine.translate(folders[-1], ["bada duda"]))
    with pytest.raises(PackageError):
        engine.open(folders[0])


def test_plan_covers_every_sentence_once_within_the_bound():
    lengths = [(7 * n) % 50 + 1 for n in range(200)] + [900, 0]
    batches = plan(lengths, first=[150, 151], threads=2)
    assert sorted(index for batch in batches for index in batch) == list(range(201))
    assert {150, 151} == set(batches[0]) | set(batches[1])
    for batch in batches:
        longest = max(lengths[index] for index in batch)
        assert len(batch) == 1 or longest * len(batch) <= BATCH_TOKENS


def test_little_work_is_shared_by_all_cores():
    assert len(plan([10] * 8, (), threads=4)) == 4


def test_toy_packages_have_a_folder_of_their_own(builder, tmp_path, worker):
    for pair in ("id_en", "ar_en"):
        toy = tmp_path / "made" / f"translate-{pair}-toy"
        builder.write_package_folder(toy, *pair.split("_"), version="0.1+toy")
        builder.pack(toy, tmp_path / f"{pair}.argosmodel")
    (tmp_path / "broken.argosmodel").write_bytes(b"no package")
    files = sorted(tmp_path.glob("*.argosmodel"))
    toys = sample_packages(files, tmp_path / "toys")
    assert sample_packages(files, tmp_path / "toys") == toys
    translator = Translator(packages=toys, worker=worker)
    assert translator.evidence("ar", "en") == "argos translate-ar_en 0.1+toy"
    assert Translator(worker=worker).route("ar", "en") is None


def test_replaced_package_is_used_after_refresh(builder, tmp_path, worker, monkeypatch):
    monkeypatch.setenv("REVIEWER_DATA", str(tmp_path))
    folder = tmp_path / "packages" / "translate-id_en"
    builder.write_package_folder(folder, "id", "en", version="1.0")
    translator = Translator(worker=worker)
    (before,) = translator.translate(["bada duda fefe"], "id", "en")
    shutil.rmtree(folder)
    builder.write_package_folder(folder, "id", "en", version="1.1", seed=7)
    translator.refresh()
    (after,) = translator.translate(["bada duda fefe"], "id", "en")
    assert (before.version, after.version) == ("1.0", "1.1")
    assert before.text != after.text
