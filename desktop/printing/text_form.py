"""Forms of running text: printed as PDF, and written as Word, which is loaded when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from desktop.printing.form import Draw, Form
from desktop.printing.setting.text_paper import TextPaper


class PrintPaper(Protocol):
    """A module whose paper is running text."""

    def draw(self, value: Any, /, *, training: bool) -> bytes:
        """Print it."""
        ...

    def compose(self, value: Any, /) -> TextPaper:
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

    def compose_blank(self, value: Any, /) -> TextPaper:
        """Put it together, as it is read."""
        ...


class InWord(Protocol):
    """Writes a paper as Word under its letterhead; loads Word when it is called."""

    def __call__(self, paper: TextPaper, /, *, training: bool) -> bytes:
        """Write it."""
        ...


def text_form(
    name: str,
    title: str,
    input_type: type,
    full: PrintPaper,
    pen: PenPaper | None = None,
    *,
    in_word: InWord,
) -> Form:
    """Give a form of running text, which is printed and written as Word.

    Args:
        name: as typed on the command line.
        title: for a clerk.
        input_type: of its input.
        full: the module that composes it.
        pen: the module that composes it for a pen, where that is another paper.
        in_word: writes it under its letterhead.
    """
    write = _writing(full.compose, in_word)
    if pen is None:
        return Form(name, title, input_type, full.draw, write)
    return Form(
        name,
        title,
        input_type,
        full.draw,
        write,
        for_pen=pen.half_filled,
        draw_for_pen=pen.draw_blank,
        write_for_pen=_writing(pen.compose_blank, in_word),
    )


def pen_form(name: str, title: str, input_type: type, pen: PenPaper, *, in_word: InWord) -> Form:
    """Give a form that is only filled in with a pen; as :func:`text_form` is told."""
    return Form(name, title, input_type, pen.draw_blank, _writing(pen.compose_blank, in_word))


def _writing(compose: Callable[[Any], TextPaper], in_word: InWord) -> Draw:
    def write(value: Any, /, *, training: bool) -> bytes:
        return in_word(compose(value), training=training)

    return write
