"""All work on the store, in order, on a thread of its own: the window never waits for a disk."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from imr_desk.checks.check import check
from imr_desk.desk.keeping.checked_once import CheckedOnce
from imr_desk.store.file.errors import StoreError, StoreReadOnly
from imr_desk.store.letters import Check
from imr_desk.store.store import Store

T = TypeVar("T")


class Keeper(QObject):
    """Keeps one store open on one thread and brings the answers back to the thread it was made on."""

    _answered = Signal(object)

    def __init__(self, store: Store, executor: Executor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._executor = executor
        self._closed = False
        self._answered.connect(self._deliver)

    @classmethod
    def open(cls, path: Path, parent: QObject | None = None) -> Keeper:
        """Open the store at `path`, made on first use; raises StoreError where it cannot be opened."""
        return cls(*opened(path), parent)

    @property
    def path(self) -> Path:
        return self._store.path

    @property
    def check(self) -> Check:
        """The store's own check: what that has looked at is not looked at again."""
        return self._store.check or check

    def ask(
        self,
        task: Callable[[Store], T],
        done: Callable[[T], None] | None = None,
        failed: Callable[[StoreError], None] | None = None,
    ) -> None:
        """Do `task` after all that was asked before; `done` or `failed` runs on the keeper's own thread.

        Errors other than StoreError are the program's own: they reach the excepthook, and `failed` as a StoreError.
        Once the store is closed nothing is done any more, and no answer comes.
        """
        if self._closed:
            return

        def answer(future: Future[T]) -> None:
            error = future.exception()
            if error is None:
                if done is not None:
                    self._answered.emit(lambda: done(future.result()))
            elif isinstance(error, StoreError) and failed is not None:
                self._answered.emit(lambda: failed(error))
            else:
                self._answered.emit(lambda: _told(error, failed))

        self._executor.submit(task, self._store).add_done_callback(answer)

    def close(self) -> None:
        """Finish what was asked, then close the store."""
        self._closed = True
        self._executor.submit(self._store.close)
        self._executor.shutdown(wait=True)

    def _deliver(self, answer: Callable[[], None]) -> None:
        if not self._closed:
            answer()


def opened(path: Path) -> tuple[Store, Executor]:
    """What a keeper keeps: the store at `path`, made on first use, and its thread; asked for on any thread.

    Raises StoreError where it cannot be opened.
    """
    executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
    try:
        return executor.submit(_opened, path).result(), executor
    except StoreError:
        executor.shutdown()
        raise


def _opened(path: Path) -> Store:
    if path.exists():
        return Store.open(path, CheckedOnce())
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(
            f"The folder {path.parent} cannot be made ({error.strerror}). Nothing was written; "
            "choose a place that you may write to."
        ) from error
    return Store.create(path, CheckedOnce())


def _told(error: BaseException, failed: Callable[[StoreError], None] | None) -> None:
    if failed is not None:
        failed(StoreError(f"The program made a mistake of its own ({error}). Nothing was changed."))
    raise error
