"""Rows in and out of the tables, sealed when written and checked when read."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from sqlite_utils import Database

from imr_desk.store.file.seal import Cell, checked, sealed

Row = Mapping[str, Any]
"""Columns by name. SQLite is strict about the types of these tables, so that a row's reader knows them."""


def rows(db: Database, sql: str, *parameters: Cell) -> Iterator[Row]:
    """The rows of a query, as they are."""
    cursor = db.execute(sql, parameters)
    columns = [column[0] for column in cursor.description]
    return (dict(zip(columns, row, strict=True)) for row in cursor)


def whole_rows(db: Database, table: str, letter_id: int, what: str) -> Iterator[Row]:
    """A letter's rows of a table; StoreDamaged, naming `what`, at one that is not as it was written."""
    key = "id" if table == "letters" else "letter_id"
    return (checked(row, what) for row in rows(db, f"SELECT * FROM {table} WHERE {key} = ?", letter_id))


def put(db: Database, table: str, row: Row) -> int:
    """Seal and write a row in the place of one with its key, if any; the row's number."""
    return _write(db, "INSERT OR REPLACE", table, sealed(_writable(row)))


def add(db: Database, table: str, row: Row) -> int:
    """Seal and write a new row; its number."""
    return _write(db, "INSERT", table, sealed(_writable(row)))


def add_unsealed(db: Database, table: str, row: Row) -> None:
    """Write a new row of a table whose rows are sealed elsewhere."""
    _write(db, "INSERT", table, row)


def change(db: Database, table: str, row: Row, new: Row) -> None:
    """Seal and write other values into a row, found by its `id`; only the columns that change are written."""
    changed = sealed({**row, **_writable(new)})
    names = [*new, "seal"]
    columns = ", ".join(f'"{name}" = ?' for name in names)
    db.execute(f"UPDATE {table} SET {columns} WHERE id = ?", [*(changed[name] for name in names), row["id"]])


def take_out(db: Database, table: str, **key: Cell) -> None:
    """Delete the rows of that key."""
    where = " AND ".join(f'"{column}" = ?' for column in key)
    db.execute(f"DELETE FROM {table} WHERE {where}", list(key.values()))


def scalar(db: Database, sql: str, *parameters: Cell) -> Any:
    """The first column of the first row; None where there is no row."""
    row = db.execute(sql, parameters).fetchone()
    return None if row is None else row[0]


def writable(text: str) -> str:
    """The text with a question mark for what no text can hold: bytes of a file name that are no UTF-8."""
    return text.encode("utf-8", "replace").decode()


def _writable(row: Row) -> Row:
    return {column: writable(cell) if isinstance(cell, str) else cell for column, cell in row.items()}


def _write(db: Database, verb: str, table: str, row: Row) -> int:
    columns = ", ".join(f'"{column}"' for column in row)
    marks = ", ".join("?" * len(row))
    cursor = db.execute(f"{verb} INTO {table} ({columns}) VALUES ({marks})", list(row.values()))
    return int(cursor.lastrowid or 0)
