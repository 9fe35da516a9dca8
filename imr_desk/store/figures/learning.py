"""What verified letters teach: how often each rule was right, and which names a person put in the place of others."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import suppress
from types import MappingProxyType

from sqlite_utils import Database

from imr_desk.letter.entry import Entry, State
from imr_desk.letter.field import spec_of
from imr_desk.letter.reading import Reading
from imr_desk.letter.review import LetterState
from imr_desk.letter.text import LetterText
from imr_desk.store.figures.judging import is_kept
from imr_desk.store.file import tables
from imr_desk.store.file.errors import StoreDamaged
from imr_desk.store.kept import lookup
from imr_desk.store.kept.stored import Alias, StoredLetter, TrackRecord

TAUGHT = frozenset({"drugs", "specialties", "chapters"})
"""The lists that learn names."""

Name = tuple[str, str, str]
"""An alias as counted: list, printed words, value."""


def learn(db: Database, before: StoredLetter | None, after: StoredLetter) -> None:
    """Count what a letter teaches after a change instead of what it taught before; only verified ones teach."""
    if before is not None and LetterState.VERIFIED not in (before.state, after.state):
        return
    for sign, letter in ((-1, before), (1, after)):
        if letter is not None and letter.state is LetterState.VERIFIED and isinstance(letter.outcome, Reading):
            _count_rules(db, rules_judged(letter.outcome, letter), sign)
            _count_names(db, Counter(names_given(letter.outcome.text, letter)), sign)


def learn_anew(db: Database) -> None:
    """Count what every verified letter teaches; one that is damaged teaches nothing."""
    for letter_id in lookup.ids_in(db, LetterState.VERIFIED):
        with suppress(StoreDamaged):
            learn(db, None, lookup.load(db, letter_id))


def rules_judged(reading: Reading, letter: StoredLetter) -> Mapping[str, tuple[int, int]]:
    """Each rule of the reading: how many of its outcomes were kept, of how many.

    An outcome is kept where some entry of the letter holds its value, wherever a person has moved it in its list.
    """
    kept = Counter(entry.parsers for entry in letter.record.entries.values() if is_kept(entry))
    right: Counter[str] = Counter()
    of: Counter[str] = Counter()
    for outcome in (entry.outcome for entry in reading.record.entries.values() if entry.outcome.rule):
        of[outcome.rule] += 1
        right[outcome.rule] += kept[outcome] > 0
        kept[outcome] -= 1
    return {rule: (right[rule], of[rule]) for rule in of}


def names_given(text: LetterText, letter: StoredLetter) -> Iterator[Name]:
    """The names that a person put in the place of what was read, with the words that stand for them in the letter."""
    for path, entry in letter.record.entries.items():
        listing, value = spec_of(path).choices, entry.value
        if listing in TAUGHT and value is not None and entry.state is State.CORRECTED and not is_kept(entry):
            yield listing, _printed(text, entry), str(value)


def track_records(db: Database) -> Mapping[str, TrackRecord]:
    """Each rule's record over the verified letters."""
    found = tables.rows(db, "SELECT rule, kept, seen FROM rule_records WHERE seen > 0 ORDER BY rule")
    return MappingProxyType({row["rule"]: TrackRecord(row["kept"], row["seen"]) for row in found})


def aliases(db: Database) -> Iterator[Alias]:
    """The names that people taught and nobody removed, by list and name."""
    sql = "SELECT * FROM aliases WHERE times > 0 AND NOT removed ORDER BY listing, value, printed"
    return (Alias(row["listing"], row["printed"], row["value"], row["times"]) for row in tables.rows(db, sql))


def remove_alias(db: Database, listing: str, value: str) -> bool:
    """Offer a name no more, however often letters teach it; False where it is not offered."""
    sql = "UPDATE aliases SET removed = 1 WHERE listing = ? AND value = ? AND times > 0 AND NOT removed"
    return bool(db.execute(sql, [listing, value]).rowcount)


def _printed(text: LetterText, entry: Entry) -> str:
    """The words that the letter has for it; those that the parser read, where the person typed a name."""
    span = entry.outcome.span or entry.parsers.span
    return text.printed(span).casefold() if span else ""


def _count_rules(db: Database, judged: Mapping[str, tuple[int, int]], sign: int) -> None:
    for rule, (kept, seen) in judged.items():
        db.execute(_COUNT_RULE, [rule, sign * kept, sign * seen])


def _count_names(db: Database, names: Mapping[Name, int], sign: int) -> None:
    for name, times in names.items():
        db.execute(_COUNT_NAME, [*name, sign * times])


_COUNT_RULE = """
    INSERT INTO rule_records (rule, kept, seen) VALUES (?, ?, ?)
    ON CONFLICT (rule) DO UPDATE SET kept = kept + excluded.kept, seen = seen + excluded.seen
    """
_COUNT_NAME = """
    INSERT INTO aliases (listing, printed, value, times) VALUES (?, ?, ?, ?)
    ON CONFLICT (listing, printed, value) DO UPDATE SET times = times + excluded.times
    """
