"""The open letter's highlights as rows: a person's own first, then what the parser suggests."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QObject
from typing_extensions import override

from imr_desk.desk.sitting.session import Session
from imr_desk.letter.highlight import Highlight, Label, LabelSet
from imr_desk.letter.reading import Reading
from imr_desk.letter.span import trimmed
from imr_desk.ui.rows.row_model import RowModel

_GONE = "#808080"


@dataclass(frozen=True, slots=True)
class HighlightRow:
    """A highlight with its label, its words and its page; `suggested` where nobody has accepted it."""

    highlight: Highlight
    label: Label
    words: str
    page: int
    suggested: bool


class HighlightModel(RowModel[HighlightRow]):
    """A window on the session's highlights."""

    def __init__(self, session: Session, labels: LabelSet, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._labels = labels
        session.letter_shown.connect(self._look_again)
        session.highlights_changed.connect(self._look_again)

    @property
    def suggested(self) -> int:
        """How many rows nobody has accepted."""
        return sum(row.suggested for row in self._rows)

    @property
    def labels(self) -> LabelSet:
        return self._labels

    def show_labels(self, labels: LabelSet) -> None:
        """The store has these labels."""
        self._labels = labels
        self._look_again()

    def place_of(self, highlight_id: str) -> QModelIndex:
        """Where a highlight stands; an invalid index where it does not."""
        places = (at for at, row in enumerate(self._rows) if row.highlight.id == highlight_id)
        return self.index(next(places, -1))

    @override
    def title(self, row: HighlightRow) -> str:
        return f"{row.label.name}: {row.words}"

    def _look_again(self) -> None:
        own = [self._row(one, suggested=False) for one in self._session.highlights]
        self.show_rows([*own, *(self._row(one, suggested=True) for one in pending_suggestions(self._session))])

    def _row(self, one: Highlight, suggested: bool) -> HighlightRow:
        label = self._labels.find(one.label) or Label(one.label, one.label.replace("_", " "), _GONE)
        text = self._session.text
        return HighlightRow(one, label, text.printed(one.span), text.page_at(one.span.start), suggested)


def pending_suggestions(session: Session) -> tuple[Highlight, ...]:
    """What the parser suggests and no highlight of that label marks already."""
    letter = session.letter
    suggested = letter.outcome.suggestions if letter and isinstance(letter.outcome, Reading) else ()
    marked = {(one.label, one.span) for one in session.highlights}
    return tuple(one for one in suggested if (one.label, trimmed(session.text.text, one.span)) not in marked)
