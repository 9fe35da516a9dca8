"""Fields in groups and lists, as a tree of blocks."""
