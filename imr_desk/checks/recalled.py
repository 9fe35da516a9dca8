"""What texts say, kept for a while: a letter is checked after every edit, and nearly all of it is as it was."""

from __future__ import annotations

from functools import lru_cache

recalled = lru_cache(maxsize=1024)
"""Marks a function of texts alone, whose answers nobody changes."""
