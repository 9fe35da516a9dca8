"""In whose name changes are kept."""

from __future__ import annotations

import getpass


def person() -> str:
    """The name under which the person at this computer has signed in."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
