"""The pages of the guide: the Markdown files of the documents, as pages to be shown and searched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FIRST = "index.md"
_LINK = re.compile(r"\]\(([^)#]+\.md)[^)]*\)")
_TAG = re.compile(r"<[^>]+>")


@dataclass(frozen=True, slots=True)
class GuidePage:
    """One page: its path from the guide's folder, its title, and what stands on it."""

    file: str
    title: str
    html: str

    def holds(self, words: str) -> bool:
        """Whether the page has all these words."""
        printed = _TAG.sub(" ", self.html).lower()
        return all(word in printed for word in words.lower().split())


def read_guide(folder: Path) -> tuple[GuidePage, ...]:
    """All pages, the first one first and the others as it links to them; none where the folder has no first page."""
    if not (folder / FIRST).is_file():
        return ()
    from markdown_it import MarkdownIt  # noqa: PLC0415 - the desk is to stand before it is needed

    render = MarkdownIt("commonmark", {"html": False}).enable("table").render
    return tuple(_page(folder, file, render(_text(folder, file))) for file in _files(folder))


def _files(folder: Path) -> Iterator[str]:
    linked = [file for file in _LINK.findall(_text(folder, FIRST)) if (folder / file).is_file()]
    beside = sorted(path.name for path in folder.glob("*.md"))
    yield from dict.fromkeys([FIRST, *linked, *beside])


def _page(folder: Path, file: str, html: str) -> GuidePage:
    first = _text(folder, file).partition("\n")[0]
    return GuidePage(file, first.lstrip("# ").strip() or file, html)


def _text(folder: Path, file: str) -> str:
    return (folder / file).read_text(encoding="utf-8")
