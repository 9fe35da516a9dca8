"""The composition root: every part of the desk made once, by constructor, in reading order."""

from __future__ import annotations

import getpass
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtWidgets import QWidget

from imr_desk import paths
from imr_desk.desk.arrival import Arrival
from imr_desk.desk.backlog import Backlog
from imr_desk.desk.batch.batch import Batch
from imr_desk.desk.batch.counts import BatchCounts
from imr_desk.desk.batch.pictures import BatchPictures
from imr_desk.desk.bookmark import Bookmark
from imr_desk.desk.exporter import Exporter
from imr_desk.desk.focus import Focus
from imr_desk.desk.importer import Importer
from imr_desk.desk.insight import Insight
from imr_desk.desk.keeper import Keeper
from imr_desk.desk.late_drawers import LateDrawers
from imr_desk.desk.opening import Opening
from imr_desk.desk.page_images import PageImages
from imr_desk.desk.queue_model import QueueModel
from imr_desk.desk.reading_ahead import ReadingAhead
from imr_desk.desk.repetition import Repetition
from imr_desk.desk.rereader import Rereader
from imr_desk.desk.saved_filters import SavedFilters
from imr_desk.desk.searching import Searching
from imr_desk.desk.session import Session
from imr_desk.desk.tidying import keep_tidy
from imr_desk.intake.process import WorkerProcess
from imr_desk.intake.request import Pdf, Reply
from imr_desk.intake.worker import Workers
from imr_desk.parser.vocabulary import load_vocabulary
from imr_desk.store.errors import StoreError
from imr_desk.store.store import Store
from imr_desk.ui.application import make_application
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.dialogs.boxes import Boxes
from imr_desk.ui.dialogs.wording import own_error, store_message
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.leaving import Leave
from imr_desk.ui.main_window import MainWindow
from imr_desk.ui.mishaps import Mishaps
from imr_desk.ui.parts import Parts
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.theme import Theme
from imr_desk.ui.window_memory import remembered_theme

if TYPE_CHECKING:
    from imr_desk.ui.insight.insight_page import InsightPage

READERS = 2
"""Worker processes that read imported letters; one more draws pages."""
OTHER_ROOM = 64 * 1024 * 1024
"""Bytes of pictures that are kept of a letter that the open one is compared with."""
BATCH_DRAWERS = 2
"""Worker processes that draw the cards of a batch check; they start with the first card."""


@dataclass(frozen=True, eq=False)
class Desk:
    """The desk on one store: its parts and its window."""

    parts: Parts
    window: MainWindow

    def begin(self, letters: Sequence[Path] = (), *, samples: bool = False) -> None:
        """Show the window; the given letters, or the sample letters, are imported and the first one opened.

        Without any, the letter of the last sitting is opened again.
        """
        self.window.show()
        self.parts.queue.refresh()
        if samples:
            self.window.importing.samples()
        self.window.importing.take(letters)
        if not letters and not samples:
            self.parts.bookmark.resume()
        self.parts.backlog.begin()

    def close(self) -> None:
        """End the worker processes and close the store, all that was asked of it done."""
        self.parts.bookmark.settle()
        self.parts.session.close()
        self.parts.importer.close()
        self.parts.exporter.close()
        self.parts.insight.close()
        self.parts.repetition.close()
        self.parts.rereader.close()
        self.parts.searching.close()
        self.parts.images.close()
        self.parts.other_images.close()
        self.parts.batch_pictures.close()
        self.parts.keeper.close()
        self.parts.theme.deleteLater()


class Program(QObject):
    """The desk in use; another store's takes its place when that store stands and nothing here is unsaved."""

    def __init__(self, desk: Desk, asking: Asking | None = None) -> None:
        super().__init__()
        self.desk = desk
        self._asking = asking
        self._opening = Opening(self)
        self._opening.opened.connect(self._leave_for)
        self._opening.failed.connect(lambda error: self.desk.window.news.error(store_message(error)))
        self._take_up(desk)

    def _take_up(self, desk: Desk) -> None:
        self.desk = desk
        stores = desk.window.stores
        stores.recent.note(desk.parts.keeper.path)
        stores.wanted.connect(self._opening.begin)
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
        old.window.deleteLater()


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
    theme = Theme(application, *remembered_theme(remembered))
    reader = Keeper.open(keeper.path)
    who = _who()
    session = Session(keeper, who)
    images = PageImages(partial(Workers, 1, reads=False, started=drawers))
    images.follow(session)
    queue, focus = QueueModel(keeper), Focus()
    arrival = Arrival(session, focus)
    importer = Importer(keeper, who, partial(Workers, READERS))
    parts = Parts(
        keeper=keeper,
        session=session,
        focus=focus,
        arrival=arrival,
        backlog=Backlog(keeper),
        bookmark=Bookmark(keeper, session, focus, arrival),
        images=images,
        other_images=PageImages(_late_drawers, OTHER_ROOM),
        queue=queue,
        ahead=ReadingAhead(session, queue, images),
        batch=Batch(keeper, reader, session),
        batch_counts=BatchCounts(reader),
        batch_pictures=BatchPictures(reader, partial(Workers, BATCH_DRAWERS, reads=False)),
        filters=SavedFilters(keeper, who),
        importer=importer,
        exporter=Exporter(keeper.path),
        repetition=Repetition(keeper.path),
        rereader=Rereader(keeper.path, who),
        searching=Searching(keeper.path),
        insight=Insight(keeper.path),
        insight_page=_insight_page,
        vocabulary=load_vocabulary(),
        theme=theme,
        keys=Keys(remembered),
        remembered=remembered,
        samples=_samples,
    )
    window = MainWindow(parts, asking)
    theme.dress()
    return Desk(parts, window)


def _late_drawers(on_reply: Callable[[Reply], None]) -> LateDrawers:
    return LateDrawers(partial(Workers, 1, on_reply, reads=False))


def _insight_page() -> InsightPage:
    from imr_desk.ui.insight.insight_page import InsightPage  # noqa: PLC0415  (charts are no part of the start)

    return InsightPage()


def _samples() -> Iterator[Pdf]:
    from imr_desk.samples.demo import demo_letters  # noqa: PLC0415  (pulls in the typesetter, seldom wanted)

    return (Pdf(letter.file, letter.pdf) for letter in demo_letters())


def _who() -> str:
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
