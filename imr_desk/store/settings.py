"""What a store remembers beside its letters: its label set, and notes of the desk."""

from __future__ import annotations

from sqlite_utils import Database

from imr_desk.letter.highlight import LabelSet
from imr_desk.store.file import tables
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.file.jsontext import read_labels, write_labels
from imr_desk.store.file.seal import checked
from imr_desk.store.kept import history
from imr_desk.store.kept.history import Act
from imr_desk.store.labels import EVIDENCE

_LABELS = "store.label_set"


def remembered(db: Database, key: str) -> str | None:
    """What stands under the key, or None."""
    for row in tables.rows(db, "SELECT * FROM settings WHERE key = ?", key):
        return str(checked(row, f"The setting {key}")["value"])
    return None


def remember(db: Database, key: str, value: str) -> None:
    """Put a value under the key."""
    tables.put(db, "settings", {"key": key, "value": value})


def check(db: Database) -> None:
    """StoreDamaged at the first setting that is not as it was written."""
    for row in tables.rows(db, "SELECT * FROM settings"):
        checked(row, f"The setting {row['key']}")


def label_set(db: Database) -> LabelSet:
    """The store's labels; those of evidence until others are put in."""
    text = remembered(db, _LABELS)
    try:
        return EVIDENCE if text is None else read_labels(text)
    except (ValueError, KeyError, TypeError) as error:
        raise StoreDamaged(f"The label set cannot be made sense of ({error}). The letters are not affected.") from error


def put_label_set(db: Database, new: LabelSet, act: Act) -> None:
    """Put another label set in the old one's place."""
    history.append(db, act, "labels", "", write_labels(label_set(db)), write_labels(new))
    remember(db, _LABELS, write_labels(new))
