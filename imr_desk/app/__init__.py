"""The program as a whole: put together, started, and used by itself."""
