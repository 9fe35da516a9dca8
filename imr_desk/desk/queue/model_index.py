"""What Qt's models are asked with: an index, and the one that stands for no row."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex

Index = QModelIndex | QPersistentModelIndex
ROOT = QModelIndex()
"""Above all rows of a list or table; no row has any below it."""
