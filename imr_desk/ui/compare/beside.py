"""One of two letters that are compared: its name, what it says at the chosen difference, and its pages."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from imr_desk.desk.pages.page_images import PageImages
from imr_desk.letter.geometry import Place
from imr_desk.letter.highlight import Highlight, Label, LabelSet
from imr_desk.letter.span import Span
from imr_desk.letter.text import LetterText
from imr_desk.ui.compare.wording import Told
from imr_desk.ui.form.field.crop import Crop
from imr_desk.ui.look.tokens import LIGHT
from imr_desk.ui.page.canvas import PageCanvas
from imr_desk.ui.page.marks import Ink, Marks, highlight_marks, marks_of, stacked
from imr_desk.ui.plain_label import plain_label

_DIFFERS = LabelSet("differences", (Label("differs", "differs", LIGHT.error),))


class LetterBeside(QFrame):
    """Follows the chosen difference: its words in a frame, all others that differ underlined."""

    def __init__(self, images: PageImages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("role", "panel")
        self.name = plain_label("heading")
        self.standing = plain_label("muted")
        self.value = plain_label()
        self.value.setWordWrap(True)
        self.state = plain_label("label")
        self.crop = Crop(images)
        self.canvas = PageCanvas(images)
        self._text: LetterText | None = None
        self.marks: Marks = {}
        """The words that differ."""
        self._lay_out()

    def show_letter(self, name: str, standing: str, text: LetterText, different: Sequence[Span]) -> None:
        """Show a letter whose words differ in these places."""
        self.name.setText(name)
        self.standing.setText(standing)
        self.canvas.setAccessibleName(self.tr("Pages of {letter}").format(letter=name))
        self._text = text
        marked = [Highlight(str(at), "differs", span) for at, span in enumerate(different)]
        self.marks = highlight_marks(text, marked, (), _DIFFERS)
        self.canvas.show_letter(text.pages, "")
        self.show_place(Told(""), None)

    def show_place(self, told: Told, span: Span | None) -> None:
        """Show what the letter says, and where; a place without words is only scrolled to."""
        self.value.setText(told.words)
        self.state.setText(told.state)
        self.state.setProperty("role", told.token if told.token != "muted" else "label")
        self.state.style().polish(self.state)
        if self._text is None:
            return
        words = span if span is not None and len(span) else None
        self.crop.show_span(self._text, words)
        chosen = marks_of(self._text, (words,), Ink.FOCUSED) if words else {}
        self.canvas.set_marks(stacked((self.marks, chosen)))
        place = _first_place(self._text, span) if span is not None else None
        if place is not None:
            self.canvas.bring_to_third(place)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.name)
        head.addWidget(self.standing, 1)
        said = QHBoxLayout()
        said.setSpacing(8)
        said.addWidget(self.value, 1)
        said.addWidget(self.state, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        column.setSpacing(0)
        above = QVBoxLayout()
        above.setContentsMargins(12, 8, 12, 8)
        above.setSpacing(4)
        above.addLayout(head)
        above.addLayout(said)
        above.addWidget(self.crop)
        column.addLayout(above)
        column.addWidget(self.canvas, 1)


def _first_place(text: LetterText, span: Span) -> Place | None:
    """Where a span begins, or where the word after an empty one stands."""
    places = text.places(span if len(span) else Span(span.start, min(span.start + 1, len(text.text))))
    return places[0] if places else None
