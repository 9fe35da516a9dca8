"""The tables and indexes that the queue is cut from: every condition of a query stands in every index."""

from __future__ import annotations

URGENCY = "-priority"
"""Most urgent first, and among letters alike in that the oldest, when sorted upwards."""
_CONDITIONS = "state, assignee, priority, attention, open_errors"
_SORTED_BY = (
    *("case_number", "decision_date", "file", "items", "state", "attention", "open_errors", "template", "pages"),
    *("assignee", "priority", "id"),
)
_OLD = (
    *("case_number", "decision_date", "file", "items", "attention", "open_errors", "template", "pages"),
    *("id", "state"),
)

FILL_REISSUED = """
    INSERT INTO reissued SELECT id FROM letters WHERE case_number <> '' AND case_number IN
    (SELECT case_number FROM letters GROUP BY case_number HAVING count(*) > 1)
"""
_OF_THESE_CASES = "SELECT id FROM letters WHERE case_number IN (old.case_number, new.case_number)"
_REISSUED = (
    "CREATE TABLE reissued (letter_id INTEGER PRIMARY KEY) STRICT",
    FILL_REISSUED,
    f"""
    CREATE TRIGGER reissued_follow AFTER UPDATE OF case_number ON letters WHEN old.case_number <> new.case_number
    BEGIN
        DELETE FROM reissued WHERE letter_id = new.id OR letter_id IN ({_OF_THESE_CASES});
        INSERT INTO reissued {_OF_THESE_CASES} AND case_number <> ''
            AND (SELECT count(*) FROM letters AS other WHERE other.case_number = letters.case_number) > 1;
    END
    """,
)
"""Letters whose case number another one has: it follows from the letters' rows, but takes long to find out."""

STATEMENTS = (
    *(f"DROP INDEX letters_by_{column}" for column in _OLD),
    *(
        f"CREATE INDEX letters_by_{column} ON letters ("
        f"{', '.join(dict.fromkeys(({'id': 'id', 'priority': URGENCY}.get(column, column), 'id')))}, {_CONDITIONS})"
        for column in _SORTED_BY
    ),
    *_REISSUED,
    "CREATE INDEX letters_by_reviewer ON letters (reviewed_by)",
    "CREATE VIRTUAL TABLE name_search USING fts5 (name, tokenize = 'trigram')",
    "INSERT INTO name_search (rowid, name) SELECT id, file || char(10) || case_number FROM letters",
    """
    CREATE TABLE samples (
        id INTEGER PRIMARY KEY,
        seed INTEGER NOT NULL,
        of INTEGER NOT NULL,
        told TEXT NOT NULL,
        drawn_by TEXT NOT NULL,
        drawn_at TEXT NOT NULL,
        seal BLOB NOT NULL
    ) STRICT
    """,
    """
    CREATE TABLE sampled (
        sample_id INTEGER NOT NULL REFERENCES samples(id),
        letter_id INTEGER NOT NULL REFERENCES letters(id),
        verdict TEXT NOT NULL,
        judged_by TEXT NOT NULL,
        judged_at TEXT NOT NULL,
        seal BLOB NOT NULL,
        PRIMARY KEY (sample_id, letter_id)
    ) STRICT, WITHOUT ROWID
    """,
)
"""What version 3 of the store makes of version 2 for the queue's sake."""
