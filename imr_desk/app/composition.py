"""The composition root: every part of the desk made once, by constructor, in reading order."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from shiboken6 import delete

from imr_desk.desk.batch.batch import Batch
from imr_desk.desk.batch.counts import BatchCounts
from imr_desk.desk.batch.pictures import BatchPictures
from imr_desk.desk.coming_in.importer import Importer
from imr_desk.desk.coming_in.reading_in import MakeWorkers
from imr_desk.desk.coming_in.rereader import Rereader
from imr_desk.desk.figures.insight import Insight
from imr_desk.desk.going_out.exporter import Exporter
from imr_desk.desk.keeping.backlog import Backlog
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.pages.page_images import MakeDrawers, PageImages
from imr_desk.desk.pages.reading_ahead import ReadingAhead
from imr_desk.desk.pages.repetition import Repetition
from imr_desk.desk.queue.queue_model import QueueModel
from imr_desk.desk.queue.saved_filters import SavedFilters
from imr_desk.desk.queue.searching import Searching
from imr_desk.desk.sitting.arrival import Arrival
from imr_desk.desk.sitting.bookmark import Bookmark
from imr_desk.desk.sitting.focus import Focus
from imr_desk.desk.sitting.session import Session
from imr_desk.intake.request import Pdf
from imr_desk.parser.words.vocabulary import load_vocabulary
from imr_desk.ui.dialogs.asking import Asking
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.look.theme import Theme
from imr_desk.ui.parts import Parts
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.window.main_window import MainWindow

if TYPE_CHECKING:
    from imr_desk.ui.insight.insight_page import InsightPage

OTHER_ROOM = 64 * 1024 * 1024
"""Bytes of pictures that are kept of a letter that the open one is compared with."""


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
        self.parts.importer.resume()  # before new letters come in: none of those is left from the last sitting
        if samples:
            self.window.importing.samples()
        self.window.importing.take(letters)
        if not letters and not samples:
            self.parts.bookmark.resume()
        self.parts.backlog.begin()

    def close(self) -> None:
        """End the worker processes and close the store, all that was asked of it done."""
        self.parts.bookmark.settle()
        self.rest()
        for last in (self.parts.reader, self.parts.keeper):
            last.close()

    def rest(self) -> None:
        """End all that goes on beside the work; the store stays open."""
        parts = self.parts
        beside = (parts.session, parts.importer, parts.exporter, parts.insight, parts.repetition, parts.rereader)
        for one in (*beside, parts.searching, parts.images, parts.other_images, parts.batch_pictures):
            one.close()

    def clear_away(self) -> None:
        """Close the desk and leave nothing of it, asked nothing: what is being typed is lost."""
        self.window.hide()
        self.close()
        for gone in self.lasting:
            delete(gone)  # here and now: what is left to the garbage collector may end in another thread

    @property
    def lasting(self) -> tuple[QObject, ...]:
        """What is to be deleted for the desk to be gone, in this order, once it is closed.

        A function that hears a signal is kept by the signal's owner where no garbage collector sees it, and keeps all
        that it knows: one part that is left keeps the whole desk.
        """
        parts = (part for part in vars(self.parts).values() if isinstance(part, QObject))
        return tuple(dict.fromkeys((self.window, *parts)))


@dataclass(frozen=True, slots=True)
class Means:
    """By whom and with what the work at a desk is done.

    `reader` is a second connection to the store, for what may take longer; `read` and the others make the workers that
    read letters, draw the open one, one that it is compared with, and cards. What is counted for charts and for
    dimming is counted by `counter`, each on a thread of its own where there is none.
    """

    who: str
    reader: Keeper
    read: MakeWorkers
    draw: MakeDrawers
    draw_other: MakeDrawers
    draw_cards: MakeDrawers
    remembered: Remembered
    theme: Theme
    samples: Callable[[], Iterator[Pdf]]
    counter: Executor | None = None


def put_together(keeper: Keeper, means: Means, asking: Asking | None = None) -> Desk:
    """Every part of a desk around an open store, by these means."""
    session = Session(keeper, means.who)
    images = PageImages(means.draw)
    images.follow(session)
    queue, focus = QueueModel(keeper), Focus()
    arrival = Arrival(session, focus)
    parts = Parts(
        keeper=keeper,
        reader=means.reader,
        session=session,
        focus=focus,
        arrival=arrival,
        backlog=Backlog(keeper),
        bookmark=Bookmark(keeper, session, focus, arrival),
        images=images,
        other_images=PageImages(means.draw_other, OTHER_ROOM),
        queue=queue,
        ahead=ReadingAhead(session, queue, images),
        batch=Batch(keeper, means.reader, session),
        batch_counts=BatchCounts(means.reader),
        batch_pictures=BatchPictures(means.reader, means.draw_cards),
        filters=SavedFilters(keeper, means.who),
        importer=Importer(keeper, means.who, means.read),
        exporter=Exporter(keeper.path),
        repetition=Repetition(keeper.path, means.counter),
        rereader=Rereader(keeper.path, means.who),
        searching=Searching(keeper.path),
        insight=Insight(keeper.path, means.counter),
        insight_page=_insight_page,
        vocabulary=load_vocabulary(),
        theme=means.theme,
        keys=Keys(means.remembered),
        remembered=means.remembered,
        samples=means.samples,
    )
    window = MainWindow(parts, asking)
    means.theme.dress()
    return Desk(parts, window)


def _insight_page() -> InsightPage:
    from imr_desk.ui.insight.insight_page import InsightPage  # noqa: PLC0415  (charts are no part of the start)

    return InsightPage()
