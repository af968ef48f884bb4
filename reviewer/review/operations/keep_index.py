"""Keep with a review what lets it be shown before all of it is read the next time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import asdict

from reviewer.messages import Message
from reviewer.review.model.index_text import SUMMARY, KeptIndex, index_key, written
from reviewer.review.operations.runner import OperationRunner


def keep_index(runner: OperationRunner, warnings: Callable[[int], Sequence[Message]]) -> None:
    """Write the indexes of all translations, unless those that are kept are of this state, or
    nobody has asked for them. Raises StoreError."""
    states = runner.translations
    if not all(state.is_indexed() for state in states.values()):
        return
    project, source = runner.project, runner.source
    stamp = [
        project.last_operation(),
        [project.ignore_rules(source.language, state.text.language) for state in states.values()],
    ]
    kept = project.setting(SUMMARY)
    if isinstance(kept, dict) and kept.get("stamp") == stamp:
        return
    for number, state in states.items():
        texts = (segment.text for segment in state.text.ordered() if state.key_of(segment.id))
        index = KeptIndex(
            stamp,
            state.index(),
            source.edited(),
            state.text.edited(),
            warnings(number),
            runner.settled[number].many(),
            any(text and text not in state.back for text in texts),
        )
        project.write_setting(index_key(number), written(index), durable=False)
    summary = {
        "stamp": stamp,
        "counts": {
            number: list(asdict(state.index().counts()).values())
            for number, state in states.items()
        },
        "settled": {number: settled.many() for number, settled in runner.settled.items()},
    }
    project.write_setting(SUMMARY, summary, durable=False)
