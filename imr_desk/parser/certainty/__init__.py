"""How sure the parser is of what it found, and why."""
