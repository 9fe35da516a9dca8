"""The desk in use: on one store after another, drawn and read by worker processes."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from functools import partial
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from imr_desk import paths
from imr_desk.app.application import make_application
from imr_desk.app.composition import Desk, Means, put_together
from imr_desk.app.mishaps import Mishaps
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.keeping.opening import Opening
from imr_desk.desk.keeping.person import person
from imr_desk.desk.pages.late_drawers import LateDrawers
from imr_desk.desk.tidying import keep_tidy
from imr_desk.intake.process import WorkerProcess
from imr_desk.intake.request import BEHIND_WINDOW, FOR_WINDOW, Pdf, Reply
from imr_desk.intake.worker import Workers
from imr_desk.store.file.errors import StoreError
from imr_desk.store.store import Store
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.boxes import Boxes
from imr_desk.ui.dialogs.wording import own_error, store_message
from imr_desk.ui.look.theme import Theme
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.window.leaving import Leave
from imr_desk.ui.window.window_memory import remembered_theme

READERS = 2
"""Worker processes that read imported letters; one more draws pages."""
BATCH_DRAWERS = 2
"""Worker processes that draw the cards of a batch check; they start with the first card."""


class Program(QObject):
    """The desk in use; another store's takes its place when that store stands and nothing here is unsaved."""

    def __init__(self, desk: Desk, asking: Asking | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._asking = asking
        self.opening = Opening(self)
        self.opening.opened.connect(self._leave_for)
        self.opening.failed.connect(lambda error: self.desk.window.news.error(store_message(error)))
        self._take_up(desk)

    def _take_up(self, desk: Desk) -> None:
        self.desk = desk
        stores = desk.window.stores
        stores.recent.note(desk.parts.keeper.path)
        stores.wanted.connect(self.opening.begin)
        desk.window.closed.connect(QCoreApplication.quit)

    def _leave_for(self, keeper: Keeper) -> None:
        match self.desk.window.leaving.ask(lambda: self._move_to(keeper)):
            case Leave.NOW:
                self._move_to(keeper)
            case Leave.NOT:
                keeper.close()
            case Leave.LATER:
                pass

    def _move_to(self, keeper: Keeper) -> None:
        old = self.desk
        old.window.keep_shape()
        self._take_up(furnished(keeper, self._asking))
        self.desk.begin()
        old.window.hide()
        old.close()
        for gone in old.lasting:
            gone.deleteLater()


def in_use(store: Store, executor: Executor, drawer: WorkerProcess) -> Program:
    """The program with its desk on an open store; whatever goes wrong in it is written down, and told there."""
    program = Program(furnished(Keeper(store, executor), drawers=[drawer]))
    mishaps = Mishaps(paths.user_data() / "imr-desk.log", program)
    mishaps.happened.connect(lambda: program.desk.window.news.error(own_error(str(mishaps.log_file))))
    return program


def other_store(error: StoreError, window: QWidget) -> Path | None:
    """The store that the person chooses in place of one that cannot be opened."""
    boxes = Boxes(window)
    boxes.tell(store_message(error))
    return boxes.choose_store()


def build(store: Path, asking: Asking | None = None) -> Desk:
    """Every part of a desk on a store, nothing shown yet; raises StoreError where the store cannot be opened."""
    make_application()
    return furnished(Keeper.open(store), asking)


def furnished(keeper: Keeper, asking: Asking | None = None, drawers: Sequence[WorkerProcess] = ()) -> Desk:
    """Every part of a desk around an open store; the processes that draw its pages may have been started already."""
    application = make_application()
    keep_tidy(application)
    remembered = Remembered(paths.user_data() / "window.json")
    means = Means(
        who=person(),
        reader=Keeper.open(keeper.path),
        read=partial(Workers, READERS, limits=BEHIND_WINDOW),
        draw=partial(Workers, 1, limits=FOR_WINDOW, reads=False, started=drawers),
        draw_other=_late_drawers,
        draw_cards=partial(Workers, BATCH_DRAWERS, limits=FOR_WINDOW, reads=False),
        remembered=remembered,
        theme=Theme(application, *remembered_theme(remembered)),
        samples=_samples,
    )
    return put_together(keeper, means, asking)


def _late_drawers(on_reply: Callable[[Reply], None]) -> LateDrawers:
    return LateDrawers(partial(Workers, 1, on_reply, FOR_WINDOW, reads=False))


def _samples() -> Iterator[Pdf]:
    from imr_desk.samples.demo import demo_letters  # noqa: PLC0415  (pulls in the typesetter, seldom wanted)

    return (Pdf(letter.file, letter.pdf) for letter in demo_letters())
