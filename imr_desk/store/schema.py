"""The tables of a store, as migrations: what an older store is brought up by, step by step."""

from __future__ import annotations

from functools import lru_cache

from sqlite_utils import Database, Migrations

from imr_desk.store import backlog
from imr_desk.store.figures.learning import learn_anew
from imr_desk.store.queue import queue_tables, waiting

APPLICATION_ID = 0x494D5244
"""`IMRD` in ASCII, in the file's header."""
VERSION = 4
"""Of the tables below, in the file's `user_version`; a store with a greater one is left alone."""

migrations = Migrations("imr-desk")

_TABLES = (
    """
    CREATE TABLE letters (
        id INTEGER PRIMARY KEY,
        sha256 TEXT NOT NULL UNIQUE,
        file TEXT NOT NULL,
        added TEXT NOT NULL,
        state TEXT NOT NULL,
        reason TEXT NOT NULL DEFAULT '',
        reviewed_by TEXT NOT NULL DEFAULT '',
        reviewed_at TEXT NOT NULL DEFAULT '',
        priority INTEGER NOT NULL DEFAULT 0,
        assignee TEXT NOT NULL DEFAULT '',
        failure TEXT NOT NULL DEFAULT '',
        failure_message TEXT NOT NULL DEFAULT '',
        template TEXT NOT NULL DEFAULT '',
        pages INTEGER NOT NULL DEFAULT 0,
        case_number TEXT NOT NULL DEFAULT '',
        decision_date TEXT NOT NULL DEFAULT '',
        items INTEGER NOT NULL DEFAULT 0,
        attention INTEGER NOT NULL DEFAULT 0,
        open_errors INTEGER NOT NULL DEFAULT 0,
        seal BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE pdfs (
        letter_id INTEGER PRIMARY KEY REFERENCES letters(id),
        data BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE readings (
        letter_id INTEGER PRIMARY KEY REFERENCES letters(id),
        about TEXT NOT NULL,
        text BLOB NOT NULL,
        seal BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE field_values (
        letter_id INTEGER NOT NULL REFERENCES letters(id),
        path TEXT NOT NULL,
        read TEXT,
        kept TEXT,
        seal BLOB NOT NULL,
        PRIMARY KEY (letter_id, path)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE highlights (
        letter_id INTEGER NOT NULL REFERENCES letters(id),
        id TEXT NOT NULL,
        label TEXT NOT NULL,
        start INTEGER NOT NULL,
        end INTEGER NOT NULL,
        memo TEXT NOT NULL,
        suggested_by TEXT NOT NULL,
        seal BLOB NOT NULL,
        PRIMARY KEY (letter_id, id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE acknowledgements (
        letter_id INTEGER NOT NULL REFERENCES letters(id),
        finding TEXT NOT NULL,
        reason TEXT NOT NULL,
        seal BLOB NOT NULL,
        PRIMARY KEY (letter_id, finding)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE events (
        id INTEGER PRIMARY KEY AUTOINCREMENT,
        at TEXT NOT NULL,
        who TEXT NOT NULL,
        letter_id INTEGER REFERENCES letters(id),
        kind TEXT NOT NULL,
        path TEXT NOT NULL,
        title TEXT NOT NULL,
        old TEXT,
        new TEXT,
        seal BLOB NOT NULL
    ) STRICT
    """,
    "CREATE TABLE settings (key TEXT PRIMARY KEY, value TEXT NOT NULL, seal BLOB NOT NULL) STRICT, WITHOUT ROWID",
)
_LEARNED = (
    """
    CREATE TABLE rule_records (
        rule TEXT PRIMARY KEY,
        kept INTEGER NOT NULL,
        seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE aliases (
        listing TEXT NOT NULL,
        printed TEXT NOT NULL,
        value TEXT NOT NULL,
        times INTEGER NOT NULL,
        removed INTEGER NOT NULL DEFAULT 0,
        PRIMARY KEY (listing, printed, value)
    ) STRICT, WITHOUT ROWID
    """,
)
"""Sums over the verified letters, without seals: whoever doubts them counts anew."""
_COUNTED = (
    """
    CREATE TABLE facts (
        dimension TEXT NOT NULL,
        value TEXT NOT NULL,
        outcome TEXT NOT NULL,
        letter_id INTEGER NOT NULL REFERENCES letters(id),
        times INTEGER NOT NULL,
        verified INTEGER NOT NULL,
        PRIMARY KEY (dimension, value, outcome, letter_id)
    ) STRICT, WITHOUT ROWID
    """,
    "CREATE INDEX facts_by_letter ON facts (letter_id)",
    """
    CREATE TABLE work (
        day TEXT NOT NULL,
        who TEXT NOT NULL,
        deed TEXT NOT NULL,
        letter_id INTEGER NOT NULL REFERENCES letters(id),
        times INTEGER NOT NULL,
        PRIMARY KEY (day, who, deed, letter_id)
    ) STRICT, WITHOUT ROWID
    """,
    """
    CREATE TABLE field_records (
        field TEXT PRIMARY KEY,
        kept INTEGER NOT NULL,
        seen INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID
    """,
)
"""What charts are drawn from, without seals too."""
_SEARCH = (
    "CREATE VIRTUAL TABLE text_search USING fts5 (text, content = '', tokenize = 'unicode61 remove_diacritics 2')",
    "CREATE VIRTUAL TABLE note_search USING fts5 (notes, tokenize = 'unicode61 remove_diacritics 2')",
)
_INDEXES = (
    *(
        f"CREATE INDEX letters_by_{column} ON letters ({column}, id, state)"
        for column in ("case_number", "decision_date", "file", "items", "attention", "open_errors", "template", "pages")
    ),
    "CREATE INDEX letters_by_id ON letters (id, state, file, case_number)",
    "CREATE INDEX letters_by_state ON letters (state, id)",
    "CREATE INDEX letters_by_review ON letters (state, reviewed_at)",
    "CREATE INDEX events_by_letter ON events (letter_id, id)",
)
_GUARDS = tuple(
    f"CREATE TRIGGER events_keep_{verb} BEFORE {verb} ON events "
    "BEGIN SELECT RAISE(ABORT, 'events are only ever added'); END"
    for verb in ("UPDATE", "DELETE")
)


