"""What the window is made of, handed to it whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from imr_desk.desk.batch.batch import Batch
from imr_desk.desk.batch.counts import BatchCounts
from imr_desk.desk.batch.pictures import BatchPictures
from imr_desk.desk.coming_in.importer import Importer
from imr_desk.desk.coming_in.rereader import Rereader
from imr_desk.desk.figures.insight import Insight
from imr_desk.desk.going_out.exporter import Exporter
from imr_desk.desk.keeping.backlog import Backlog
from imr_desk.desk.keeping.keeper import Keeper
from imr_desk.desk.pages.page_images import PageImages
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
from imr_desk.parser.words.vocabulary import Vocabulary
from imr_desk.ui.keyboard.keys import Keys
from imr_desk.ui.look.theme import Theme
from imr_desk.ui.remembered import Remembered

if TYPE_CHECKING:
    from imr_desk.ui.insight.insight_page import InsightPage


@dataclass(frozen=True, eq=False)
class Parts:
    """The desk's parts, each made once; `samples` and `insight_page` are made when they are first asked for.

    `reader` is a second connection to the store that the `keeper` keeps, for what may take longer.
    """

    keeper: Keeper
    reader: Keeper
    session: Session
    focus: Focus
    arrival: Arrival
    backlog: Backlog
    bookmark: Bookmark
    images: PageImages
    other_images: PageImages
    """Of a letter that the open one is compared with."""
    queue: QueueModel
    ahead: ReadingAhead
    batch: Batch
    batch_counts: BatchCounts
    batch_pictures: BatchPictures
    filters: SavedFilters
    importer: Importer
    exporter: Exporter
    insight: Insight
    insight_page: Callable[[], InsightPage]
    repetition: Repetition
    rereader: Rereader
    searching: Searching
    vocabulary: Vocabulary
    theme: Theme
    keys: Keys
    remembered: Remembered
    samples: Callable[[], Iterator[Pdf]]
