"""The documents that a worker process keeps open."""

from __future__ import annotations

from collections import OrderedDict
from contextlib import ExitStack

from imr_desk.intake.request import Pdf
from imr_desk.pdf.document import Document, opened


class Shelf:
    """The last few documents asked for, open; by the SHA-256 of their bytes."""

    def __init__(self, room: int = 4) -> None:
        self._room = room
        self._open: OrderedDict[str, tuple[Document, ExitStack]] = OrderedDict()

    def __contains__(self, sha256: str) -> bool:
        return sha256 in self._open

    def take(self, sha256: str) -> Document:
        """A document that is open; KeyError where it is not."""
        self._open.move_to_end(sha256)
        return self._open[sha256][0]

    def put(self, pdf: Pdf) -> Document:
        """Open a letter, shutting the one not asked for longest if there are too many; raises `PdfError`."""
        closing = ExitStack()
        document = closing.enter_context(opened(pdf.data, pdf.password))
        self._open[pdf.sha256] = document, closing
        if len(self._open) > self._room:
            self._shut(next(iter(self._open)))
        return document

    def close(self) -> None:
        """Shut all."""
        for sha256 in tuple(self._open):
            self._shut(sha256)

    def _shut(self, sha256: str) -> None:
        _, closing = self._open.pop(sha256)
        closing.close()
