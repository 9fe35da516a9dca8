"""Letters on their way in: imported, read again, and what became of each."""
