"""Forms of the Party's that are printed as PDF, and written as Word when somebody asks for it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from desktop.printing.form import Form
from desktop.printing.party.pages import party_pages
from desktop.printing.party.party_paper import PartyPaper


def party_form(name: str, title: str, input_type: type, compose: Callable[[Any], PartyPaper]) -> Form:
    """Give a form of blocks.

    Args:
        name: as typed on the command line.
        title: for a clerk.
        input_type: of its input.
        compose: puts the paper together.
    """

    def draw(value: Any, /, *, training: bool) -> bytes:
        return party_pages(compose(value), training=training)

    def written(value: Any, /, *, training: bool) -> bytes:
        from desktop.printing.party.word_paper import word_paper  # noqa: PLC0415 - loads Word

        return word_paper(compose(value), training=training)

    return Form(name, title, input_type, draw, written)