@migrations()
def letters_values_and_events(db: Database) -> None:
    """The first tables: a letter, its file, its reading, its values beside the parser's, and what was done to it."""
    for statement in (*_TABLES, *_SEARCH, *_INDEXES, *_GUARDS):
        db.execute(statement)


@migrations()
def learned(db: Database) -> None:
    """What verified letters teach."""
    for statement in _LEARNED:
        db.execute(statement)
    learn_anew(db)


@migrations()
def station(db: Database) -> None:
    """What a fast station adds: letters counted by their facts, work by day, values to be checked, work planned."""
    for statement in (*_COUNTED, *waiting.TABLES, *queue_tables.STATEMENTS):
        db.execute(statement)


@migrations()
def uncounted(db: Database) -> None:
    """What is still to be counted of letters that came in before all that was."""
    for statement in backlog.STATEMENTS:
        db.execute(statement)


def declared(db: Database) -> frozenset[tuple[str, ...]]:
    """Every table, index and trigger of a store as SQLite has it written down, its own statistics aside."""
    return frozenset(
        db.execute("SELECT type, name, tbl_name, sql FROM sqlite_master WHERE name NOT LIKE 'sqlite_stat%'")
    )


@lru_cache(maxsize=1)
def as_made() -> frozenset[tuple[str, ...]]:
    """What a store of this version declares, no more and no less."""
    db = Database(memory=True, execute_plugins=False)
    migrations.apply(db)
    made = declared(db)
    db.close()
    return made
