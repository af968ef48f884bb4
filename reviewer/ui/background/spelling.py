"""Spelling beside the window: words are asked for, and the answers come a moment later."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from reviewer.domain import ReviewerError
from reviewer.processes import Cancelled, Processes
from reviewer.spelling.dictionaries import Dictionary, dictionary_for, own_folder
from reviewer.spelling.own_words import OwnWords
from reviewer.spelling.speller import LIBRARY, is_installed, look_up
from reviewer.text.languages import base
from reviewer.ui.background.job_slot import JobSlot
from reviewer.ui.background.jobs import Progress
from reviewer.wording import language_name, tr

Listed = TypeVar("Listed")
_Answers = dict[str, Sequence[str] | None]


class Spelling(QObject):
    """Asks Hunspell in a process of its own, which is started when something is edited for the
    first time and ended with the review.

    `answered` says that more is known of some words.
    """

    answered = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.jobs = JobSlot(self)
        self._processes: Processes | None = None
        self._dictionaries: dict[str, Dictionary | None] = {}
        self._own: dict[str, OwnWords] = {}
        self._answers: dict[str, _Answers] = {}
        self._waiting: dict[str, dict[str, None]] = {}

    def why_not(self, language: str) -> str:
        """What is missing for the spelling of a language, and what to do; "" for nothing."""
        if not is_installed():
            return tr(
                'Spelling needs {library}. Install it with: pip install "reviewer[spelling]"',
                library=LIBRARY,
            )
        if self._dictionary(language) is None:
            return tr(
                "This computer has no spelling dictionary for {language}. Install the one of your "
                "system (hunspell-{code}), of LibreOffice or of Firefox, or put {code}.dic and "
                "{code}.aff into {folder}.",
                language=language_name(language),
                code=language.replace("-", "_").split("_")[0],
                folder=own_folder(),
            )
        return ""

    def misspelt(self, language: str, words: Collection[str]) -> Mapping[str, Sequence[str]]:
        """Those of the words that are known to be wrong, each with what may have been meant; the
        others are asked for, and `answered` follows."""
        if not is_installed() or self._dictionary(language) is None:
            return {}
        answers, own = self._answers.setdefault(language, {}), self._own_words(language)
        new = [word for word in words if word not in answers and not own.knows(word)]
        if new:
            self._waiting.setdefault(language, {}).update(dict.fromkeys(new))
            self._ask()
        return {
            word: meant
            for word in words
            if (meant := answers.get(word)) is not None and not own.knows(word)
        }

    def look_up(
        self,
        language: str,
        words: Callable[[], Sequence[str]],
        made: Callable[[frozenset[str]], Listed],
        done: Callable[[Listed], object],
        failed: Callable[[BaseException], object],
        told: Progress,
    ) -> bool:
        """Look many words up; `done` gets what is `made` of those that nobody knows. `words` and
        `made` are called beside the user. False while something else is being looked up."""
        dictionary, own = self._dictionary(language), self._own_words(language)
        if dictionary is None:
            return False

        def work(progress: Progress, cancelled: Callable[[], bool]) -> Listed:
            answers = self._run(
                dictionary, words(), suggest=False, progress=progress, cancelled=cancelled
            )
            unknown = (word for word, meant in answers.items() if meant is not None)
            return made(frozenset(word for word in unknown if not own.knows(word)))

        job = self.jobs.begin(work, done, failed=failed)
        if job:
            job.progressed.connect(told)
        return job is not None

    def learn(self, language: str, words: Collection[str]) -> None:
        """Take words for known, in every review. Raises ReviewerError."""
        self._own_words(language).learn(words)
        self.answered.emit()

    def forget(self, language: str, words: Collection[str]) -> None:
        """Ask for words again that were learnt. Raises ReviewerError."""
        for tag, own in self._own.items():
            if base(tag) == base(language):
                own.forget(words)
        OwnWords(language).forget(words)
        self.answered.emit()

    def rest(self) -> None:
        """End the process: it starts again when it is needed."""
        self.jobs.end()
        self._waiting.clear()
        processes, self._processes = self._processes, None
        if processes:
            processes.close()

    def _ask(self) -> None:
        if self.jobs.busy() or not self._waiting:
            return
        language, words = next(iter(self._waiting.items()))
        dictionary = self._dictionary(language)
        assert dictionary

        def done(answers: _Answers) -> None:
            self._answers.setdefault(language, {}).update(answers)
            for word in words:
                # What was not answered is not asked for again and again.
                self._answers[language].setdefault(word, None)
            self.answered.emit()
            self._ask()

        def failed(error: BaseException) -> None:
            if not isinstance(error, ReviewerError | OSError):
                raise error
            self._dictionaries[language] = None

        del self._waiting[language]
        self.jobs.begin(
            lambda progress, cancelled: self._run(
                dictionary, list(words), suggest=True, progress=progress, cancelled=cancelled
            ),
            done,
            failed=failed,
        )

    def _run(
        self,
        dictionary: Dictionary,
        words: Sequence[str],
        *,
        suggest: bool,
        progress: Progress,
        cancelled: Callable[[], bool],
    ) -> _Answers:
        """On the job's thread."""
        if cancelled():
            # Nobody waits for it any more, and the processes are those of a later job.
            raise Cancelled
        processes = self._processes
        if processes is None or processes.has_ended():
            self._processes = processes = Processes(2)
        said = tr("Looking words up")
        try:
            [answers] = processes.run(
                [partial(look_up, dictionary.path, words, suggest=suggest)],
                progress=lambda _done, share: progress(said, share),
                cancelled=cancelled,
                lanes=[0],
            )
        finally:
            if processes.has_ended():
                processes.close()
        return answers

    def _dictionary(self, language: str) -> Dictionary | None:
        if language not in self._dictionaries:
            self._dictionaries[language] = dictionary_for(language)
        return self._dictionaries[language]

    def _own_words(self, language: str) -> OwnWords:
        if language not in self._own:
            self._own[language] = OwnWords(language)
        return self._own[language]
