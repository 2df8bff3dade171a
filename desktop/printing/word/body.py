"""The text of a Word paper: paragraphs and tables under each other, kept together as the PDF keeps them."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from docx.document import Document
from docx.shared import Mm, Pt
from docx.table import Table
from docx.text.paragraph import Paragraph

from desktop.printing.setting.text_style import TextStyle
from desktop.printing.word.line import shaped
from desktop.printing.word.styles import style_of
from desktop.printing.word.table import new_table, paragraphs_of

_LEAST_LINE = 0.4


class Body:
    """Writes the text of a paper from its head to its end.

    Args:
        document: which is written.
        pages: what the paper says it has, until Word counts them.

    Attributes:
        document: the same.
        pages: the same.
        lines: every paragraph, and the paragraphs of every row of a table together, from the head.
    """

    def __init__(self, document: Document, pages: str) -> None:
        self.document = document
        self.pages = pages
        self.lines: list[list[Paragraph]] = []
        self._last: Paragraph | Table | None = None
        self._below = 0.0

    def paragraph(self, style: TextStyle) -> Paragraph:
        """Add a paragraph in a style."""
        named = style_of(self.document, style)
        paragraph = self.document.add_paragraph(style=named)
        shape = paragraph.paragraph_format
        if named.paragraph_format.first_line_indent != (Mm(style.indent) if style.indent else None):
            shape.first_line_indent = Mm(style.indent)
        above = self._above(style.above)
        if above != style.above:
            shape.space_before = Pt(above)
        self._wrote(paragraph, style.below)
        return paragraph

    def line(
        self, write: Callable[[Document], Paragraph], *, above: float = 0, below: float = 0
    ) -> Paragraph:
        """Add what a function writes into the document as one line; free space in pt."""
        space = self._above(above)
        paragraph = write(self.document)
        paragraph.paragraph_format.space_before = Pt(space)
        paragraph.paragraph_format.space_after = Pt(below)
        self._wrote(paragraph, below)
        return paragraph

    def gap(self, height: float = _LEAST_LINE) -> Paragraph:
        """Add an empty line of so many mm."""
        return self.line(lambda document: shaped(document.add_paragraph(), max(height, _LEAST_LINE)))

    def table(
        self,
        widths: Sequence[float],
        rows: int,
        write: Callable[[Table], None],
        *,
        padding: tuple[float, float] = (0, 0),
        above: float = 0,
        below: float = 0,
    ) -> None:
        """Add a table, widths and padding in mm, that a function fills in; free space in pt."""
        if isinstance(self._last, Table):
            # Word makes one of two tables that touch.
            self.gap()
        if isinstance(self._last, Paragraph) and above > self._below:
            self._last.paragraph_format.space_after = Pt(above)
        table = new_table(self.document, widths, rows, padding=padding)
        write(table)
        self.lines += [paragraphs_of(row, table) for row in table.rows]
        self._last, self._below = table, below

    def keep(self, start: int, end: int | None = None, *, first_may_part: bool = False) -> None:
        """Keep lines from one to another on a page, each with the next and whole in itself.

        A first that may part is kept with its last lines alone.
        """
        kept = self.lines[start:end]
        for number, paragraphs in enumerate(kept, 1):
            for paragraph in paragraphs:
                paragraph.paragraph_format.keep_together = number > 1 or not first_may_part
                if number < len(kept):
                    paragraph.paragraph_format.keep_with_next = True

    def _above(self, wanted: float) -> float:
        # Word adds up what stands below and above; on our papers the larger one counts.
        if isinstance(self._last, Table):
            return max(wanted, self._below)
        return max(0.0, wanted - self._below)

    def _wrote(self, paragraph: Paragraph, below: float) -> None:
        self.lines.append([paragraph])
        self._last, self._below = paragraph, below
