"""Everything that is read of some eight thousand sentences in forty languages, word for word.

The other tables ask whether a value is right; this one shows what a change of the grammar changes:
spans, units, what is vague or in words, the days of the week, the words for spans of time. The
sentences are those of the pairs of the number check and the examples beside this file;
`readings.tsv` names them by a sum over their letters. One that is not in it yet is not compared.
After a change on purpose look at the difference that this makes:
python -m tests.text.quantities.test_readings
"""

from __future__ import annotations

import json
from collections import defaultdict
from dataclasses import fields
from hashlib import blake2b
from pathlib import Path

import pytest

from reviewer.text.quantities.items import Item
from reviewer.text.quantities.read_texts import read_text

HERE = Path(__file__).parent
TABLE = HERE / "readings.tsv"
PAIRS = HERE.parents[1] / "checks/numbers/pairs.tsv"
LEFT_OUT = {"start", "end", "kind", "values", "unit", "raw"}
"""Fields that are written without their names, or that the text itself says."""


def sentences() -> dict[str, list[str]]:
    """Every sentence once, by its language."""
    found: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in PAIRS.read_text("utf-8").splitlines():
        _, source_language, target_language, source, target = line.split("\t")
        found[source_language][source] = found[target_language][target] = None
    for path in sorted((HERE / "examples").glob("*.jsonl")):
        for line in path.read_text("utf-8").splitlines():
            found[path.stem][json.loads(line)["text"]] = None
    return {language: list(texts) for language, texts in sorted(found.items())}


def key(text: str) -> str:
    return blake2b(text.encode(), digest_size=4).hexdigest()


def reading(text: str, language: str) -> str:
    """What is read of a text, in one line."""
    read = read_text(text, language)
    told = [written(item, text) for item in read.items]
    for name in ("weekdays", "periods", "spans"):
        told += [f"{name}: {text[start:end]!r} {what}" for start, end, what in getattr(read, name)]
    return "; ".join(told + ["before the era"] * read.before_era)


def written(item: Item, text: str) -> str:
    words = [repr(text[item.start : item.end]), item.kind, "|".join(map(str, item.values))]
    words.append(item.unit)
    for field in fields(item):
        value = getattr(item, field.name)
        if field.name == "parts":
            words += [f"({written(part, text)})" for part in value]
        elif field.name == "tags":
            words += [f"#{tag}" for tag in sorted(value)]
        elif field.name not in LEFT_OUT and value != field.default:
            words.append(field.name if value is True else f"{field.name}={value}")
    return " ".join(filter(None, words))


ALL = sentences()
KNOWN = dict(line.rsplit("\t", 1) for line in TABLE.read_text("utf-8").splitlines())


@pytest.mark.parametrize("language", ALL)
def test_what_is_read_is_what_was_read(language: str) -> None:
    changed = []
    for text in ALL[language]:
        now = reading(text, language)
        before = KNOWN.get(f"{language}\t{key(text)}", now)
        if now != before:
            changed.append((text, before, now))
    assert not changed, "if meant: python -m tests.text.quantities.test_readings"


if __name__ == "__main__":
    lines = [f"{lang}\t{key(one)}\t{reading(one, lang)}\n" for lang in ALL for one in ALL[lang]]
    TABLE.write_text("".join(lines), "utf-8")
