"""Forms of ballots and slips: one copy on its sheet; nobody writes names on one by hand."""

from __future__ import annotations

from typing import Any, Protocol

from desktop.printing.form import Form


class DrawCopies(Protocol):
    """Prints so many copies of one ballot or slip."""

    def __call__(self, value: Any, copies: int, /, *, training: bool) -> bytes:
        """Give the PDF."""
        ...


def ballot_form(name: str, title: str, input_type: type, draw: DrawCopies) -> Form:
    """Give a form of ballots or slips.

    Args:
        name: as typed on the command line.
        title: for a clerk.
        input_type: of its input.
        draw: prints so many copies.
    """

    def draw_one(value: Any, /, *, training: bool) -> bytes:
        return draw(value, 1, training=training)

    return Form(name, title, input_type, draw_one, has_blank=False)
