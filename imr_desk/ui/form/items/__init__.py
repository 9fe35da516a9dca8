"""The items as a table that expands: added, split, merged, moved."""
