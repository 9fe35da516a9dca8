"""The store as a file: rows, seals, transactions, and what SQLite says in words for a person."""
