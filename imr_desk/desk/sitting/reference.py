"""A letter named so that another person finds it, and the place in it."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from imr_desk.desk.sitting.open_letter import OpenLetter
from imr_desk.letter.field import spec_of
from imr_desk.letter.span import Span
from imr_desk.parser.words.convert import shown

_DECIDED = "header.decision_date"


def reference(letter: OpenLetter, place: Span | None) -> str:
    """Case number, day of the decision, file, and the page of the place: what there is of them."""
    number, decided = letter.record.at("header.case_number").value, letter.record.at(_DECIDED).value
    day = shown(spec_of(_DECIDED), decided)
    page = letter.text.page_at(place.start) if place is not None and letter.text.pages else None
    parts = (
        str(number) if number is not None else "",
        _tr("decided {day}").format(day=day) if day else "",
        letter.file,
        _tr("page {page}").format(page=page) if page is not None else "",
    )
    return ", ".join(filter(None, parts))


def _tr(text: str) -> str:
    return QCoreApplication.translate("reference", text)
