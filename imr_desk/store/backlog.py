"""Letters of an older store that charts and batch check do not know yet: counted one by one, beside the work."""

from __future__ import annotations

from contextlib import suppress

from sqlite_utils import Database

from imr_desk.letter.reading import Reading
from imr_desk.store.figures import facts, judging
from imr_desk.store.file import tables
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.kept import lookup, work
from imr_desk.store.queue import waiting

STATEMENTS = (
    "CREATE TABLE uncounted (letter_id INTEGER PRIMARY KEY) STRICT",
    """
    INSERT INTO uncounted SELECT id FROM letters
    WHERE id NOT IN (SELECT letter_id FROM facts) AND id NOT IN (SELECT letter_id FROM work)
    """,
)
"""Of each letter in it, nothing stands in the tables of facts, of work, of fields' records and of what waits."""


def count(db: Database) -> int:
    """How many letters are still to be counted."""
    return int(tables.scalar(db, "SELECT count(*) FROM uncounted"))


def settle(db: Database, letter_id: int) -> None:
    """Count a letter where that is still to be done: before it is changed, or its turn has come.

    One that is damaged has no facts, and nothing waits in it; it tells when it is opened.
    """
    if not db.execute("DELETE FROM uncounted WHERE letter_id = ?", [letter_id]).rowcount:
        return
    work.count_letter(db, letter_id)
    with suppress(StoreDamaged):
        letter = lookup.load(db, letter_id, with_text=False)
        facts.write(db, letter, letter.outcome.findings if isinstance(letter.outcome, Reading) else ())
        judging.judge(db, None, letter)
        waiting.bring_up(db, letter_id, letter.state, letter.record)


def settle_some(db: Database, most: int) -> None:
    """Count so many letters at most, those that came in last first: they are the likeliest to be worked on."""
    found = tables.rows(db, "SELECT letter_id FROM uncounted ORDER BY letter_id DESC LIMIT ?", most)
    for row in list(found):
        settle(db, row["letter_id"])
