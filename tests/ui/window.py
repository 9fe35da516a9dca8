"""A whole window for tests, on a real store: letters are read and drawn in this process, a person's answers given."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from shiboken6 import delete

from imr_desk.app.demo.answers import Answers
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
from imr_desk.desk.page_images import PageImages
from imr_desk.desk.queue_model import QueueModel
from imr_desk.desk.reading_ahead import ReadingAhead
from imr_desk.desk.repetition import Repetition
from imr_desk.desk.rereader import Rereader
from imr_desk.desk.saved_filters import SavedFilters
from imr_desk.desk.searching import Searching
from imr_desk.desk.session import Session
from imr_desk.intake.read import attempt
from imr_desk.intake.request import Pdf
from imr_desk.letter.reading import Failure, Reading
from imr_desk.parser.vocabulary import load_vocabulary
from imr_desk.samples.generate import generate
from imr_desk.store.store import Store
from imr_desk.store.stored import Added
from imr_desk.ui.insight.insight_page import InsightPage
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.main_window import MainWindow
from imr_desk.ui.parts import Parts
from imr_desk.ui.remembered import Remembered
from imr_desk.ui.theme import Theme, ThemeChoice
from tests.desk.workers import ReadHere
from tests.making import Inline
from tests.ui.page.desk import DrawnHere


@dataclass
class Person(Answers):
    """Has something to say to everything, and notes which reasons were asked for."""

    reason: str | None = "Pages missing"
    words: str | None = "a memo"
    asked: list[tuple[str, str]] = field(default_factory=list)

    def ask_reason(self, title: str, question: str, usual: Sequence[str] = ()) -> str | None:
        self.asked.append((title, question))
        return super().ask_reason(title, question, usual)


@dataclass
class WholeDesk:
    """The window with what it stands on."""

    store: Store
    person: Person
    parts: Parts
    window: MainWindow

    def add(self, *seeds: int) -> list[int]:
        """Sample letters straight into the store."""
        return [self._add(seed) for seed in seeds]

    def open(self, letter_id: int) -> None:
        self.parts.session.show(letter_id)

    def trigger(self, action: str) -> None:
        self.window.actions_.of(action).trigger()

    def close(self) -> None:
        """Nothing is to happen any more, and the window is gone: the store is about to be closed."""
        self.parts.importer.close()
        self.parts.exporter.close()
        self.parts.insight.close()
        self.parts.repetition.close()
        self.parts.rereader.close()
        self.parts.searching.close()
        for one in (self.parts.ahead, self.parts.queue, self.parts.searching, self.parts.bookmark, self.parts.session):
            for timer in one.findChildren(QTimer):
                timer.stop()
        delete(self.window)

    def _add(self, seed: int) -> int:
        added = self.store.add(*_read(seed), "clerk")
        assert isinstance(added, Added)
        return added.letter_id


@cache
def _read(seed: int) -> tuple[bytes, str, Reading | Failure]:
    letter = generate(seed)
    return letter.pdf, letter.file, attempt(letter.pdf, letter.file)


def make_window(store: Store, folder: Path, application: QApplication) -> WholeDesk:
    """A window on this store that remembers in this folder."""
    person = Person()
    keeper = Keeper(store, Inline())
    session = Session(keeper, "clerk")
    images = PageImages(DrawnHere)
    images.follow(session)
    queue, focus = QueueModel(keeper), Focus()
    arrival = Arrival(session, focus)
    remembered = Remembered(folder / "window.json")
    parts = Parts(
        keeper=keeper,
        session=session,
        focus=focus,
        arrival=arrival,
        backlog=Backlog(keeper),
        bookmark=Bookmark(keeper, session, focus, arrival),
        images=images,
        other_images=PageImages(DrawnHere),
        queue=queue,
        ahead=ReadingAhead(session, queue, images),
        batch=Batch(keeper, keeper, session),
        batch_counts=BatchCounts(keeper),
        batch_pictures=BatchPictures(keeper, DrawnHere),
        filters=SavedFilters(keeper, "clerk"),
        exporter=Exporter(store.path),
        insight=Insight(store.path, Inline()),
        insight_page=InsightPage,
        rereader=Rereader(store.path, "clerk"),
        repetition=Repetition(store.path, Inline()),
        searching=Searching(store.path),
        importer=Importer(keeper, "clerk", ReadHere),  # type: ignore[arg-type]
        vocabulary=load_vocabulary(),
        theme=Theme(application, ThemeChoice.LIGHT),
        keys=Keys(remembered),
        remembered=remembered,
        samples=lambda: iter(Pdf(f"{seed}.pdf", generate(seed).pdf) for seed in (1, 2)),
    )
    window = MainWindow(parts, person)
    parts.theme.dress()
    return WholeDesk(store, person, parts, window)
