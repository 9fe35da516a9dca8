"""Which editor a field gets, by its kind."""

from __future__ import annotations

from typing import assert_never

from imr_desk.letter.field import FieldSpec, Kind
from imr_desk.ui.form.editors.choice import ChoiceEditor
from imr_desk.ui.form.editors.choice_lists import ChoiceLists
from imr_desk.ui.form.editors.flag import FlagEditor
from imr_desk.ui.form.editors.line import LineEditor
from imr_desk.ui.form.editors.text import TextEditor

Editor = LineEditor | TextEditor | ChoiceEditor | FlagEditor


def editor_for(spec: FieldSpec, lists: ChoiceLists) -> Editor:
    """A fresh editor for the field."""
    match spec.kind:
        case Kind.LONG_TEXT:
            return TextEditor(spec)
        case Kind.CHOICE:
            return ChoiceEditor(spec, lists.model(spec.choices))
        case Kind.FLAG:
            return FlagEditor(spec)
        case Kind.TEXT | Kind.DATE | Kind.INTEGER | Kind.NUMBER:
            return LineEditor(spec, lists.model(spec.choices) if spec.choices else None)
        case _:
            assert_never(spec.kind)
