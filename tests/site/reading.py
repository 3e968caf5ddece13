"""What somebody reads on a page: its texts, without looking at how they are written."""

from __future__ import annotations

from html.parser import HTMLParser


class _Texts(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.texts: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self._hidden = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        self._hidden += tag == "script"

    def handle_endtag(self, tag: str) -> None:
        self._hidden -= tag == "script"

    def handle_data(self, data: str) -> None:
        if not self._hidden:
            self.texts.append(data)


def texts(page: str) -> list[str]:
    """Every text of a page, one an element."""
    reader = _Texts()
    reader.feed(page)
    return reader.texts


def tags(page: str) -> list[tuple[str, dict[str, str | None]]]:
    """Every tag with its attributes."""
    reader = _Texts()
    reader.feed(page)
    return reader.tags
