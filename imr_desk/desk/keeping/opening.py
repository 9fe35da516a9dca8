"""Opening another store beside the work: the desk goes on with the one it has until the other stands."""

from __future__ import annotations

from concurrent.futures import Executor, Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from imr_desk.desk.keeping.checked_once import CheckedOnce
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.store.file.errors import StoreError
from imr_desk.store.store import Store


@dataclass(frozen=True, slots=True)
class StoreWish:
    """A store that a person wants: one that is there, or a new one."""

    path: Path
    new: bool = False


class Opening(QObject):
    """Opens stores, each on the thread that its keeper will have."""

    opened = Signal(object)
    """The `Keeper` of the store."""
    failed = Signal(object)
    """The `StoreError`; whatever file there is was left as it is."""
    _ended = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ended.connect(lambda tell: tell())

    def begin(self, wish: StoreWish) -> None:
        """Open a store; `opened` or `failed` tells when."""
        executor = ThreadPoolExecutor(max_workers=1, thread_name_prefix="store")
        job = executor.submit(_opened, wish)
        job.add_done_callback(lambda done: self._ended.emit(lambda: self._tell(done, executor)))

    def _tell(self, job: Future[Store], executor: Executor) -> None:
        error = job.exception()
        if error is None:
            self.opened.emit(Keeper(job.result(), executor))
            return
        executor.shutdown()
        if not isinstance(error, StoreError):
            raise error
        self.failed.emit(error)


def _opened(wish: StoreWish) -> Store:
    return Store.create(wish.path, CheckedOnce()) if wish.new else Store.open(wish.path, CheckedOnce())
