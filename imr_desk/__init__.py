"""IMR Desk: Independent Medical Review letters, read, checked by a person, and kept as data."""

__version__ = "0.1.0"
