"""What all parts of the form have in common."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from imr_desk.ui.form.field.field_row import FieldRow


class Block(QWidget):
    """A part of the form that can be pointed at the letter itself or at any entry of a list."""

    def bind(self, base: str) -> None:
        """Show the fields below this list entry from now on; empty for the letter itself."""
        raise NotImplementedError

    def refresh(self) -> None:
        """Show which parts there are to see now; the fields themselves are refreshed one by one."""

    def prepare(self) -> None:
        """Make what will most likely be needed, so that the first letter is shown as fast as the next."""

    def reveal(self, path: str) -> None:
        """Make the row of this field, below this block or not, visible where it is folded away."""

    def rows(self) -> Iterator[FieldRow]:
        """Its rows, in the order they stand."""
        raise NotImplementedError

    def stops(self) -> Iterator[QWidget]:
        """The widgets that Tab goes through."""
        return (row.editor for row in self.rows())

    def offer(self) -> bool:
        """Hand over words that are still being typed; False where some were refused."""
        return all([row.offer() for row in self.rows()])

    def forget(self) -> None:
        """It is about to go: its rows show nothing any more."""
        for row in self.rows():
            row.forget()


class Enclosing(Block):
    """A block around another one, which has the fields."""

    def __init__(self, inner: Block, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inner = inner

    @override
    def bind(self, base: str) -> None:
        self._inner.bind(base)

    @override
    def refresh(self) -> None:
        self._inner.refresh()

    @override
    def prepare(self) -> None:
        self._inner.prepare()

    @override
    def reveal(self, path: str) -> None:
        self._inner.reveal(path)

    @override
    def rows(self) -> Iterator[FieldRow]:
        return self._inner.rows()

    @override
    def stops(self) -> Iterator[QWidget]:
        return self._inner.stops()
