"""A printable form: its input, its drawing, and its input with everything particular taken out."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Protocol

from desktop.errors import PaperRefused


class Draw(Protocol):
    """Makes a file of an input: a PDF, or Word."""

    def __call__(self, value: Any, /, *, training: bool) -> bytes:
        """Give the file; every page of training is stamped so."""
        ...


_NOTHING: tuple[object, ...] = (None, (), "")


@dataclass(frozen=True, slots=True)
class Filled:
    """What goes on a paper: an input, and whether it is one for the drawing with blanks for a pen."""

    value: Any
    for_pen: bool = False


@dataclass(frozen=True, slots=True)
class Form:
    """A paper that can be printed from a file, with no database.

    A field that is left out of the input is a blank on the paper, so one input serves full and half filled.

    Args:
        name: as typed on the command line.
        title: for a clerk.
        input_type: what :func:`~desktop.printing.form_input.read_input` makes of the file.
        draw: prints it.
        write: writes it as Word, if it is a form of running text; what is drawn to measure is a PDF alone.
        for_pen: what is known of an input before the event, for papers whose blank is another drawing.
        draw_for_pen: prints that; the drawing itself where left out.
        write_for_pen: writes that as Word.
        has_blank: whether a copy with nothing filled in makes sense.
    """

    name: str
    title: str
    input_type: type
    draw: Draw
    write: Draw | None = None
    for_pen: Callable[[Any], Any] | None = None
    draw_for_pen: Draw | None = None
    write_for_pen: Draw | None = None
    has_blank: bool = True

    @property
    def sample(self) -> str:
        """The file in ``resources/forms`` that holds a sample input, of invented people."""
        return f"{self.name}.json"

    @property
    def is_text(self) -> bool:
        """Whether the paper is running text, which an office may change in Word."""
        return self.write is not None

    def blank(self, value: Any) -> Filled:
        """Take everything particular out of an input but the words that belong to its kind.

        Raises:
            PaperRefused: ``paper.no_blank``: a ballot, whose names nobody writes by hand.
        """
        if not self.has_blank:
            raise PaperRefused("paper.no_blank", where=self.name)
        return Filled(emptied(self.for_pen(value) if self.for_pen else value), for_pen=True)

    def draw_blank(self, value: Any, *, training: bool) -> bytes:
        """Print the form with nothing filled in but the words that belong to its kind.

        Raises:
            PaperRefused: as :meth:`blank`, and what the drawing raises.
        """
        return self.pdf(self.blank(value), training=training)

    def pdf(self, filled: Filled, *, training: bool) -> bytes:
        """Print what goes on the paper.

        Raises:
            PaperRefused: it cannot be drawn.
        """
        draw = (filled.for_pen and self.draw_for_pen) or self.draw
        return draw(filled.value, training=training)

    def word(self, filled: Filled, *, training: bool) -> bytes:
        """Write what goes on the paper as Word.

        Raises:
            PaperRefused: ``paper.no_word``: it is drawn to measure; or it cannot be set.
        """
        write = (filled.for_pen and self.write_for_pen) or self.write
        if write is None:
            raise PaperRefused("paper.no_word", where=self.title)
        return write(filled.value, training=training)


def emptied(value: Any) -> Any:
    """Give an input without its particulars: every field that may be left out is left out, on all levels.

    What stays is what has no empty value: the form's label, the word for the unit, the form of vote.
    """
    changes = {}
    for field in dataclasses.fields(value):
        held = getattr(value, field.name)
        if field.default is not dataclasses.MISSING:
            if field.default in _NOTHING:
                changes[field.name] = field.default
        elif dataclasses.is_dataclass(held):
            changes[field.name] = emptied(held)
    return dataclasses.replace(value, **changes)
