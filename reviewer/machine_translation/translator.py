"""What the rest of the program knows of machine translation."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from threading import Lock

from reviewer.domain import BackTranslation
from reviewer.machine_translation.cache import MemoryCache, TranslationCache
from reviewer.machine_translation.degenerate import is_reliable
from reviewer.machine_translation.engine_junk import tidy
from reviewer.machine_translation.errors import Cancelled, EngineError
from reviewer.machine_translation.packages import (
    InstalledPackage,
    installed_packages,
    usable_packages,
)
from reviewer.machine_translation.process import WorkerDied, WorkerProcess
from reviewer.machine_translation.routes import Route, find_route

Progress = Callable[[int, int], None]
Result = Callable[[int, BackTranslation], None]


class Translator:
    """Translates sentences offline with the installed packages. Usable from any thread.

    `caches` are asked in order and all told what is new; without any, one in memory is used.
    `packages` stands for the installed ones in tests. The engine runs in a process of its
    own, which starts with the first sentence that no cache knows; `close` ends it.
    """

    def __init__(
        self,
        caches: Sequence[TranslationCache] = (),
        *,
        packages: Iterable[InstalledPackage] | None = None,
        worker: WorkerProcess | None = None,
    ) -> None:
        self._caches = list(caches) or [MemoryCache()]
        self._given = None if packages is None else list(packages)
        self._packages: list[InstalledPackage] | None = None
        self._worker = worker or WorkerProcess()
        self._lock = Lock()
        self._closed = self._outdated = False
        self._problems: dict[tuple[str, str], str] = {}

    @property
    def problems(self) -> list[str]:
        """What went wrong with packages since the last `refresh`, in words, each once."""
        return list(dict.fromkeys(self._problems.values()))

    def refresh(self) -> None:
        """Look again at what is installed: a package was installed or removed."""
        self._packages = None
        self._problems.clear()
        # The worker holds models of packages that may be gone. Nobody waits for its job here.
        self._outdated = True

    def close(self) -> None:
        """End the engine's process. A translation under way in another thread fails."""
        self._closed = True
        self._worker.close()

    @property
    def packages(self) -> Sequence[InstalledPackage]:
        """The packages that there are, one for each pair of languages."""
        if self._packages is None:
            given = installed_packages() if self._given is None else self._given
            self._packages = usable_packages(given)
        return self._packages

    def route(self, from_language: str, to_language: str) -> Route | None:
        """The packages that would translate (languages are BCP 47), or None."""
        return find_route(self.packages, from_language, to_language)

    def evidence(self, from_language: str, to_language: str) -> str | None:
        """How reports name the route, "argos PACKAGE VERSION"; None when there is none."""
        route = self.route(from_language, to_language)
        return route.evidence if route else None

    def translate(
        self,
        texts: Sequence[str],
        from_language: str,
        to_language: str,
        *,
        first: Sequence[int] = (),
        progress: Progress | None = None,
        on_result: Result | None = None,
        cancelled: Callable[[], bool] | None = None,
    ) -> list[BackTranslation]:
        """Translate sentences; the list is parallel to `texts`.

        `first` names the indices that are wanted first (the rows on screen). `progress` gets
        sentences done and in all; `on_result` gets each index with its translation as soon
        as it is there. Both are called in the calling thread. Raises Cancelled within half a
        second of `cancelled()`; what was translated until then is in the caches.

        When the package fails or the engine crashes nothing is raised: what could not be
        translated comes back empty and unreliable, and `problems` says why. Without a route
        everything does.
        """
        route = self.route(from_language, to_language)
        if route is None:
            return [BackTranslation("", "", "", reliable=False)] * len(texts)
        job = _Job(texts, route, progress, on_result)
        job.take(self._known(texts, route))
        if job.left:
            self._acquire(cancelled)
            try:
                if self._outdated:
                    self._outdated = False
                    self._worker.close()
                job.take(self._known(list(job.left), route))
                self._work(job, first, cancelled)
            except EngineError as error:
                self._problems[from_language, to_language] = (
                    f"Back-translation {route} is not available. {error}"
                )
            finally:
                self._lock.release()
        return job.translations()

    def _work(self, job: _Job, first: Sequence[int], cancelled: Callable[[], bool] | None) -> None:
        urgent = list(dict.fromkeys(job.texts[i] for i in first if 0 <= i < len(job.texts)))
        todo = [text for text in urgent if text in job.left]
        hurried = len(todo)
        todo += [text for text in job.left if text not in set(todo)]
        inputs = list(todo)
        for number, package in enumerate(job.route.packages):
            last = number == len(job.route.packages) - 1

            def keep(results: dict[int, str], last: bool = last) -> None:
                if last:
                    done = {todo[index]: text for index, text in results.items()}
                    for cache in self._caches:
                        cache.put_many(done, job.route.package, job.route.version)
                    job.take(done)

            inputs = self._run(package, inputs, keep, range(hurried), cancelled)

    def _run(
        self,
        package: InstalledPackage,
        inputs: list[str],
        keep: Callable[[dict[int, str]], None],
        first: Iterable[int],
        cancelled: Callable[[], bool] | None,
    ) -> list[str]:
        """Have the worker translate `inputs`; after a crash once more what is left."""
        urgent = set(first)
        outputs: dict[int, str] = {}
        for attempt in (1, 2):
            left = [index for index in range(len(inputs)) if index not in outputs]
            hurried = [place for place, index in enumerate(left) if index in urgent]

            def place(results: list[tuple[int, str]], left: list[int] = left) -> None:
                tidied = {left[index]: tidy(text) for index, text in results}
                outputs.update(tidied)
                keep(tidied)

            try:
                self._worker.translate(
                    package.folder,
                    [inputs[index] for index in left],
                    on_results=place,
                    first=hurried,
                    cancelled=cancelled,
                )
            except WorkerDied:
                if attempt == 2 or self._closed:
                    raise
            else:
                break
        return [outputs.get(index, "") for index in range(len(inputs))]

    def _known(self, texts: Sequence[str], route: Route) -> dict[str, str]:
        found: dict[str, str] = {}
        for number, cache in enumerate(self._caches):
            missing = [text for text in dict.fromkeys(texts) if text not in found]
            new = dict(cache.get_many(missing, route.package, route.version)) if missing else {}
            for earlier in self._caches[:number] if new else ():
                earlier.put_many(new, route.package, route.version)
            found.update(new)
        return found

    def _acquire(self, cancelled: Callable[[], bool] | None) -> None:
        while not self._lock.acquire(timeout=0.1):
            if cancelled and cancelled():
                raise Cancelled


