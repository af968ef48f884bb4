"""What is kept of real pages, against the parts that people marked as article or as none.

    .venv/bin/python -m tests.benchmarks.web_pages FOLDER [--every N] [--peers PYTHON] [--worst N]
        [--kinds]

FOLDER is the `tests` folder of the trafilatura project (its `evaldata.json`, with the pages in
`cache` and `eval`), fetched by hand. A part counts as kept when it stands, white space aside,
in the text of the segments that are no furniture; each page is read alone, so that no
translation speaks. `--peers` names the interpreter of an environment that has trafilatura,
readability-lxml and lingua-language-detector, which are then asked in the same run; they are
no part of the project. `--kinds` counts the parts that are no article by what the page calls
the elements around them, and how many of each kind are kept. lingua tells the language of
trafilatura's text; where it is not ours, both are printed, for a person to say which is right.
"""

from __future__ import annotations

import argparse
import json
import re
import subprocess
import sys
import time
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field
from multiprocessing import Pool
from pathlib import Path
from statistics import median
from typing import Any

_PEERS = """
import json, sys, time
from lxml import html
from readability import Document
from trafilatura import extract
from trafilatura.utils import decode_file

try:
    from lingua import LanguageDetectorBuilder
    detector = LanguageDetectorBuilder.from_all_languages().build()
except ImportError:
    detector = None

def readability(data):
    return html.fromstring(Document(decode_file(data)).summary()).text_content()

def trafilatura(data):
    return extract(data, include_comments=False, include_tables=True) or ""

for line in sys.stdin:
    data = open(line.strip(), "rb").read()
    answer = {}
    said = None
    for reader in (trafilatura, readability):
        started = time.process_time()
        try:
            text = reader(data)
        except Exception:
            text = ""
        answer[reader.__name__] = [text, time.process_time() - started]
        if detector and reader is trafilatura and len(text) > 100:
            found = detector.detect_language_of(text[:5000])
            said = found.iso_code_639_1.name.lower() if found else None
    answer["language"] = said
    print(json.dumps(answer), flush=True)
"""


@dataclass
class Score:
    """Counts over pages; `lost` are the pages of which no part of the article was kept."""

    kept: int = 0
    missed: int = 0
    wrongly: int = 0
    lost: list[str] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)

    def add(self, name: str, page: dict[str, list[str]], text: str, seconds: float) -> None:
        """Count one page of which `text` was kept."""
        shown = normal(text)
        kept = sum(normal(part) in shown for part in page["with"])
        self.kept += kept
        self.missed += len(page["with"]) - kept
        self.wrongly += sum(normal(part) in shown for part in page["without"])
        self.seconds.append(seconds)
        if not kept:
            self.lost.append(name)

    def __str__(self) -> str:
        precision = self.kept / max(self.kept + self.wrongly, 1)
        recall = self.kept / max(self.kept + self.missed, 1)
        return (
            f"precision {precision:.3f}  recall {recall:.3f}  lost whole {len(self.lost)} "
            f"of {len(self.seconds)}  median {1000 * median(self.seconds):.0f} ms  "
            f"longest {max(self.seconds):.1f} s"
        )


def normal(text: str) -> str:
    """`text` composed, with single spaces, and without the characters that nobody sees."""
    text = unicodedata.normalize("NFC", re.sub("[\u00ad\u200b\u2060\ufeff]", "", text))
    return re.sub(r"\s+", " ", text).strip()


def pages(folder: Path, every: int) -> Iterator[tuple[str, Path, dict[str, list[str]]]]:
    """Each page's name, file and marked parts."""
    marked = json.loads((folder / "evaldata.json").read_text("utf-8"))
    for address in sorted(marked)[::every]:
        name = marked[address]["file"]
        found = [path for place in ("cache", "eval") if (path := folder / place / name).is_file()]
        if found:
            yield name, found[0], marked[address]


def kinds_of(path: Path, parts: list[str]) -> dict[str, str]:
    """For each of the parts what the page calls the element that it stands in, or its role."""
    from reviewer.formats.html.evidence import headline
    from reviewer.formats.html.features import Evidence
    from reviewer.formats.html.page import _decoded
    from reviewer.formats.html.walk import Walk

    found = Walk(_decoded(path.read_bytes(), "", path.name).text, keep_mappings=False).found
    seen = Evidence(found, headline(found))
    texts = [normal(each.block.text) for each in found]
    kinds = {}
    for part in parts:
        index = next((n for n, text in enumerate(texts) if normal(part) in text), None)
        if index is None:
            kinds[part] = "over several blocks"
            continue
        names = {name.split()[0] for name, _ in seen.of(index) if name.endswith((" in", " out"))}
        marks = [node.mark for node in found[index].node.up() if node.mark == "dialog"]
        order = ("dialog", "talk", "share", "ask", "sell", "more", "who", "what", "go", "when")
        order += ("side", "footer", "aside")
        kind = next((each for each in order if each in names or each in marks), "")
        kinds[part] = kind or found[index].block.role
    return kinds


