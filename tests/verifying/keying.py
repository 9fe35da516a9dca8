"""What it costs to key a letter from scratch: every value that its label has typed into a form, Tab after each."""

from __future__ import annotations

from imr_desk.app.demo.effort import Effort, pressing, typing
from imr_desk.letter.field import Kind, spec_of
from tests.verifying.labels import Label

_LISTED = pressing("1")
"""A value of a closed list, or a yes or no, is one key: no form could be kinder."""


def keyed_from_scratch(label: Label) -> Effort:
    """One mental step a value to find it in the letter, its keys, Tab; at the end one key to be done."""
    values = [path for path in label.truth if label.tells(path) and label.value(path) is not None]
    return sum((_keyed(label, path) for path in values), pressing("F12"))


def _keyed(label: Label, path: str) -> Effort:
    listed = spec_of(path).kind in (Kind.CHOICE, Kind.FLAG)
    return Effort(thoughts=1) + (_LISTED if listed else typing(label.shown(path))) + pressing("Tab")
