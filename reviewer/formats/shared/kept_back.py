"""Text that a reader sees in a document and that no reader of ours reads: it is told."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from reviewer.messages import Message, message

FORMULAS = message("formulas")
CHOICES = message("choices in drop-down fields")
LETTERING = message("words drawn as a shape (WordArt)")
CANVASES = message("text in drawings")
PARTS = message("parts of a master document that are files of their own")
VARIABLES = message("text variables")


def kept_back(path: str, kinds: Iterable[Message]) -> Message | None:
    """What has to be said where text of these kinds stands in the file; None for no kind."""
    said: Message | None = None
    for kind in kinds:
        said = kind if said is None else message("{one} and {other}", one=said, other=kind)
    if said is None:
        return None
    return message(
        "“{path}”: {kinds} in it are seen and not read. Compare them in the program that made it.",
        path=path,
        kinds=said,
    )


def found_in(sources: Iterable[str], marks: Mapping[Message, tuple[str, ...]]) -> list[Message]:
    """The kinds of which all marks stand in one of the sources."""
    texts = list(sources)
    return [
        kind
        for kind, needed in marks.items()
        if any(all(mark in text for mark in needed) for text in texts)
    ]
