"""What can go wrong with what others wrote in our shape."""

from __future__ import annotations


class NotInShape(ValueError):
    """An object that was to be read is of another shape."""
