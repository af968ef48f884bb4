"""The texts that a command names, and what helps to compare them."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from contextlib import AbstractContextManager, closing, contextmanager, nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from reviewer.domain import Document, ReviewerError, message

if TYPE_CHECKING:
    from reviewer.machine_translation.translator import Translator


def documents(options: argparse.Namespace) -> tuple[Document, list[Document]]:
    """The source and its translations, each in the language that is said for it."""
    from reviewer import formats

    if options.translations:
        read = [formats.read(path) for path in (options.source, *options.translations)]
    else:
        both = formats.read_bilingual(options.source)
        read = [both.source, *both.translations]
    said = [options.source_language, *options.language]
    if len(said) > len(read):
        raise ReviewerError(message("There are more --language options than translations."))
    said += [""] * (len(read) - len(said))
    source, *translations = map(_in_language, read, said)
    return source, translations


def _in_language(document: Document, language: str) -> Document:
    from reviewer.text.languages import known

    if language and not known(language):
        raise ReviewerError(
            message(
                "“{language}” is not a language code such as en, de or pt-BR.", language=language
            )
        )
    return replace(document, language=language) if language else document


def prepared(translator: Translator) -> AbstractContextManager[None]:
    """Without any package it is the sentence encoder that tells what belongs together."""
    from reviewer.machine_translation.encoders import BUNDLED

    return nullcontext() if translator.packages else BUNDLED.loading_beside()


@contextmanager
def translating() -> Iterator[Translator]:
    """What translates back, with this user's memory of what it has translated."""
    from reviewer.machine_translation.translator import Translator
    from reviewer.store.translation_cache import TranslationFile

    with closing(TranslationFile.of_this_user()) as cache, closing(Translator([cache])) as made:
        yield made