class _Job:
    """The texts of one call, and what has become of them."""

    def __init__(
        self,
        texts: Sequence[str],
        route: Route,
        progress: Progress | None,
        on_result: Result | None,
    ) -> None:
        self.texts, self.route = list(texts), route
        self._progress, self._on_result = progress, on_result
        self._found: dict[int, BackTranslation] = {}
        self._places: dict[str, list[int]] = {}
        for index, text in enumerate(self.texts):
            if any(char.isalpha() for char in text):
                self._places.setdefault(text, []).append(index)
            else:
                # Figures and signs alone mean in every language what they mean in this one.
                self._put(index, text, reliable=True)
        self.left = dict.fromkeys(self._places)

    def take(self, outputs: dict[str, str]) -> None:
        for text, output in outputs.items():
            if text in self.left:
                del self.left[text]
                for index in self._places[text]:
                    self._put(index, output, is_reliable(text, output))
        if outputs and self._progress:
            self._progress(len(self._found), len(self.texts))

    def translations(self) -> list[BackTranslation]:
        route = self.route
        nothing = BackTranslation("", route.package, route.version, reliable=False)
        return [self._found.get(index, nothing) for index in range(len(self.texts))]

    def _put(self, index: int, output: str, reliable: bool) -> None:
        route = self.route
        found = BackTranslation(output, route.package, route.version, reliable)
        self._found[index] = found
        if self._on_result:
            self._on_result(index, found)
