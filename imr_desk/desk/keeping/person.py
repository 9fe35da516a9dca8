"""In whose name changes are kept."""

from __future__ import annotations

import getpass


def person() -> str:
    """The name that who sits at this computer has signed in with."""
    try:
        return getpass.getuser()
    except (OSError, KeyError):
        return "unknown"
