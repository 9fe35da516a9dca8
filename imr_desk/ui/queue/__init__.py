"""The list of the store's letters."""
