"""Forms of running text: printed as PDF, and written as Word, which is loaded when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from desktop.printing.form import Draw, Form
from desktop.printing.state.state_paper import StatePaper


class TextPaper(Protocol):
    """A module whose paper is running text."""

    def draw(self, value: Any, /, *, training: bool) -> bytes:
        """Print it."""
        ...

    def compose(self, value: Any, /) -> StatePaper:
        """Put it together, as it is read."""
        ...


class PenPaper(Protocol):
    """A module whose paper has blanks for a pen where another's has words."""

    def half_filled(self, value: Any, /) -> Any:
        """Take what is known before the event from the input of the other."""
        ...

    def draw_blank(self, value: Any, /, *, training: bool) -> bytes:
        """Print it."""
        ...

    def compose_blank(self, value: Any, /) -> StatePaper:
        """Put it together, as it is read."""
        ...


def text_form(name: str, title: str, input_type: type, full: TextPaper, pen: PenPaper | None = None) -> Form:
    """Give a form of running text, which is printed and written as Word.

    Args:
        name: as typed on the command line.
        title: for a clerk.
        input_type: of its input.
        full: the module that composes it.
        pen: the module that composes it for a pen, where that is another paper.
    """
    if pen is None:
        return Form(name, title, input_type, full.draw, _in_word(full.compose))
    return Form(
        name,
        title,
        input_type,
        full.draw,
        _in_word(full.compose),
        for_pen=pen.half_filled,
        draw_for_pen=pen.draw_blank,
        write_for_pen=_in_word(pen.compose_blank),
    )


def pen_form(name: str, title: str, input_type: type, pen: PenPaper) -> Form:
    """Give a form that is only filled in with a pen; as :func:`text_form` is told."""
    return Form(name, title, input_type, pen.draw_blank, _in_word(pen.compose_blank))


def _in_word(compose: Callable[[Any], StatePaper]) -> Draw:
    def write(value: Any, /, *, training: bool) -> bytes:
        from desktop.printing.state.word_paper import word_paper  # noqa: PLC0415 - loads Word

        return word_paper(compose(value), training=training)

    return write
