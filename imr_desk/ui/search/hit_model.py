"""The hits of a search as a list, each in words for who cannot see it painted."""

from __future__ import annotations

from typing import assert_never

from PySide6.QtCore import QCoreApplication
from typing_extensions import override

from imr_desk.desk.sitting.naming import field_name
from imr_desk.store.kept.stored import Hit, Where
from imr_desk.ui.look.states import state_look
from imr_desk.ui.rows.row_model import RowModel


class HitModel(RowModel[Hit]):
    """The hits last found."""

    @override
    def title(self, row: Hit) -> str:
        words = (row.case_number or row.file, state_look(row.state).words, where_words(row), row.snippet.text)
        return ", ".join(words)


def where_words(hit: Hit) -> str:
    """What of the letter the words stand in."""
    match hit.where:
        case Where.TEXT:
            return _tr("letter")
        case Where.NAME:
            return _tr("name")
        case Where.VALUE:
            return field_name(hit.about)
        case Where.MEMO:
            return _tr("memo on a highlight")
        case Where.NOTE:
            return _tr("note on {rule}").format(rule=hit.about.partition("|")[0]) if hit.about else _tr("reason given")
        case _:
            assert_never(hit.where)


def _tr(text: str) -> str:
    return QCoreApplication.translate("search", text)
