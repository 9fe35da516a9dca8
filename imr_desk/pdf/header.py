"""What the first bytes of a file tell, without opening it."""

from __future__ import annotations

_HEADER = b"%PDF-"
_WITHIN = 1024
"""Readers look for the header within this many bytes (PDF 1.7, implementation note 13)."""


def is_pdf(data: bytes) -> bool:
    """Whether the bytes say that they are a PDF; opening it may show that they are none."""
    return _HEADER in data[:_WITHIN]
