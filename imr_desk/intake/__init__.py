"""PDF bytes to a reading, and the worker processes that do it."""
