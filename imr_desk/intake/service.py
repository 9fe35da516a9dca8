"""The inside of a worker process: reads and draws what it is told to, one order at a time."""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable
from contextlib import closing, suppress
from functools import cached_property, partial
from multiprocessing.connection import Connection
from typing import assert_never

from imr_desk.intake import failures
from imr_desk.intake.allowance import allow
from imr_desk.intake.easel import Easel
from imr_desk.intake.order import Answer, Order, Recognising, Sign
from imr_desk.intake.request import CharBoxes, FoundBoxes, Limits, Read, Render, Unlock, Unlocked
from imr_desk.intake.shelf import Shelf
from imr_desk.letter.reading import Reading
from imr_desk.pdf.document import Document, unlocked
from imr_desk.pdf.errors import OutOfMemory, PdfError
from imr_desk.pdf.page_image import render
from imr_desk.pdf.text_layer import char_boxes

if sys.platform == "linux":
    import resource


def serve(connection: Connection, limits: Limits, *, reads: bool) -> None:
    """Carry out orders until the other side is gone; `reads` as `Workers` has it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit_memory(limits.memory)

    def report(order: Order, page: Recognising) -> None:
        connection.send(page)
        allow(order.seconds)

    with closing(Service(report)) as service, suppress(EOFError, ConnectionError):
        if reads:
            service.load_reading()
        connection.send(Sign.READY)
        while True:
            order: Order = connection.recv()
            allow(order.seconds)
            connection.send(_answered(service, order))
            allow(0)


def _answered(service: Service, order: Order) -> Answer:
    """One turn of the worker loop: an error that nobody foresaw costs its letter, and never the worker."""
    try:
        return service.answer(order)
    except Exception as error:  # noqa: BLE001 - the worker loop
        return failures.unforeseen(order.file, order.task, error)


class Service:
    """Answers orders; keeps a few documents open, and hold of the memory that pictures are drawn into.

    `report` is called before each page of a scan that is recognised.
    """

    def __init__(self, report: Callable[[Order, Recognising], None]) -> None:
        self._report = report
        self._shelf = Shelf()
        self._easel = Easel()

    def answer(self, order: Order) -> Answer:
        """The outcome of the task, a foreseen failure included."""
        self._easel.forget(order.canvas.gone)
        try:
            return self._carry_out(order)
        except (OutOfMemory, MemoryError):
            return failures.too_much_memory(order.file, order.task)
        except PdfError as error:
            return error.about(order.file)

    def load_reading(self) -> None:
        """Load what reading takes, so that the first letter need not wait for it."""
        _ = self._read_document

    def close(self) -> None:
        """Shut the documents and let go of the pictures, for good of those that nobody has taken up."""
        self._shelf.close()
        self._easel.close()

    def _carry_out(self, order: Order) -> Answer:
        if order.pdf is None and order.sha256 not in self._shelf:
            return Sign.WANTS_BYTES
        document = self._shelf.take(order.sha256) if order.pdf is None else self._shelf.put(order.pdf)
        task = order.task
        match task:
            case Read():
                return self._read(document, order)
            case Render():
                return self._easel.lay_down(render(document, task.page, task.scale, task.clip), order.canvas)
            case CharBoxes():
                return FoundBoxes(char_boxes(document, task.words))
            case Unlock():
                return Unlocked(unlocked(document))
            case _:
                assert_never(task)

    def _read(self, document: Document, order: Order) -> Reading:
        def on_page(page: int) -> None:
            self._report(order, Recognising(page, document.page_count))

        return self._read_document(document, order.file, order.sha256, on_page=on_page)

    @cached_property
    def _read_document(self) -> Callable[..., Reading]:
        from imr_desk.intake.read import read_document  # noqa: PLC0415 - a process that only draws is soon ready
        from imr_desk.pdf.recognition import recogniser  # noqa: PLC0415

        return partial(read_document, scans=recogniser())


def _limit_memory(mib: int) -> None:
    if sys.platform == "linux":
        resource.setrlimit(resource.RLIMIT_AS, (mib << 20, mib << 20))