def ours(path: Path) -> tuple[str, str, str, float]:
    """The text kept, that of all blocks, the language, and the processor time that it took."""
    from reviewer import formats
    from reviewer.domain import ReviewerError
    from reviewer.text.furniture import mark_furniture
    from reviewer.text.languages import base, detect
    from reviewer.text.segments import segments

    started = time.process_time()
    try:
        document = formats.read(path)
    except ReviewerError as error:
        print(path.name, error, file=sys.stderr)
        return "", "", "", time.process_time() - started
    marked = mark_furniture([document], [segments(document, "s")])[0]
    used = time.process_time() - started
    kept = [segment.text for segment in marked if segment.kind != "furniture"]
    language = base(document.language) or detect("\n".join(kept))[0]
    return " ".join(kept), " ".join(block.text for block in document.blocks), language, used


def main() -> None:
    """Print the scores."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("folder", type=Path)
    options.add_argument("--every", type=int, default=1)
    options.add_argument("--peers")
    options.add_argument("--worst", type=int, default=0)
    options.add_argument("--kinds", action="store_true")
    chosen = options.parse_args()
    known = list(pages(chosen.folder, chosen.every))
    score, unread, languages = Score(), [], []
    table: dict[str, list[int]] = {}
    with Pool(2) as pool:
        read = pool.imap(ours, [path for _, path, _ in known], 8)
        for (name, path, parts), (kept, whole, language, seconds) in zip(known, read, strict=True):
            score.add(name, parts, kept, seconds)
            languages.append(language)
            in_blocks = normal(whole)
            if not any(normal(part) in in_blocks for part in parts["with"]):
                unread.append(name)
            if chosen.kinds and parts["without"]:
                for part, kind in kinds_of(path, parts["without"]).items():
                    row = table.setdefault(kind, [0, 0])
                    row[0] += normal(part) in normal(kept)
                    row[1] += 1
            if chosen.worst and (
                chosen.worst > 1 or not any(normal(part) in normal(kept) for part in parts["with"])
            ):
                gone = [part for part in parts["with"] if normal(part) not in normal(kept)]
                extra = [part for part in parts["without"] if normal(part) in normal(kept)]
                print(name, "MISSED", gone, "EXTRA", extra)
    print("ours        ", score)
    print("lost whole:", *score.lost)
    print("in no block at all:", len(unread), *unread)
    if chosen.kinds:
        for kind, (false, all_of) in sorted(table.items(), key=lambda row: -row[1][0]):
            print(f"  {kind:20} {false:4} of {all_of}")
    if not chosen.peers:
        return
    answers = peers(chosen.peers, [path for _, path, _ in known])
    for reader in ("trafilatura", "readability"):
        theirs = Score()
        for (name, _, parts), answer in zip(known, answers, strict=True):
            theirs.add(name, parts, *answer[reader])
        print(f"{reader:12}", theirs)
    said = [answer["language"] for answer in answers]
    alike = sum(not their or same(own, their) for own, their in zip(languages, said, strict=True))
    print(f"language: as lingua has it, {alike} of {len(said)}")
    for (name, _, _), own, their in zip(known, languages, said, strict=True):
        if their and not same(own, their):
            print(f"  {name}: ours {own}, lingua {their}")


def same(one: str, other: str) -> bool:
    """Whether two codes mean one written language."""
    alike = ({"id", "ms"}, {"nb", "no", "nn", "da"}, {"hr", "bs", "sr"})
    return one == other or any({one, other} <= group for group in alike)


def peers(python: str, paths: list[Path]) -> list[dict[str, Any]]:
    """What the other readers make of each page: text and seconds by reader, and its language."""
    given = "\n".join(map(str, paths))
    made = subprocess.run([python, "-c", _PEERS], input=given, capture_output=True, text=True)
    return [json.loads(line) for line in made.stdout.splitlines()]


if __name__ == "__main__":
    main()
