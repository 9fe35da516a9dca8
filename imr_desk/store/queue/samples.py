"""Random samples of letters, drawn so that anybody can draw the same again, and what a second look at them found."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from hashlib import blake2b
from heapq import nsmallest

from sqlite_utils import Database

from imr_desk.store.file import tables
from imr_desk.store.file.seal import checked
from imr_desk.store.kept.history import Act
from imr_desk.store.kept.stored import Sample, SecondLook, Verdict


def drawn(letter_ids: Sequence[int], size: int, seed: int) -> tuple[int, ...]:
    """So many of the letters: those whose hash with the seed comes first, so that a larger sample holds a smaller."""
    return tuple(nsmallest(size, letter_ids, key=lambda one: blake2b(f"{seed}:{one}".encode()).digest()))


def put(db: Database, letter_ids: Sequence[int], size: int, seed: int, act: Act) -> int:
    """Draw a sample of the letters and keep it, none of it looked at yet; its number. The act's title tells of what."""
    number = int(tables.scalar(db, "SELECT coalesce(max(id), 0) + 1 FROM samples"))
    about = {"seed": seed, "of": len(letter_ids), "told": act.title, "drawn_by": act.who, "drawn_at": act.at}
    tables.add(db, "samples", {"id": number, **about})
    for letter_id in drawn(letter_ids, size, seed):
        tables.add(db, "sampled", _row(number, letter_id, Verdict.NONE, "", ""))
    return number


def judge(db: Database, sample_id: int, letter_id: int, verdict: Verdict, act: Act) -> None:
    """Note what a second look at a letter of the sample found; nothing happens to a letter that is not in it."""
    if tables.scalar(db, "SELECT 1 FROM sampled WHERE sample_id = ? AND letter_id = ?", sample_id, letter_id):
        tables.put(db, "sampled", _row(sample_id, letter_id, verdict, act.who, act.at))


def last_look(db: Database, letter_id: int) -> SecondLook | None:
    """The latest verdict on a letter in whatever sample; StoreDamaged where it is not as it was written."""
    for row in tables.rows(db, _LAST_LOOK, letter_id):
        checked(row, f"Sample {row['sample_id']}")
        return SecondLook(Verdict(row["verdict"]), row["judged_by"], row["judged_at"])
    return None


def all_of(db: Database) -> Iterator[Sample]:
    """Every sample, the latest first; StoreDamaged at one that is not as it was written."""
    for row in tables.rows(db, "SELECT * FROM samples ORDER BY id DESC"):
        checked(row, f"Sample {row['id']}")
        found = {
            one["verdict"]: one["n"]
            for one in tables.rows(
                db, "SELECT verdict, count(*) AS n FROM sampled WHERE sample_id = ? GROUP BY verdict", row["id"]
            )
        }
        yield Sample(
            id=row["id"],
            seed=row["seed"],
            size=sum(found.values()),
            of=row["of"],
            told=row["told"],
            drawn_by=row["drawn_by"],
            drawn_at=row["drawn_at"],
            right=found.get(Verdict.RIGHT, 0),
            wrong=found.get(Verdict.WRONG, 0),
        )


def check(db: Database) -> None:
    """StoreDamaged at the first row that is not as it was written."""
    for table in ("samples", "sampled"):
        for row in tables.rows(db, f"SELECT * FROM {table}"):
            checked(row, f"Sample {row.get('sample_id', row.get('id'))}")


def _row(sample_id: int, letter_id: int, verdict: Verdict, who: str, at: str) -> tables.Row:
    row = {"sample_id": sample_id, "letter_id": letter_id, "verdict": verdict.value}
    return {**row, "judged_by": who, "judged_at": at}


_LAST_LOOK = """
    SELECT * FROM sampled WHERE letter_id = ? AND sample_id IN (SELECT id FROM samples) AND verdict <> ''
    ORDER BY judged_at DESC LIMIT 1
    """
